import { useLayoutEffect, useRef } from 'preact/hooks';
import type { KeyPress } from '../../model/keys/key-press.ts';
import type { ReaderActions } from './reader-actions.ts';
import { alongText, codesOf, READER_KEYS, type ReaderAction } from './reader-keys.ts';
import type { ReaderSurfaceParts } from './reader-surface.ts';

/**
 * Runs the action of each key press that the surface reports. Presses without an action are left to the browser, except
 * repeats of Esc: their first press has closed something, and with them the browser would close what is behind it.
 * `dir` is that of the interface.
 */
export function useReaderKeys(
  listenKeys: ReaderSurfaceParts['listenKeys'],
  actions: ReaderActions,
  letterKeys = true,
  dir: 'ltr' | 'rtl' = 'ltr',
): void {
  const latest = useRef({ actions, letterKeys });
  latest.current = { actions, letterKeys };
  // Before the paint, so that a key pressed as soon as the article is visible is not lost.
  useLayoutEffect(() => {
    const stop = new AbortController();
    listenKeys((press) => {
      if (press.repeat && press.key === 'Escape') return true;
      const action = matchReaderKey(press, latest.current.letterKeys, dir);
      const run = action && latest.current.actions[action];
      run?.();
      return run !== undefined && run !== null;
    }, stop.signal);
    return () => stop.abort();
  }, [listenKeys, dir]);
}

/** Actions that repeat while the key is held. */
const REPEATING: readonly ReaderAction[] = ['bigger', 'smaller', 'next-block', 'previous-block'];

/**
 * The action of a key press, or null. What the key types decides, so that a key is found where its letter is on any
 * Latin layout. Its position on the keyboard decides only if that says nothing: `Process` under a Chinese, Japanese or
 * Korean input method, a Cyrillic or Arabic letter.
 *
 * With `letterKeys` off no letter is a key, because people who speak to their computer would trigger them by talking
 * (WCAG 2.1.4). Presses that compose text are never actions. Whether the person is typing is for the caller to know.
 */
export function matchReaderKey(press: KeyPress, letterKeys = true, dir: 'ltr' | 'rtl' = 'ltr'): ReaderAction | null {
  if (press.isComposing || press.ctrlKey || press.altKey || press.metaKey) return null;
  const entry = READER_KEYS.find((one) =>
    isLatin(press.key)
      ? one.keys.includes(alongText(foldCase(press), dir))
      : codesOf(one).includes(press.code) && (one.shift ?? false) === press.shiftKey,
  );
  if (!entry || (!letterKeys && isLetter(press))) return null;
  if (press.repeat && !REPEATING.includes(entry.action)) return null;
  return entry.action;
}

/** Named keys other than `Process`, `Dead` and `Unidentified`, and printable ASCII, say what they are. */
function isLatin(key: string): boolean {
  return key.length === 1 ? key <= '~' : !['Process', 'Dead', 'Unidentified'].includes(key);
}

/** Caps Lock does not turn `s` into another key; Shift does. */
function foldCase({ key, shiftKey }: KeyPress): string {
  return key.length === 1 && !shiftKey ? key.toLowerCase() : key;
}

const isLetter = ({ key, code }: KeyPress): boolean => /^\p{L}$/u.test(key) || (!isLatin(key) && /^Key/.test(code));
