import type { JSX } from 'preact';
import type { MessageKey } from '../../model/message-key.ts';
import type { Place } from '../../model/saved-article.ts';
import { useWords } from './words-context.ts';

const TITLE: Record<Place, MessageKey> = {
  list: 'listEmpty',
  archive: 'listEmptyArchive',
  deleted: 'listEmptyDeleted',
};

export interface EmptyListProps {
  place: Place;
  /** The filter of a list of favourites or of a tag; null for a place. */
  query: string | null;
  /** The key really set for the reader; empty when none is. */
  shortcut: string;
  /** Opens the page where a backup is restored. */
  restoreHref: string;
}

/** What an empty place says: what belongs here and how it gets here. */
export function EmptyList({ place, query, shortcut, restoreHref }: EmptyListProps): JSX.Element {
  const { t } = useWords();
  if (query !== null) return <EmptyQuery query={query} />;
  return (
    <div class="empty">
      <p class="empty-title">{t(TITLE[place])}</p>
      {place === 'list' && (
        <>
          <p>{shortcut ? t('listEmptyHow', shortcut) : t('listEmptyHowNoKey')}</p>
          <p>
            {t('listEmptyRestore')}{' '}
            <a href={restoreHref} target="_blank" rel="noopener">
              {t('listRestoreBackup')}
            </a>
          </p>
        </>
      )}
      {place === 'archive' && <p>{t('listEmptyArchiveHow')}</p>}
      {place === 'deleted' && <p>{t('listEmptyDeletedHow')}</p>}
    </div>
  );
}

function EmptyQuery({ query }: { query: string }): JSX.Element {
  const { t } = useWords();
  const favourites = query === 'is:favourite';
  return (
    <div class="empty">
      <p class="empty-title">{t(favourites ? 'listEmptyFavourites' : 'listEmptyTag')}</p>
      <p>{t(favourites ? 'listEmptyFavouritesHow' : 'listEmptyTagsHow')}</p>
    </div>
  );
}
