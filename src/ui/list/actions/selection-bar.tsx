import type { JSX } from 'preact';
import type { MessageKey } from '../../../model/message-key.ts';
import type { Place } from '../../../model/saved-article.ts';
import { useActingKeys } from '../letter-keys-context.ts';
import { useWords } from '../words-context.ts';
import type { Selection } from './use-selection.ts';

/** What can be done with all selected rows. */
export type BulkAction = 'archive' | 'list' | 'delete' | 'restore' | 'drop' | 'favourite' | 'tags';

interface BulkButton {
  action: BulkAction;
  label: MessageKey;
  key?: string;
}

/** In the order of a row's own (saved-row.tsx). */
const BUTTONS: Record<Place, BulkButton[]> = {
  list: [
    { action: 'favourite', label: 'listFavourite', key: 's' },
    { action: 'tags', label: 'listTags', key: 't' },
    { action: 'archive', label: 'listArchive', key: 'e' },
    { action: 'delete', label: 'listDelete', key: 'Delete' },
  ],
  archive: [
    { action: 'favourite', label: 'listFavourite', key: 's' },
    { action: 'tags', label: 'listTags', key: 't' },
    { action: 'list', label: 'listMoveToList', key: 'e' },
    { action: 'delete', label: 'listDelete', key: 'Delete' },
  ],
  deleted: [
    { action: 'restore', label: 'listRestore', key: 'e' },
    { action: 'drop', label: 'deletedForGood', key: 'Delete' },
  ],
};

interface SelectionBarProps {
  selection: Selection;
  place: Place;
  /** Nothing is selected: only its room is taken. */
  resting: boolean;
  onAction(action: BulkAction): void;
}

/** Stands where the menus were while rows are selected, so that nothing moves. */
export function SelectionBar({ selection, place, resting, onAction }: SelectionBarProps): JSX.Element {
  const words = useWords();
  const acts = useActingKeys();
  return (
    <fieldset class={resting ? 'bar-room' : 'selection'} aria-label={words.t('listSelection')}>
      <span class="selection-count" aria-hidden="true">
        {words.count('listSelected', selection.items.length)}
      </span>
      {BUTTONS[place].map(({ action, label, key }) => (
        <button
          type="button"
          key={action}
          aria-keyshortcuts={key && acts(key) ? key : undefined}
          onClick={() => onAction(action)}
        >
          {words.t(label)}
        </button>
      ))}
      <span class="selection-end">
        <button type="button" aria-keyshortcuts="*" onClick={selection.toggleAll}>
          {words.t('listSelectAll')}
        </button>
        <button type="button" aria-keyshortcuts="Escape" onClick={selection.clear}>
          {words.t('listSelectNone')}
        </button>
      </span>
    </fieldset>
  );
}
