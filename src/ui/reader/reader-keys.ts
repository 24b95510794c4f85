import { isLetterKey } from '../../model/match-key.ts';
import type { MessageKey } from '../../model/message-key.ts';

interface ReaderKey<Action extends string = string> {
  action: Action;
  /** What the key types on a Latin layout (`KeyboardEvent.key`). The first one is shown. */
  keys: readonly [string, ...string[]];
  /**
   * The key's place on the board, for when an input method or a non-Latin layout hides what it types. Absent where it
   * follows from the key: `KeyS`, `Delete` (see `codesOf`).
   */
  codes?: readonly string[];
  /** Whether Shift is held together with `codes`. */
  shift?: boolean;
  /** What it does, in words. */
  label: MessageKey;
}

const TABLE = [
  { action: 'save', keys: ['s'], label: 'readerSave' },
  { action: 'undo', keys: ['u'], label: 'readerUndo' },
  { action: 'archive', keys: ['e'], label: 'readerArchive' },
  { action: 'delete', keys: ['#', 'Delete'], label: 'readerDelete' },
  { action: 'original', keys: ['o'], label: 'readerOriginal' },
  { action: 'list', keys: ['l'], label: 'readerList' },
  { action: 'contents', keys: ['c'], label: 'readerContents' },
  { action: 'back', keys: ['b'], label: 'readerBack' },
  { action: 'pictures', keys: ['v'], label: 'readerPictures' },
  { action: 'previous-picture', keys: ['ArrowLeft'], label: 'readerPreviousPicture' },
  { action: 'next-picture', keys: ['ArrowRight'], label: 'readerNextPicture' },
  { action: 'highlight', keys: ['h'], label: 'readerHighlight' },
  { action: 'note', keys: ['n'], label: 'highlightNote' },
  { action: 'remove-highlight', keys: ['d'], label: 'readerRemoveHighlight' },
  { action: 'type', keys: ['a'], label: 'readerType' },
  { action: 'bigger', keys: ['+', '='], codes: ['Equal', 'NumpadAdd'], label: 'readerBigger' },
  { action: 'smaller', keys: ['-'], codes: ['Minus', 'NumpadSubtract'], label: 'readerSmaller' },
  { action: 'normal-size', keys: ['0'], codes: ['Digit0', 'Numpad0'], label: 'readerNormalSize' },
  { action: 'next-theme', keys: ['t'], label: 'readerNextTheme' },
  { action: 'read-aloud', keys: ['r'], label: 'readerReadAloud' },
  { action: 'previous-sentence', keys: [','], codes: ['Comma'], label: 'readerPreviousSentence' },
  { action: 'next-sentence', keys: ['.'], codes: ['Period'], label: 'readerNextSentence' },
  { action: 'focus', keys: ['f'], label: 'readerFocus' },
  { action: 'hide-pictures', keys: ['i'], label: 'readerHidePictures' },
  { action: 'hide-block', keys: ['z'], label: 'readerHideBlock' },
  { action: 'next-block', keys: ['ArrowDown'], label: 'readerNextBlock' },
  { action: 'previous-block', keys: ['ArrowUp'], label: 'readerPreviousBlock' },
  { action: 'press-block', keys: ['Enter'], codes: ['Enter', 'NumpadEnter'], label: 'readerPressBlock' },
  { action: 'pick-block', keys: ['g'], label: 'readerPick' },
  { action: 'more', keys: ['x'], label: 'readerMore' },
  { action: 'copy-markdown', keys: ['m'], label: 'readerCopyMarkdown' },
  { action: 'copy-link', keys: ['y'], label: 'readerCopyLink' },
  { action: 'print', keys: ['p'], label: 'readerPrint' },
  { action: 'keys', keys: ['?'], codes: ['Slash'], shift: true, label: 'readerKeys' },
  { action: 'close', keys: ['Escape'], label: 'readerClose' },
] as const satisfies readonly ReaderKey[];

/** Everything that a key, or its control, does in the reader. */
export type ReaderAction = (typeof TABLE)[number]['action'];

/** The one table of the reader's keys: bindings, tooltips and the `?` sheet all come from it. */
export const READER_KEYS: readonly ReaderKey<ReaderAction>[] = TABLE;

/** The places of an entry's keys on the board (`KeyboardEvent.code`). */
export const codesOf = ({ keys, codes }: Pick<ReaderKey, 'keys' | 'codes'>): readonly string[] =>
  codes ?? keys.map((key) => (key.length > 1 ? key : `Key${key.toUpperCase()}`));

const NAMES: Record<string, string> = { Escape: 'Esc', ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓' };

const OPPOSITE: Record<string, string> = { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' };

/** The key that leads the same way in an interface of direction `dir`: from right to left, ← leads on. */
export const alongText = (key: string, dir: 'ltr' | 'rtl'): string => (dir === 'rtl' ? (OPPOSITE[key] ?? key) : key);

/**
 * The key of an action as shown to people, in an interface of direction `dir`: `S`, `?`, `Esc`. With `letterKeys` off
 * letters are no keys.
 */
export function keyName(
  action: ReaderAction,
  dir: 'ltr' | 'rtl' = 'ltr',
  letterKeys: boolean = true,
): string | undefined {
  const named = READER_KEYS.find((entry) => entry.action === action)?.keys[0];
  if (!named || (!letterKeys && isLetterKey(named))) return undefined;
  const key = alongText(named, dir);
  return NAMES[key] ?? key.toUpperCase();
}
