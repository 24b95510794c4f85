import { render } from 'preact';
import { createWords } from '../model/words.ts';
import { readSettings } from '../platform/read-settings.ts';
import { shortcutKeys } from '../platform/shortcut-keys.ts';
import { readSiteSettings } from '../platform/site-settings.ts';
import { interfaceLanguage, translate } from '../platform/translate.ts';
import { showLanguage } from '../ui/show-language.ts';
import { openEarly } from './open-early.ts';
import { openLibrary } from './open-library.ts';
import { ReaderPage } from './reader-page.tsx';
import '../ui/styles/tokens.css';
import '../ui/styles/fonts.css';
import '../ui/styles/article-styles.ts';
import '../ui/styles/controls.css';
import '../ui/styles/choices.css';
import '../ui/styles/reader-panels.css';
import '../ui/styles/reader.css';
import '../ui/styles/way.css';
import '../ui/styles/lightbox.css';
import './reader.css';

const words = createWords(translate, interfaceLanguage());
showLanguage(document.documentElement, words);

const library = openLibrary();
const [early, settings, keys] = await Promise.all([
  openEarly(library, readSiteSettings),
  readSettings(),
  shortcutKeys(),
]);
render(
  <main>
    <ReaderPage {...{ library, words, early }} initialSettings={settings} toggleKey={keys['toggle-reader']} />
  </main>,
  document.body,
);
