import type { CSSProperties, JSX } from 'preact';
import type { MessageKey } from '../../../model/message-key.ts';
import type { Place, SavedMetadata } from '../../../model/saved-article.ts';
import { EmptyList } from '../empty-list.tsx';
import type { SavedItems } from '../items/use-saved-items.ts';
import type { ListViewProps } from '../list-view-props.ts';
import { useWords } from '../words-context.ts';
import { ContinueReading } from './continue-reading.tsx';
import { VirtualRows } from './virtual-rows.tsx';

const LABELS: Record<Place, MessageKey> = {
  list: 'listTitle',
  archive: 'listArchiveTitle',
  deleted: 'listDeletedTitle',
};

interface PlaceRowsProps extends ListViewProps {
  saved: SavedItems;
  arranged: readonly SavedMetadata[];
  /** Articles that were begun; null until they are known. */
  begun: readonly SavedMetadata[] | null;
  rowCount: number;
  pinned: number;
  row(item: SavedMetadata, index: number, style: CSSProperties): JSX.Element;
}

/** The rows while nothing is searched for, or what stands in their stead. */
export function PlaceRows(props: PlaceRowsProps): JSX.Element {
  const { place, query = null, saved, arranged, begun } = props;
  const { t } = useWords();
  const continues = place === 'list' && query === null && arranged === saved.items;
  // A single article would be shown twice, so the cards wait until the rows are known, too.
  const cards = continues && (saved.ready || saved.error) && saved.count !== 1 ? begun : null;
  return (
    <>
      {cards && <ContinueReading items={cards} hrefOf={props.hrefOf} onOpen={props.onOpen} />}
      {saved.ready && saved.items.length === 0 && (
        <EmptyList
          library={props.library}
          place={place}
          query={query}
          shortcut={props.shortcut}
          tryHref={props.tryHref}
          restoreHref={props.restoreHref}
        />
      )}
      {saved.items.length > 0 && arranged.length === 0 && <p class="found">{t('listNothingPasses')}</p>}
      {arranged.length > 0 && (begun || !continues) && (
        <VirtualRows
          items={arranged}
          count={props.rowCount}
          pinned={props.pinned}
          label={t(LABELS[place])}
          render={props.row}
        />
      )}
    </>
  );
}
