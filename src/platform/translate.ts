import type { Translate } from '../model/message-key.ts';
import { browser } from './browser.ts';

declare global {
  var rectoWords: Record<string, string> | undefined;
}

/**
 * Gives a string of `_locales` in the browser's language; the key itself when there is none, so that nothing is blank.
 *
 * In a page the strings may have been injected (`words-script.ts`): Chromium fetches them from another process at the first
 * question, and the page stands still for that long.
 */
export const translate: Translate = (key, ...substitutions) => {
  // An element of the page that is named so is a property of another object.
  const word = Object.hasOwn(globalThis, 'rectoWords') ? globalThis.rectoWords?.[key] : undefined;
  return word === undefined
    ? browser.i18n.getMessage(key, substitutions) || key
    : word.replace(/\$(\d)/g, (_, place: string) => substitutions[Number(place) - 1] ?? '');
};

/** The language the interface is shown in, BCP 47, for `Intl` and `lang` attributes. */
export const interfaceLanguage = (): string => browser.i18n.getUILanguage();
