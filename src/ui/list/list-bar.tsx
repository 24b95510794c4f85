import type { JSX, RefObject } from 'preact';
import type { Arrangement } from '../../model/arrange-items.ts';
import type { Place, SavedMetadata } from '../../model/saved-article.ts';
import { ArrangeBar } from './arrange-bar.tsx';
import { type BulkAction, SelectionBar } from './selection-bar.tsx';
import type { Selection } from './use-selection.ts';

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
export function ListBar(props: ListBarProps): JSX.Element | null {
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
