import { normaliseUrl } from '../model/address/normalise-url.ts';
import type { LibraryReader, SearchQuery } from '../model/library.ts';
import { parseSavedMetadata } from '../model/saved-article.ts';
import { watchChanges } from '../platform/library-changes.ts';
import { readCopies, readCopy } from './copies/stored-copies.ts';
import { findItem } from './find-item.ts';
import { readAllHighlights, readHighlights } from './highlights/read-highlights.ts';
import { type LibraryConnection, withDatabase } from './library-connection.ts';
import { readPictureReceipt, readPictures } from './pictures/read-pictures.ts';
import { readCounts, readList, readMetadata, readSaved, readUnfinished } from './read-items.ts';
import type { readTags } from './read-tags.ts';
import type { searchLibrary } from './search/search-library.ts';

/** Loads the code of search, which brings a table of Chinese characters of 20 kB. */
export type LoadSearch = () => Promise<{ searchLibrary: typeof searchLibrary; readTags: typeof readTags }>;

/**
 * Reads the library from IndexedDB, for extension pages and the background. Pages give a dynamic import as
 * `loadSearch`, so that their first rows do not wait for search. A service worker has no dynamic import.
 */
export function localLibraryReader(connection: LibraryConnection, loadSearch: LoadSearch): LibraryReader {
  const reading =
    <Args extends unknown[], T>(
      read: (database: Awaited<ReturnType<typeof connection.database>>, ...args: Args) => Promise<T>,
    ) =>
    (...args: Args): Promise<T> =>
      withDatabase(connection, (database) => read(database, ...args));
  return {
    counts: reading(readCounts),
    list: reading(readList),
    continueReading: reading(readUnfinished),
    search: reading(async (database, query: SearchQuery) => (await loadSearch()).searchLibrary(database, query)),
    tags: reading(async (database) => (await loadSearch()).readTags(database)),
    find: reading(async (database, url: string) => {
      const found = parseSavedMetadata(await findItem(database.transaction('metadata'), normaliseUrl(url)));
      return found?.place === 'deleted' ? null : found;
    }),
    open: reading(readSaved),
    metadata: reading(readMetadata),
    copies: reading(readCopies),
    openCopy: reading(readCopy),
    highlights: reading(readHighlights),
    allHighlights: reading(readAllHighlights),
    pictureReceipt: reading(readPictureReceipt),
    openPictures: reading(readPictures),
    watch: watchChanges,
  };
}
