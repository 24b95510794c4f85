import { render } from 'preact';
import { createWords } from '../model/words.ts';
import type { TabInfo } from '../platform/active-tab.ts';
import { readSettings } from '../platform/read-settings.ts';
import { shortcutKeys } from '../platform/shortcut-keys.ts';
import { takeEarlyReading } from '../platform/take-early-reading.ts';
import { interfaceLanguage, translate } from '../platform/translate.ts';
import { WordsProvider } from '../ui/list/words-context.ts';
import { beginReading } from './first-reading.ts';
import { PopupPage } from './popup-page.tsx';
import '../ui/styles/tokens.css';
import '../ui/styles/fonts.css';
import '../ui/styles/article-styles.ts';
import '../ui/styles/controls.css';
import '../ui/styles/reader.css';
import './popup.css';

/** Devtools and other windows without a page: nothing can be read there, and the list still opens. */
const NO_TAB: TabInfo = { id: -1, windowId: -1, url: null, title: null, isPrivate: false };

const words = createWords(translate, interfaceLanguage());
document.documentElement.lang = words.locale;

const [tab, settings, keys] = await Promise.all([
  takeEarlyReading().then(beginReading),
  readSettings(),
  shortcutKeys(),
]);
render(
  <WordsProvider value={words}>
    <PopupPage tab={tab ?? NO_TAB} initialSettings={settings} keys={keys} />
  </WordsProvider>,
  document.body,
);
