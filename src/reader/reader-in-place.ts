import type { Library } from '../model/library.ts';
import { readSiteSettings } from '../platform/site-settings.ts';
import { type EarlyOpening, idInAddress, openEarly } from './open-early.ts';
import { ReaderPage } from './reader-page.tsx';

/** What shows the article that the address names in another page of Recto's, which has the sheets of `reader-sheets.ts`. */
export const readerInPlace = {
  ReaderPage,
  /** Opens the article that a reader's address names. */
  openEarly: (library: Library, address: string): Promise<EarlyOpening> =>
    openEarly(library, readSiteSettings, idInAddress(new URL(address))),
};
