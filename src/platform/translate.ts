import type { Translate } from '../model/message-key.ts';
import { browser } from './browser.ts';

/** Gives a string of `_locales` in the browser's language; the key itself when there is none, so that nothing is blank. */
export const translate: Translate = (key, ...substitutions) => browser.i18n.getMessage(key, substitutions) || key;

/** The language the interface is shown in, BCP 47, for `Intl` and `lang` attributes. */
export const interfaceLanguage = (): string => browser.i18n.getUILanguage();
