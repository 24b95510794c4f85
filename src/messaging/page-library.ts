import type { Library } from '../model/library.ts';
import { sendFromPage } from './send-from-page.ts';

/** What a reader over a page does with the library: all of it is about that page's own article. */
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
 * The library as far as content scripts use it, by message: the rest would only make their script longer. They hear of no
 * change, being of another origin than Recto's own pages.
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
