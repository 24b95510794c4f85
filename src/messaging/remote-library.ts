import type { Library } from '../model/library.ts';
import { watchChanges } from '../platform/library-changes.ts';
import { pageLibrary } from './page-library.ts';
import { send } from './send.ts';

/** Deadline for renaming a tag, which may be on ten thousand articles, and for a step of five hundred on a slow disk. */
const LONG_WORK_MS = 60_000;

/**
 * The library by messages to the background. Recto's pages use it for writes, and in private windows of Firefox, where
 * the database cannot be opened, for reads as well.
 */
export const remoteLibrary: Library = {
  ...pageLibrary,
  watch: watchChanges,
  move: (ids, place, from) => send('article.move', { ids, place, ...(from && { from }) }, LONG_WORK_MS),
  restore: (ids) => send('article.restore', { ids }, LONG_WORK_MS),
  dropDeleted: (ids) => send('article.drop-deleted', { ids }, LONG_WORK_MS),
  keepPosition: (id, position) => send('article.position', { id, position }),
  markOpened: (id) => send('article.opened', { id }),
  setFavourite: (ids, favourite) => send('article.favourite', { ids, favourite }, LONG_WORK_MS),
  changeTags: (ids, change) => send('article.tag', { ids, ...change }, LONG_WORK_MS),
  replaceTag: (replacement) => send('tag.replace', replacement, LONG_WORK_MS),
  mendSearch: (input) => send('library.mend-search', input),
  counts: () => send('library.counts', {}),
  list: (query) => send('library.list', query),
  metadata: (ids) => send('library.metadata', { ids }),
  continueReading: (limit) => send('library.continue', { limit }),
  search: (query) => send('library.search', query),
  tags: () => send('library.tags', {}),
  find: (url) => send('article.find', { url }),
  open: (id) => send('article.open', { id }),
  copies: (id) => send('article.copies', { id }),
  openCopy: (id, keptAt) => send('article.open-copy', { id, keptAt }),
  useCopy: (id, keptAt) => send('article.use-copy', { id, keptAt }),
  dropCopy: (id, keptAt) => send('article.drop-copy', { id, keptAt }),
  allHighlights: () => send('highlight.list-all', {}),
  openPictures: async (id) => {
    const facts = await send('article.pictures', { id });
    return Promise.all(
      facts.map(async (fact) => {
        const blob = fact.state === 'kept' ? await send('article.picture', { id, url: fact.url }) : null;
        return { ...fact, blob };
      }),
    );
  },
};
