import { isLetterKey } from '../../model/keys/match-key.ts';
import type { MessageKey } from '../../model/message-key.ts';

interface ReaderKey<Action extends string = string> {
  action: Action;
  /** What the key types on a Latin layout (`KeyboardEvent.key`). The first one is shown. */
  keys: readonly [string, ...string[]];
  /**
   * The key's position on the keyboard, for when an input method or a non-Latin layout hides what it types. Absent if
   * it follows from the key: `KeyS`, `Delete` (see `codesOf`).
   */
  codes?: readonly string[];
  /** Whether Shift is held together with `codes`. */
  shift?: boolean;
  /** What it does, in words. */
  label: MessageKey;
}

/**
 * One row of the table. Full view carries the table, and repeating the names of its fields in each row would take half
 * a kilobyte.
 */
const row = <Action extends string>(
  action: Action,
  keys: ReaderKey['keys'],
  label: MessageKey,
  place?: Pick<ReaderKey, 'codes' | 'shift'>,
): ReaderKey<Action> => ({ action, keys, label, ...place });

const TABLE = [
  row('save', ['s'], 'readerSave'),
  row('undo', ['u'], 'readerUndo'),
  row('archive', ['e'], 'readerArchive'),
  row('delete', ['#', 'Delete'], 'readerDelete'),
  row('tags', ['t'], 'listTags'),
  row('original', ['o'], 'readerOriginal'),
  row('list', ['l'], 'readerList'),
  row('contents', ['c'], 'readerContents'),
  row('back', ['b'], 'readerBack'),
  row('pictures', ['v'], 'readerPictures'),
  row('previous-picture', ['ArrowLeft'], 'readerPreviousPicture'),
  row('next-picture', ['ArrowRight'], 'readerNextPicture'),
  row('highlight', ['h'], 'readerHighlight'),
  row('note', ['n'], 'highlightNote'),
  row('remove-highlight', ['d'], 'readerRemoveHighlight'),
  row('type', ['a'], 'readerType'),
  row('bigger', ['+', '='], 'readerBigger', { codes: ['Equal', 'NumpadAdd'] }),
  row('smaller', ['-'], 'readerSmaller', { codes: ['Minus', 'NumpadSubtract'] }),
  row('normal-size', ['0'], 'readerNormalSize', { codes: ['Digit0', 'Numpad0'] }),
  row('next-theme', ['w'], 'readerNextTheme'),
  row('read-aloud', ['r'], 'readerReadAloud'),
  row('previous-sentence', [','], 'readerPreviousSentence', { codes: ['Comma'] }),
  row('next-sentence', ['.'], 'readerNextSentence', { codes: ['Period'] }),
  row('focus', ['f'], 'readerFocus'),
  row('hide-pictures', ['i'], 'readerHidePictures'),
  row('hide-block', ['z'], 'readerHideBlock'),
  row('next-block', ['ArrowDown'], 'readerNextBlock'),
  row('previous-block', ['ArrowUp'], 'readerPreviousBlock'),
  row('press-block', ['Enter'], 'readerPressBlock', { codes: ['Enter', 'NumpadEnter'] }),
  row('pick-block', ['g'], 'readerPick'),
  row('more', ['x'], 'readerMore'),
  row('copy-markdown', ['m'], 'readerCopyMarkdown'),
  row('copy-link', ['y'], 'readerCopyLink'),
  row('print', ['p'], 'readerPrint'),
  row('keys', ['?'], 'readerKeys', { codes: ['Slash'], shift: true }),
  row('close', ['Escape'], 'readerClose'),
];

/** Everything that a key, or its control, does in the reader. */
export type ReaderAction = (typeof TABLE)[number]['action'];

/** The one table of the reader's keys: bindings, tooltips and the `?` sheet all come from it. */
export const READER_KEYS: readonly ReaderKey<ReaderAction>[] = TABLE;

/** The positions of an entry's keys on the keyboard (`KeyboardEvent.code`). */
export const codesOf = ({ keys, codes }: Pick<ReaderKey, 'keys' | 'codes'>): readonly string[] =>
  codes ?? keys.map((key) => (key.length > 1 ? key : `Key${key.toUpperCase()}`));

const NAMES: Record<string, string> = { Escape: 'Esc', ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓' };

const OPPOSITE: Record<string, string> = { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' };

/**
 * The key that leads in the same direction along the text of an interface of direction `dir`: from right to left, ←
 * leads forward.
 */
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
