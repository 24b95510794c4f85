import type { Library } from '../model/library.ts';
import { readSiteSettings } from '../platform/site-settings.ts';
import { type EarlyOpening, openEarly } from './open-early.ts';
import { ReaderPage } from './reader-page.tsx';

/** What shows the article that the address names in another page of Recto's, which has the sheets of `reader-sheets.ts`. */
export const readerInPlace = {
  ReaderPage,
  openEarly: (library: Library): Promise<EarlyOpening> => openEarly(library, readSiteSettings),
};
