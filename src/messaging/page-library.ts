import type { Library } from '../model/library.ts';
import { watchChanges } from '../platform/library-changes.ts';
import { send } from './send.ts';

/** What a reader over a page does with the library: all of it is about that page's own article. */
export type PageLibrary = Pick<
  Library,
  | 'save'
  | 'updateCopy'
  | 'undoSave'
  | 'keepHidden'
  | 'highlights'
  | 'addHighlight'
  | 'changeHighlight'
  | 'removeHighlight'
  | 'restoreHighlight'
  | 'pictureReceipt'
  | 'keepPictures'
  | 'watch'
>;

/** The library as far as content scripts use it, by message: the rest would only make their script longer. */
export const pageLibrary: PageLibrary = {
  save: (article, options = {}) => send('article.save', { article, ...options }),
  updateCopy: (article, options = {}) => send('article.update', { article, ...options }),
  undoSave: ({ id, savedAt }) => send('article.undo-save', { id, savedAt }),
  keepHidden: (id, changes) => send('article.hide', { id, changes }),
  highlights: (articleId) => send('highlight.list', { articleId }),
  addHighlight: (articleId, draft) => send('highlight.add', { articleId, draft }),
  changeHighlight: ({ id, articleId }, change) => send('highlight.change', { id, articleId, ...change }),
  removeHighlight: ({ id, articleId }) => send('highlight.remove', { id, articleId }),
  restoreHighlight: ({ id, articleId }) => send('highlight.restore', { id, articleId }),
  pictureReceipt: (id) => send('article.receipt', { id }),
  keepPictures: (id, urls) => send('article.keep-pictures', { id, ...(urls ? { urls } : {}) }),
  watch: watchChanges,
};
