import type { Library } from '../model/library.ts';
import { readSiteSettings } from '../platform/site-settings.ts';
import { type EarlyOpening, idInAddress, openEarly } from './open-early.ts';
import { ReaderPage } from './reader-page.tsx';

/**
 * The reader for another page of Recto, such as the library, which must load the style sheets of `reader-sheets.ts`.
 */
export const readerInPlace = {
  ReaderPage,
  /** Opens the article with the id in an address of the reader. */
  openEarly: (library: Library, address: string): Promise<EarlyOpening> =>
    openEarly(library, readSiteSettings, idInAddress(new URL(address))),
};
