import type { MessageKey } from '../../model/message-key.ts';

/** What a key, or its control, does in the reader. */
export type ReaderAction =
  | 'save'
  | 'undo'
  | 'archive'
  | 'delete'
  | 'original'
  | 'list'
  | 'contents'
  | 'back'
  | 'pictures'
  | 'previous-picture'
  | 'next-picture'
  | 'highlight'
  | 'note'
  | 'remove-highlight'
  | 'type'
  | 'bigger'
  | 'smaller'
  | 'normal-size'
  | 'next-theme'
  | 'read-aloud'
  | 'previous-sentence'
  | 'next-sentence'
  | 'focus'
  | 'hide-pictures'
  | 'hide-block'
  | 'next-block'
  | 'previous-block'
  | 'press-block'
  | 'pick-block'
  | 'more'
  | 'copy-markdown'
  | 'copy-link'
  | 'print'
  | 'keys'
  | 'close';

interface ReaderKey {
  action: ReaderAction;
  /** What the key types on a Latin layout: the value of `KeyboardEvent.key`. The first is shown. */
  keys: readonly [string, ...string[]];
  /** Where the key is on the board, for when an input method or a non-Latin layout hides what it types. */
  codes: readonly string[];
  /** Whether Shift is held together with `codes`. */
  shift?: boolean;
  /** What it does, in words. */
  label: MessageKey;
}

/** The one table of the reader's keys: bindings, tooltips and the `?` sheet all come from it. */
export const READER_KEYS: readonly ReaderKey[] = [
  { action: 'save', keys: ['s'], codes: ['KeyS'], label: 'readerSave' },
  { action: 'undo', keys: ['u'], codes: ['KeyU'], label: 'readerUndo' },
  { action: 'archive', keys: ['e'], codes: ['KeyE'], label: 'readerArchive' },
  { action: 'delete', keys: ['#', 'Delete'], codes: ['Delete'], label: 'readerDelete' },
  { action: 'original', keys: ['o'], codes: ['KeyO'], label: 'readerOriginal' },
  { action: 'list', keys: ['l'], codes: ['KeyL'], label: 'readerList' },
  { action: 'contents', keys: ['c'], codes: ['KeyC'], label: 'readerContents' },
  { action: 'back', keys: ['b'], codes: ['KeyB'], label: 'readerBack' },
  { action: 'pictures', keys: ['v'], codes: ['KeyV'], label: 'readerPictures' },
  { action: 'previous-picture', keys: ['ArrowLeft'], codes: ['ArrowLeft'], label: 'readerPreviousPicture' },
  { action: 'next-picture', keys: ['ArrowRight'], codes: ['ArrowRight'], label: 'readerNextPicture' },
  { action: 'highlight', keys: ['h'], codes: ['KeyH'], label: 'readerHighlight' },
  { action: 'note', keys: ['n'], codes: ['KeyN'], label: 'highlightNote' },
  { action: 'remove-highlight', keys: ['d'], codes: ['KeyD'], label: 'readerRemoveHighlight' },
  { action: 'type', keys: ['a'], codes: ['KeyA'], label: 'readerType' },
  { action: 'bigger', keys: ['+', '='], codes: ['Equal', 'NumpadAdd'], label: 'readerBigger' },
  { action: 'smaller', keys: ['-'], codes: ['Minus', 'NumpadSubtract'], label: 'readerSmaller' },
  { action: 'normal-size', keys: ['0'], codes: ['Digit0', 'Numpad0'], label: 'readerNormalSize' },
  { action: 'next-theme', keys: ['t'], codes: ['KeyT'], label: 'readerNextTheme' },
  { action: 'read-aloud', keys: ['r'], codes: ['KeyR'], label: 'readerReadAloud' },
  { action: 'previous-sentence', keys: [','], codes: ['Comma'], label: 'readerPreviousSentence' },
  { action: 'next-sentence', keys: ['.'], codes: ['Period'], label: 'readerNextSentence' },
  { action: 'focus', keys: ['f'], codes: ['KeyF'], label: 'readerFocus' },
  { action: 'hide-pictures', keys: ['i'], codes: ['KeyI'], label: 'readerHidePictures' },
  { action: 'hide-block', keys: ['z'], codes: ['KeyZ'], label: 'readerHideBlock' },
  { action: 'next-block', keys: ['ArrowDown'], codes: ['ArrowDown'], label: 'readerNextBlock' },
  { action: 'previous-block', keys: ['ArrowUp'], codes: ['ArrowUp'], label: 'readerPreviousBlock' },
  { action: 'press-block', keys: ['Enter'], codes: ['Enter', 'NumpadEnter'], label: 'readerPressBlock' },
  { action: 'pick-block', keys: ['g'], codes: ['KeyG'], label: 'readerPick' },
  { action: 'more', keys: ['x'], codes: ['KeyX'], label: 'readerMore' },
  { action: 'copy-markdown', keys: ['m'], codes: ['KeyM'], label: 'readerCopyMarkdown' },
  { action: 'copy-link', keys: ['y'], codes: ['KeyY'], label: 'readerCopyLink' },
  { action: 'print', keys: ['p'], codes: ['KeyP'], label: 'readerPrint' },
  { action: 'keys', keys: ['?'], codes: ['Slash'], shift: true, label: 'readerKeys' },
  { action: 'close', keys: ['Escape'], codes: ['Escape'], label: 'readerClose' },
];

const NAMES: Record<string, string> = { Escape: 'Esc', ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓' };

const OPPOSITE: Record<string, string> = { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' };

/** The key that leads the same way where the interface runs in direction `dir`: from right to left, ← leads on. */
export const alongText = (key: string, dir: 'ltr' | 'rtl'): string => (dir === 'rtl' ? (OPPOSITE[key] ?? key) : key);

/** How the key of an action is written for people, in an interface that runs in direction `dir`: `S`, `?`, `Esc`. */
export function keyName(action: ReaderAction, dir: 'ltr' | 'rtl' = 'ltr'): string | undefined {
  const named = READER_KEYS.find((entry) => entry.action === action)?.keys[0];
  const key = named && alongText(named, dir);
  return key && (NAMES[key] ?? key.toUpperCase());
}
