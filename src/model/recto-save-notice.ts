import type { SaveReceipt } from './library.ts';

/** What `save-notice.iife.ts` defines as `globalThis.rectoSaveNotice` in the isolated world of a page. */
export interface RectoSaveNotice {
  /** Reads the page, saves it, and shows the outcome with Undo. In a private window it asks first. */
  savePage(isPrivate: boolean): void;
  /** Shows that a link was saved, with Undo. */
  showSavedLink(receipt: SaveReceipt, title: string): void;
  /** Asks whether a link of a private page may be kept in the normal list, and saves it on yes. */
  askToSaveLink(link: { url: string; title: string }): void;
  /** Shows why a link was not saved. */
  showFailure(code: string): void;
  /**
   * Full view is open now. A notice about its page goes, because full view says that itself; a notice about a link
   * comes to the front.
   */
  enterReader(): void;
}

declare global {
  var rectoSaveNotice: RectoSaveNotice | undefined;
}
