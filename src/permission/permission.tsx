import { render } from 'preact';
import { asRectoError } from '../model/errors/as-recto-error.ts';
import { createWords } from '../model/words.ts';
import { readSettings } from '../platform/settings-source.ts';
import { interfaceLanguage, translate } from '../platform/translate.ts';
import { readWish } from '../platform/waiting-wishes.ts';
import { showLanguage } from '../ui/show-language.ts';
import { PermissionPage } from './permission-page.tsx';
import '../ui/styles/tokens.css';
import '../ui/styles/fonts.css';
import '../ui/styles/book-face.css';
import '../ui/styles/controls.css';
import '../ui/styles/choices.css';
import '../ui/styles/print.css';
import './permission.css';

const words = createWords(translate, interfaceLanguage());
showLanguage(document.documentElement, words);
document.title = words.t('permissionTitle');

const id = location.hash.slice(1);
const [settings, wish] = await Promise.all([readSettings(), readWish(id).catch(asRectoError)]);
render(<PermissionPage id={id} wish={wish} initialSettings={settings} words={words} />, document.body);
