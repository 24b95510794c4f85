/**
 * Every error a person can meet. Each has a sentence `error_<code>` and a next step `errorNext_<code>` in every locale
 * (dashes become underscores there); a test keeps the lists equal.
 */
export const ERROR_CODES = [
  /** The page was read, but it does not look like an article (home page, search results, video page). */
  'not-an-article',
  /** The site looks at the browser before it shows the page. */
  'checking-browser',
  /** The page has no text at all. */
  'empty',
  /** More nodes or text than the reader can lay out. */
  'too-large',
  /** The page did not answer in time. */
  'timeout',
  /** A page that browsers do not let extensions read: chrome:, about:, view-source:, devtools. */
  'restricted',
  /** The extension stores and the browser vendors' own sites. */
  'restricted-store',
  /** A PDF document. */
  'pdf',
  /** An image, a video or a sound shown by itself. */
  'media',
  /** XML, a feed or another data document. */
  'data-document',
  /** A file: page without file access. */
  'file-access',
  /** A page whose very address the browser keeps back: a file without access, view-source:, data:, an error page. */
  'withheld',
  /** One of Recto's own pages. */
  'own-page',
  /** A page of another extension. */
  'other-extension',
  /** The article lives in a frame of another site. */
  'framed',
  /** The page cannot be read for a reason the browser did not tell. */
  'unreadable',
  /** The tab went to another address or changed its content since it was read. */
  'page-moved',
  /** The tab was closed. */
  'tab-gone',
  /** A save from a private window without the person's word that it may be kept. */
  'needs-consent',
  /** The item is not in the list. */
  'not-found',
  /** The highlight was removed in another window. */
  'highlight-gone',
  /** The browser refuses to store more. */
  'quota',
  /** The database does not open. */
  'storage-unavailable',
  /** Storage is not available in a private window. */
  'storage-private',
  /** The database was written by a newer Recto. */
  'storage-newer',
  /** An open page of an older Recto keeps the database from being brought up to date. */
  'storage-blocked',
  /** The browser's storage for settings refuses a change. */
  'settings-unkept',
  /** The browser does not let Recto put something on the clipboard. */
  'copy-refused',
  /** A file that is not a Recto backup. */
  'backup-foreign',
  /** A backup of which nothing can be unpacked. */
  'backup-unreadable',
  /** A backup that unpacks to far too much. */
  'backup-too-large',
  /** A backup written by a newer Recto. */
  'backup-newer',
  /** A file that no import knows. */
  'import-unknown',
  /** A file to import that is damaged, encrypted, or unpacks to far too much. */
  'import-unreadable',
  /** The background did not answer. */
  'no-answer',
  /** A message whose content does not have the agreed form; points at a bug or an attack. */
  'bad-message',
  /** Anything else; the detail is in `message`. */
  'unexpected',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** Failures of pages that are there but have no article that Recto could find: the person can point at it. */
export const PICKABLE_FAILURES: readonly ErrorCode[] = ['not-an-article', 'empty'];
