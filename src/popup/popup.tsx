import { render } from 'preact';
import { createWords } from '../model/words.ts';
import type { TabInfo } from '../platform/active-tab.ts';
import { takeEarlyReading } from '../platform/read-page.ts';
import { readSite } from '../platform/read-site.ts';
import { readSettings } from '../platform/settings-source.ts';
import { readShortcutKeys } from '../platform/shortcut-keys.ts';
import { interfaceLanguage, translate } from '../platform/translate.ts';
import { documentStyled } from '../ui/document-styled.ts';
import { WordsProvider } from '../ui/list/words-context.ts';
import { showLanguage } from '../ui/show-language.ts';
import { followEarlyReading, waitForReading } from './first-reading.ts';
import { PopupPage } from './popup-page.tsx';
import '../ui/styles/tokens.css';
import '../ui/styles/fonts.css';
import '../ui/styles/book-face.css';
import '../ui/styles/article-styles.ts';
import '../ui/styles/controls.css';
import '../ui/styles/choices.css';
import '../ui/styles/reader-panels.css';
import '../ui/styles/reader.css';
import './popup.css';

/** Devtools and other windows without a page: nothing can be read there, and the list still opens. */
const NO_TAB: TabInfo = { id: -1, windowId: -1, url: null, title: null, isPrivate: false };

const words = createWords(translate, interfaceLanguage());
showLanguage(document.documentElement, words);

const reading = takeEarlyReading().then(followEarlyReading);
const [tab, settings, site, keys] = await Promise.all([
  reading,
  readSettings(),
  reading.then((read) => readSite(read?.url ?? null, read)),
  readShortcutKeys(),
  reading.then(waitForReading),
  documentStyled(),
]);
render(
  <WordsProvider value={words}>
    <PopupPage tab={tab ?? NO_TAB} initialSettings={settings} site={site} keys={keys} />
  </WordsProvider>,
  document.body,
);
