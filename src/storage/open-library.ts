import type { Library } from '../model/library.ts';
import { browser } from '../platform/browser.ts';
import type { LibraryConnection } from './library-connection.ts';
import { type LoadSearch, localLibraryReader } from './local-library-reader.ts';

/**
 * The library for one of Recto's pages: it is changed as `remote` does, by messages, and read from the database. Firefox
 * opens no database in a private window: there nothing is connected, and everything goes by message.
 */
export function openLibrary(remote: Library, connect: () => LibraryConnection): Library {
  if (browser.extension.inIncognitoContext) return remote;
  return { ...remote, ...localLibraryReader(connect(), loadSearch) };
}

const loadSearch: LoadSearch = async () => ({
  ...(await import('./search/search-library.ts')),
  ...(await import('./read-tags.ts')),
});
