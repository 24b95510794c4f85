import { render } from 'preact';
import { createWords } from '../model/words.ts';
import { readSettings } from '../platform/settings-source.ts';
import { readShortcutKeys } from '../platform/shortcut-keys.ts';
import { interfaceLanguage, translate } from '../platform/translate.ts';
import { WordsProvider } from '../ui/list/words-context.ts';
import { showLanguage } from '../ui/show-language.ts';
import { WelcomePage } from './welcome-page.tsx';
import '../ui/styles/tokens.css';
import '../ui/styles/fonts.css';
import '../ui/styles/book-face.css';
import '../ui/styles/article-styles.ts';
import '../ui/styles/controls.css';
import '../ui/styles/choices.css';
import '../ui/styles/reader-panels.css';
import '../ui/styles/reader.css';
import '../ui/styles/way.css';
import '../ui/styles/lightbox.css';
import './welcome.css';

const words = createWords(translate, interfaceLanguage());
showLanguage(document.documentElement, words);
document.title = words.t('firstTitle');

const [settings, keys] = await Promise.all([readSettings(), readShortcutKeys()]);
render(
  <WordsProvider value={words}>
    <WelcomePage initialSettings={settings} initialKeys={keys} />
  </WordsProvider>,
  document.body,
);
