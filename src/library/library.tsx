import { render } from 'preact';
import { remoteLibrary } from '../messaging/remote-library.ts';
import type { Library } from '../model/library.ts';
import { createWords } from '../model/words.ts';
import { browser } from '../platform/browser.ts';
import { readSettings } from '../platform/read-settings.ts';
import { shortcutKeys } from '../platform/shortcut-keys.ts';
import { interfaceLanguage, translate } from '../platform/translate.ts';
import { connectLibrary } from '../storage/library-connection.ts';
import { localLibraryReader } from '../storage/local-library-reader.ts';
import { WordsProvider } from '../ui/list/words-context.ts';
import { LibraryPage } from './library-page.tsx';
import '../ui/styles/tokens.css';
import '../ui/styles/fonts.css';
import '../ui/styles/page.css';
import '../ui/styles/cjk.css';
import '../ui/styles/controls.css';
import '../ui/styles/reader.css';
import '../ui/list/list.css';
import './library.css';

/** Firefox opens no database in a private window: there everything goes by message. */
function openLibrary(): Library {
  if (browser.extension.inIncognitoContext) return remoteLibrary;
  const connection = connectLibrary({ onOutdated: () => location.reload() });
  return { ...remoteLibrary, ...localLibraryReader(connection) };
}

const words = createWords(translate, interfaceLanguage());
document.documentElement.lang = words.locale;
document.title = words.t('listTitle');

const library = openLibrary();
const [settings, keys] = await Promise.all([readSettings(), shortcutKeys()]);
render(
  <WordsProvider value={words}>
    <LibraryPage library={library} backup={null} initialSettings={settings} keys={keys} />
  </WordsProvider>,
  document.body,
);
