import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { isTyping, type KeyName, matchKey } from '../../model/keys/match-key.ts';
import type { MessageKey } from '../../model/message-key.ts';
import { useActingKeys } from './letter-keys-context.ts';
import { useWords } from './words-context.ts';

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
  /**
   * Repeats while the key is held. Of other keys a held key counts as one press: otherwise row after row would be acted
   * on.
   */
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
const showKey = (key: KeyName): string => SIGNS[key] ?? (key.length === 1 ? key.toUpperCase() : key);

/**
 * Runs the actions of `LIST_KEYS`. An action that is absent, or answers false, leaves the key to the browser (arrows
 * scroll an empty list). Typing in the search box and open dialogs are left alone.
 */
export function useListKeys(actions: Partial<Record<ListAction, () => boolean | undefined>>): void {
  const acts = useActingKeys();
  const latest = useRef({ actions, acts });
  latest.current = { actions, acts };
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target) || document.querySelector('dialog[open]')) return;
      const isPressed = (key: KeyName) => latest.current.acts(key) && matchKey(key, event);
      const binding = LIST_KEYS.find(({ keys }) => keys.some(isPressed));
      // Enter on a button or link is that button's own.
      if (!binding || (event.key === 'Enter' && (event.target as Element | null)?.closest?.('a, button'))) return;
      if (event.repeat && !binding.repeats) return;
      const run = latest.current.actions[binding.action];
      if (run && run() !== false) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

interface KeyHelpProps {
  organise: boolean;
  /** Only Restore is possible here, and deleting for good. */
  deleted: boolean;
  onClose(): void;
}

/** Keys that do nothing with what was deleted. */
const NOT_OF_DELETED: readonly ListAction[] = ['favourite', 'tags'];

/** Those that do something else with it. */
const OF_DELETED: Partial<Record<ListAction, MessageKey>> = { archive: 'listRestore', delete: 'deletedForGood' };

/** The keys of the list, from the table that the handler uses. */
export function KeyHelp({ organise, deleted, onClose }: KeyHelpProps): JSX.Element {
  const { t } = useWords();
  const acts = useActingKeys();
  const entries = LIST_KEYS.filter(
    ({ action, organising, keys }) =>
      (organise || !organising) && keys.some(acts) && !(deleted && NOT_OF_DELETED.includes(action)),
  );
  const dialog = useRef<HTMLDialogElement>(null);
  // Before the paint: the next key is for the dialog.
  useLayoutEffect(() => dialog.current?.showModal?.(), []);
  return (
    <dialog ref={dialog} class="key-help" aria-labelledby="key-help-title" onClose={onClose}>
      <h2 id="key-help-title">{t('readerKeys')}</h2>
      <dl>
        {entries.map(({ action, keys, label }) => (
          <div key={action}>
            <dt>
              {keys.filter(acts).map((key) => (
                <kbd key={key}>{showKey(key)}</kbd>
              ))}
            </dt>
            <dd>{t((deleted && OF_DELETED[action]) || label)}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button type="submit">{t('listClose')}</button>
      </form>
    </dialog>
  );
}
