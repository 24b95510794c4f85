import { render } from 'preact';
import { remoteLibrary } from '../messaging/remote-library.ts';
import { send } from '../messaging/send.ts';
import type { Library } from '../model/library.ts';
import { createWords } from '../model/words.ts';
import { browser } from '../platform/browser.ts';
import { isReaderAddress } from '../platform/own-pages.ts';
import { readSettings } from '../platform/settings-source.ts';
import { readShortcutKeys } from '../platform/shortcut-keys.ts';
import { readSiteSettings } from '../platform/site-settings.ts';
import { interfaceLanguage, translate } from '../platform/translate.ts';
import { connectLibrary } from '../storage/library-connection.ts';
import { loadSearch } from '../storage/load-search.ts';
import { localLibraryReader } from '../storage/local-library-reader.ts';
import { documentStyled } from '../ui/document-styled.ts';
import { showLanguage } from '../ui/show-language.ts';
import { openEarly } from './open-early.ts';
import { ReaderPage } from './reader-page.tsx';
import './reader-sheets.ts';

const words = createWords(translate, interfaceLanguage());
showLanguage(document.documentElement, words);

// Where the article was opened in the library's own document, the list before it in the history counts as this document,
// too: the browser changes the address and loads nothing.
const leaveToList = () => {
  if (!isReaderAddress(location.href)) location.reload();
};
addEventListener('popstate', leaveToList);
// It may have been left before this script was there.
leaveToList();

const library = openLibrary();
const [early, settings, keys] = await Promise.all([
  openEarly(library, readSiteSettings),
  readSettings(),
  readShortcutKeys(),
  documentStyled(),
]);
render(
  <main tabIndex={-1}>
    <ReaderPage
      {...{ library, words, early }}
      initialSettings={settings}
      toggleKey={keys['toggle-reader']}
      openList={() => send('tab.open-list', {})}
    />
  </main>,
  document.body,
);

/** The library, read from the database itself; Firefox opens none in a private window, and there all goes by message. */
function openLibrary(): Library {
  if (browser.extension.inIncognitoContext) return remoteLibrary;
  const connection = connectLibrary({ onOutdated: () => location.reload() });
  return { ...remoteLibrary, ...localLibraryReader(connection, loadSearch) };
}
