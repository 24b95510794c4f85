import type { JSX } from 'preact';
import type { LibraryCounts, LibraryReader } from '../../model/library.ts';
import type { Place } from '../../model/saved-article.ts';
import { useCounts } from './items/use-counts.ts';
import { useActingKeys } from './letter-keys-context.ts';
import { useWords } from './words-context.ts';

interface EmptyListProps {
  library: Pick<LibraryReader, 'counts' | 'watch'>;
  place: Place;
  /** The filter of a list of favourites or of a tag; null for a place. */
  query: string | null;
  /** The key really set for the reader; empty when none is. */
  shortcut: string;
  /** Opens the first steps, with the article that comes along. */
  tryHref: string;
  /** Opens the page where a backup is restored. */
  restoreHref: string;
}

/** What an empty place says: what belongs here and how it gets here. */
export function EmptyList(props: EmptyListProps): JSX.Element {
  const { place, query } = props;
  const { t } = useWords();
  if (query !== null) return <EmptyQuery query={query} />;
  if (place === 'list') return <EmptyReadingList {...props} />;
  return (
    <div class="empty">
      <p class="empty-title">{t(place === 'archive' ? 'listEmptyArchive' : 'listEmptyDeleted')}</p>
      <p>{t(place === 'archive' ? 'listEmptyArchiveHow' : 'listEmptyDeletedHow')}</p>
    </div>
  );
}

const NONE: LibraryCounts = { list: 0, archive: 0, deleted: 0 };

/** A person who has archived everything needs no lesson on saving. */
function EmptyReadingList({ library, shortcut, tryHref, restoreHref }: EmptyListProps): JSX.Element | null {
  const { t } = useWords();
  const counts = useCounts(library, NONE);
  // Rows leave the list before the move is written: what is still counted here is being moved.
  if (counts === null || counts.list > 0) return null;
  if (counts.archive > 0) {
    return (
      <div class="empty">
        <p class="empty-title">{t('listEmptyAllArchived')}</p>
        <p>{t('listEmptyAllArchivedHow')}</p>
      </div>
    );
  }
  return (
    <div class="empty">
      <p class="empty-title">{t('listEmpty')}</p>
      <p>{shortcut ? t('listEmptyHow', shortcut) : t('listEmptyHowNoKey')}</p>
      <p>
        {t('firstTryHow')}{' '}
        <a href={tryHref} target="_blank" rel="noopener">
          {t('firstTry')}
        </a>
      </p>
      <p>
        {t('listEmptyRestore')}{' '}
        <a href={restoreHref} target="_blank" rel="noopener">
          {t('listRestoreBackup')}
        </a>
      </p>
    </div>
  );
}

function EmptyQuery({ query }: { query: string }): JSX.Element {
  const { t } = useWords();
  const acts = useActingKeys();
  const favourites = query === 'is:favourite';
  return (
    <div class="empty">
      <p class="empty-title">{t(favourites ? 'listEmptyFavourites' : 'listEmptyTag')}</p>
      {favourites ? (
        <p>{t(acts('s') ? 'listEmptyFavouritesHow' : 'listEmptyFavouritesHowNoKey')}</p>
      ) : (
        <p>{t(acts('t') ? 'listEmptyTagsHow' : 'listEmptyTagsHowNoKey')}</p>
      )}
    </div>
  );
}
