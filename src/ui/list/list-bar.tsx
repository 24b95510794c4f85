import type { JSX, RefObject } from 'preact';
import { type Arrangement, filtersAnything } from '../../model/arrange-items.ts';
import type { Place, SavedMetadata } from '../../model/saved-article.ts';
import { ArrangeBar } from './arrange-bar.tsx';
import { type BulkAction, SelectionBar } from './selection-bar.tsx';
import type { Selection } from './use-selection.ts';
import { useWords } from './words-context.ts';

interface ListBarProps {
  items: readonly SavedMetadata[];
  shown: number;
  place: Place;
  searching: boolean;
  selection: Selection;
  arrangement: Arrangement;
  onArrange(arrangement: Arrangement): void;
  onAction(action: BulkAction): void;
  firstMenu: RefObject<HTMLSelectElement | null>;
}

/** One line above the rows: how they are sorted and filtered, or, while some are selected, what can be done with those. */
export function ListBar(props: ListBarProps): JSX.Element {
  return (
    <>
      <BarCount {...props} />
      <BarLine {...props} />
    </>
  );
}

/** How many are selected or shown, for screen readers. It stays while the line changes: what comes with its text is not told. */
function BarCount({ items, shown, selection, searching, arrangement }: ListBarProps): JSX.Element {
  const { t, count, number } = useWords();
  const selected = selection.items.length;
  const told = !searching && filtersAnything(arrangement) ? t('listShownOf', number(shown), number(items.length)) : '';
  return (
    <p class="visually-hidden" role="status">
      {selected > 0 ? count('listSelected', selected) : told}
    </p>
  );
}

function BarLine(props: ListBarProps): JSX.Element | null {
  const { items, selection, place } = props;
  if (selection.items.length > 0) {
    const allArchived = selection.items.every((item) => item.place === 'archive');
    return (
      <div class="list-bar">
        <SelectionBar selection={selection} place={allArchived ? 'archive' : place} onAction={props.onAction} />
      </div>
    );
  }
  // Search has its own order, and filters that are typed.
  if (items.length === 0 || props.searching) return null;
  return (
    <div class="list-bar">
      <ArrangeBar
        items={items}
        shown={props.shown}
        arrangement={props.arrangement}
        onChange={props.onArrange}
        firstRef={props.firstMenu}
      />
    </div>
  );
}
