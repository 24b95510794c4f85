import { render } from 'preact';
import { remoteLibrary } from '../messaging/remote-library.ts';
import { send } from '../messaging/send.ts';
import { createWords } from '../model/words.ts';
import { isReaderAddress } from '../platform/own-pages.ts';
import { readSettings } from '../platform/settings-source.ts';
import { readShortcutKeys } from '../platform/shortcut-keys.ts';
import { readSiteSettings } from '../platform/site-settings.ts';
import { interfaceLanguage, translate } from '../platform/translate.ts';
import { connectLibrary } from '../storage/library-connection.ts';
import { openLibrary } from '../storage/open-library.ts';
import { documentStyled } from '../ui/document-styled.ts';
import { showLanguage } from '../ui/show-language.ts';
import { openEarly } from './open-early.ts';
import { ReaderPage } from './reader-page.tsx';
import './reader-sheets.ts';

const words = createWords(translate, interfaceLanguage());
showLanguage(document.documentElement, words);

// The library shows articles in its own document by `history.pushState`, so this document may share its history with
// the list. Going back to the list then only changes the address and loads nothing.
const leaveToList = () => {
  if (!isReaderAddress(location.href)) location.reload();
};
addEventListener('popstate', leaveToList);
// The user may have gone back before this script ran.
leaveToList();

const library = openLibrary(remoteLibrary, () => connectLibrary({ onOutdated: () => location.reload() }));
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
