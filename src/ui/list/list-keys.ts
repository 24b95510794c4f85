import type { KeyName } from '../../model/match-key.ts';
import type { MessageKey } from '../../model/message-key.ts';

export type ListAction =
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'open'
  | 'archive'
  | 'delete'
  | 'favourite'
  | 'tags'
  | 'select'
  | 'selectAll'
  | 'clear'
  | 'filter'
  | 'search'
  | 'undo'
  | 'help';

interface ListKey {
  action: ListAction;
  keys: readonly KeyName[];
  /** What it does, as the help says it. */
  label: MessageKey;
  /** Only in the library tab. */
  organising?: true;
  /** It goes on while the key is held; any other is one press, however long: each row after the next would go. */
  repeats?: true;
}

/** Every key of the reading list. The handler and the help (`?`) are made from this table. */
export const LIST_KEYS: readonly ListKey[] = [
  { action: 'next', keys: ['j', 'ArrowDown'], label: 'listKeyNext', repeats: true },
  { action: 'previous', keys: ['k', 'ArrowUp'], label: 'listKeyPrevious', repeats: true },
  { action: 'first', keys: ['Home'], label: 'listKeyFirst' },
  { action: 'last', keys: ['End'], label: 'listKeyLast' },
  { action: 'open', keys: ['Enter', 'o'], label: 'listKeyOpen' },
  { action: 'archive', keys: ['e'], label: 'listKeyArchive' },
  { action: 'delete', keys: ['#', 'Delete'], label: 'listKeyDelete' },
  { action: 'favourite', keys: ['s'], label: 'listKeyFavourite', organising: true },
  { action: 'tags', keys: ['t'], label: 'listKeyTags', organising: true },
  { action: 'select', keys: ['x'], label: 'listKeySelect', organising: true },
  { action: 'selectAll', keys: ['*'], label: 'listKeySelectAll', organising: true },
  { action: 'clear', keys: ['Escape'], label: 'listKeyClear', organising: true },
  { action: 'undo', keys: ['u'], label: 'listKeyUndo' },
  { action: 'search', keys: ['/'], label: 'listKeySearch' },
  { action: 'filter', keys: ['f'], label: 'listKeyFilter', organising: true },
  { action: 'help', keys: ['?'], label: 'listKeyHelp' },
];

const SIGNS: Record<string, string> = { ArrowDown: '↓', ArrowUp: '↑', Enter: '↵', Delete: 'Del', Escape: 'Esc' };

/** The key as it is shown: what is printed on its cap, as in the reader. */
export const showKey = (key: KeyName): string => SIGNS[key] ?? (key.length === 1 ? key.toUpperCase() : key);
