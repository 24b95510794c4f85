import type { Library } from '../model/library.ts';
import { watchChanges } from '../platform/library-changes.ts';
import { send } from './send.ts';

/**
 * The library as seen from where it cannot be opened: content scripts (for writes) and private windows in Firefox (for
 * reads too). Everything goes to the background by message.
 */
export const remoteLibrary: Library = {
  save: (article, options = {}) => send('article.save', { article, ...options }),
  updateCopy: (article, options = {}) => send('article.update', { article, ...options }),
  saveLink: (link, options = {}) => send('link.save', { ...link, ...options }),
  move: (ids, place) => send('article.move', { ids, place }),
  restore: (ids) => send('article.restore', { ids }),
  undoSave: (id) => send('article.undo-save', { id }),
  keepPosition: (id, position) => send('article.position', { id, position }),
  markOpened: (id) => send('article.opened', { id }),
  setFavourite: (ids, favourite) => send('article.favourite', { ids, favourite }),
  changeTags: (ids, change) => send('article.tag', { ids, ...change }),
  mendSearch: (input) => send('library.mend-search', input),
  counts: () => send('library.counts', {}),
  list: (query) => send('library.list', query),
  metadata: (ids) => send('library.metadata', { ids }),
  continueReading: (limit) => send('library.continue', { limit }),
  search: (query) => send('library.search', query),
  tags: () => send('library.tags', {}),
  find: (url) => send('article.find', { url }),
  open: (id) => send('article.open', { id }),
  watch: watchChanges,
};
