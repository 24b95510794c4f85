import { remoteLibrary } from '../messaging/remote-library.ts';
import type { Library } from '../model/library.ts';
import { browser } from '../platform/browser.ts';
import { connectLibrary } from '../storage/library-connection.ts';
import { loadSearch } from '../storage/load-search.ts';
import { localLibraryReader } from '../storage/local-library-reader.ts';

/** The library, read from the database itself; Firefox opens none in a private window, and there all goes by message. */
export function openLibrary(): Library {
  if (browser.extension.inIncognitoContext) return remoteLibrary;
  const connection = connectLibrary({ onOutdated: () => location.reload() });
  return { ...remoteLibrary, ...localLibraryReader(connection, loadSearch) };
}
