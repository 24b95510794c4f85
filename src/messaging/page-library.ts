import type { Library } from '../model/library.ts';
import { sendFromPage } from './send-from-page.ts';

/** What the reader over a page needs of the library, always for the article of that page. */
export type PageLibrary = Pick<
  Library,
  | 'save'
  | 'updateCopy'
  | 'saveLink'
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

/**
 * The library by messages, as far as content scripts need it; the rest would only make their scripts larger. `watch` is
 * missing, because content scripts have another origin than Recto's own pages and are not told of changes.
 */
export const pageLibrary: Omit<PageLibrary, 'watch'> = {
  save: (article, options = {}) => sendFromPage('article.save', { article, ...options }),
  updateCopy: (article, options = {}) => sendFromPage('article.update', { article, ...options }),
  saveLink: (link, options = {}) => sendFromPage('link.save', { ...link, ...options }),
  undoSave: ({ id, savedAt }) => sendFromPage('article.undo-save', { id, savedAt }),
  keepHidden: (id, changes) => sendFromPage('article.hide', { id, changes }),
  highlights: (articleId) => sendFromPage('highlight.list', { articleId }),
  addHighlight: (articleId, draft) => sendFromPage('highlight.add', { articleId, draft }),
  changeHighlight: ({ id, articleId }, change) => sendFromPage('highlight.change', { id, articleId, ...change }),
  removeHighlight: ({ id, articleId }) => sendFromPage('highlight.remove', { id, articleId }),
  restoreHighlight: ({ id, articleId }) => sendFromPage('highlight.restore', { id, articleId }),
  pictureReceipt: (id) => sendFromPage('article.receipt', { id }),
  keepPictures: (id, urls) => sendFromPage('article.keep-pictures', { id, ...(urls ? { urls } : {}) }),
};
