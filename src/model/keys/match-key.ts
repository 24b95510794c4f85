import type { KeyPress } from './key-press.ts';

/** A single key as tables write it: a printable ASCII character (`j`, `#`, `?`) or the name of a key (`Enter`). */
export type KeyName = string;

/** Whether a key is a letter: these can be turned off as keys (WCAG 2.1.4). */
export const isLetterKey = (name: KeyName): boolean => /^[a-z]$/.test(name);

/** US positions of the characters that have no letter or digit code. */
const CODES: Record<string, string> = {
  '/': 'Slash',
  '?': 'Shift+Slash',
  '#': 'Shift+Digit3',
  '*': 'Shift+Digit8',
};

/**
 * Whether a key press means `name`. The character decides if the layout types an ASCII one, so that Dvorak and AZERTY
 * users press what is printed on the key. Under an input method (`key` is `Process`) and on layouts of other scripts
 * the position decides, so that `j` works while typing 拼音 and in Russian.
 */
export function matchKey(name: KeyName, press: KeyPress): boolean {
  if (press.altKey || press.ctrlKey || press.metaKey) return false;
  if (name.length > 1) return press.key === name || (press.key === 'Process' && press.code === name);
  if (/^[\x20-\x7e]$/.test(press.key)) return press.key.toLowerCase() === name;
  if (press.key.length > 1 && press.key !== 'Process') return false;
  return (press.shiftKey ? `Shift+${press.code}` : press.code) === codeOf(name);
}

const codeOf = (name: string): string =>
  CODES[name] ?? (/[a-z]/.test(name) ? `Key${name.toUpperCase()}` : `Digit${name}`);

/** Whether keys typed at `target` are text of the user, where single keys must do nothing. */
export function isTyping(target: EventTarget | null): boolean {
  const element = target as Partial<HTMLElement> | null;
  if (element?.isContentEditable) return true;
  const name = element?.localName ?? '';
  const type = (element as Partial<HTMLInputElement> | null)?.type ?? '';
  if (name === 'input') return !['checkbox', 'radio', 'range', 'button', 'submit', 'file', 'color'].includes(type);
  return name === 'textarea' || name === 'select';
}
