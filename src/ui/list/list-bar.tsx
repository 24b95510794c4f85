import type { JSX, RefObject } from 'preact';
import { type Arrangement, filtersAnything } from '../../model/arrange-items.ts';
import type { Place, SavedMetadata } from '../../model/saved-article.ts';
import { type BulkAction, SelectionBar } from './actions/selection-bar.tsx';
import type { Selection } from './actions/use-selection.ts';
import { ArrangeBar } from './arrange-bar.tsx';
import type { ActiveRow } from './rows/use-active-row.ts';
import { useWords } from './words-context.ts';

interface ListBarProps {
  items: readonly SavedMetadata[];
  shown: number;
  /** False while more items are read. */
  whole: boolean;
  place: Place;
  searching: boolean;
  selection: Selection;
  active: Pick<ActiveRow, 'index' | 'focusAt'>;
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

/**
 * How many are selected or shown, for screen readers. It stays while the line changes, because a live region that
 * appears together with its text is not announced.
 */
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

/**
 * Menus or bulk actions in the same place, which is as high as the higher of the two: in narrow windows either may need
 * several lines, and rows would move from under the pointer when one is selected. A search has its own order and its
 * filters are typed, so it keeps room for the bulk actions only.
 */
function BarLine({ items, place, searching, selection, ...props }: ListBarProps): JSX.Element | null {
  const selecting = selection.items.length > 0;
  const arranges = items.length > 0 && !searching;
  if (!arranges && !selecting && !searching) return null;
  const allArchived = selecting && selection.items.every((item) => item.place === 'archive');
  return (
    <div class="list-bar" data-searching={searching || undefined} data-blank={(searching && !selecting) || undefined}>
      {arranges && (
        <ArrangeBar
          items={items}
          shown={props.shown}
          whole={props.whole}
          resting={selecting}
          arrangement={props.arrangement}
          onChange={props.onArrange}
          onLeave={() => props.active.focusAt(props.active.index)}
          firstRef={props.firstMenu}
        />
      )}
      {/* Two, so that a control that goes is told from one that is out of sight: its focus goes to a row. */}
      <SelectionBar
        key={selecting ? 'shown' : 'room'}
        selection={selection}
        place={allArchived ? 'archive' : searching && place === 'deleted' ? 'list' : place}
        resting={!selecting}
        onAction={props.onAction}
      />
    </div>
  );
}
