import type { MessageKey } from '../message-key.ts';

/**
 * Every error a person can meet, but for those of the library tab alone. Each has a sentence `error_<code>` and a next
 * step `errorNext_<code>` in every locale (dashes become underscores there); a test keeps the lists equal.
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
  /** The tab went to another site after the press, or in Firefox loaded any page: the browser's leave to see it ended. */
  'left-site',
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
  /** A backup of which nothing can be unpacked, or that the browser cannot read any more. */
  'backup-unreadable',
  /** A backup that unpacks to far too much. */
  'backup-too-large',
  /** A backup written by a newer Recto. */
  'backup-newer',
  /** An automatic backup that could not be written: its folder is gone, or the disk is full. */
  'backup-unwritten',
  /** The same where it goes to the browser's downloads: no other folder can be chosen in Recto. */
  'backup-undownloaded',
  /** A file with nothing in it, as is left where a copy or a download ended at once. */
  'file-blank',
  /** A file that no import knows. */
  'import-unknown',
  /** A file to import that the browser cannot read any more, or is damaged, encrypted, or unpacks to far too much. */
  'import-unreadable',
  /** The background did not answer. */
  'no-answer',
  /** A message whose content does not have the agreed form; points at a bug or an attack. */
  'bad-message',
  /** Anything else; the detail is in `message`. */
  'unexpected',
] as const;

/**
 * Errors that arise in the library tab and are shown there. No message tells of one, so that scripts in pages, which
 * have no room to spare, need not know them.
 */
export const LIBRARY_ERROR_CODES = [
  /** Several files were dropped where one is taken in. */
  'several-files',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number] | (typeof LIBRARY_ERROR_CODES)[number];

/** Failures of pages that are there but have no article that Recto could find: the person can point at it. */
export const PICKABLE_FAILURES: readonly ErrorCode[] = ['not-an-article', 'empty'];

type Underscored<Text extends string> = Text extends `${infer Head}-${infer Tail}`
  ? `${Head}_${Underscored<Tail>}`
  : Text;

/** Names of the strings for an error: what went wrong in one sentence, and what the person can do next in another. */
export function errorKeys(code: ErrorCode | BackupRefusal): { what: MessageKey; next: MessageKey } {
  // Names of strings may not hold a dash; a string that is missing is a type error here.
  const name = code.replaceAll('-', '_') as Underscored<ErrorCode | BackupRefusal>;
  return { what: `error_${name}`, next: `errorNext_${name}` };
}

/**
 * Why a record of a backup is not restored while the rest of the file is. As an error, each has a sentence `error_<code>`
 * and a next step `errorNext_<code>` in every locale; none is thrown, so that they are no `ErrorCode`.
 */
export const BACKUP_REFUSALS = [
  /** Not whole: no JSON, a field or the text is missing, a time that no calendar holds, a picture that is not its hash's. */
  'record-damaged',
  /** The address of an item is no page's. */
  'record-address',
  /** A kind of record that this version does not know. */
  'record-unknown',
  /** Longer than any record that is written. */
  'record-too-long',
  /** Not a record but the end of the file: what should follow is missing. */
  'backup-cut-short',
] as const;

export type BackupRefusal = (typeof BACKUP_REFUSALS)[number];
