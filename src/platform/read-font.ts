import atkinson400Italic from '@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-400-italic.woff2?url';
import atkinson400 from '@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-400-normal.woff2?url';
import atkinson700 from '@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-700-normal.woff2?url';
import atkinsonExt400 from '@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-ext-400-normal.woff2?url';
import atkinsonExt700 from '@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-ext-700-normal.woff2?url';
import literataCyrillic from '@fontsource-variable/literata/files/literata-cyrillic-wght-normal.woff2?url';
import literataExt from '@fontsource-variable/literata/files/literata-latin-ext-wght-normal.woff2?url';
import literataItalic from '@fontsource-variable/literata/files/literata-latin-wght-italic.woff2?url';
import literata from '@fontsource-variable/literata/files/literata-latin-wght-normal.woff2?url';
import type { FontFile } from '../model/settings/bundled-fonts.ts';
import { browser } from './browser.ts';

const URLS: Record<FontFile, string> = {
  'literata-latin-wght-normal': literata,
  'literata-latin-wght-italic': literataItalic,
  'literata-latin-ext-wght-normal': literataExt,
  'literata-cyrillic-wght-normal': literataCyrillic,
  'atkinson-hyperlegible-latin-400-normal': atkinson400,
  'atkinson-hyperlegible-latin-400-italic': atkinson400Italic,
  'atkinson-hyperlegible-latin-700-normal': atkinson700,
  'atkinson-hyperlegible-latin-ext-400-normal': atkinsonExt400,
  'atkinson-hyperlegible-latin-ext-700-normal': atkinsonExt700,
};

/** The bytes of a font that comes with Recto. For the background and Recto's own pages; content scripts ask by message. */
export async function readFont(file: FontFile): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(browser.runtime.getURL(URLS[file].replace(/^\//, '')));
  return new Uint8Array(await response.arrayBuffer());
}
