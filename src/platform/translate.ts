import { type ErrorCode, errorKeys } from '../model/errors/error-code.ts';
import type { Translate } from '../model/message-key.ts';
import { browser } from './browser.ts';
import { isFirefox } from './is-firefox.ts';

declare global {
  var rectoWords: Record<string, string> | undefined;
}

/**
 * Gives a string of `_locales` in the browser's language, or the key itself if there is none, so that nothing is blank.
 * In a page the strings may have been injected (`wordsScripts`): Chromium fetches them from another process at the
 * first call, and the page stands still until then.
 */
export const translate: Translate = (key, ...substitutions) => {
  const word = globalThis.rectoWords?.[key];
  return word === undefined
    ? browser.i18n.getMessage(key, substitutions) || key
    : word.replace(/\$(\d)/g, (_, place: string) => substitutions[Number(place) - 1] ?? '');
};

/** The language the interface is shown in, BCP 47, for `Intl` and `lang` attributes. */
export const interfaceLanguage = (): string => browser.i18n.getUILanguage();

/** What went wrong, in one sentence. */
export const errorSentence = (code: ErrorCode): string => translate(errorKeys(code).what);

/** What the person can do now, in one sentence. */
export const errorNextStep = (code: ErrorCode): string => translate(errorKeys(code).next);

/** The languages of `_locales` with one script; Chinese is chosen by its whole tag. */
const LANGUAGES = ['en', 'ja', 'ar'];

/** Chinese that is read in traditional characters, unless its tag names the simplified ones. */
const TRADITIONAL = /^zh(?!-Hans).*-(?:TW|HK|MO|Hant)\b/;

/**
 * The script with Recto's strings in the browser's language, to be injected before a script that shows any
 * (`translate`). Empty if the browser has the strings at hand (Firefox). Without them an open full view could say
 * nothing any more after Recto was updated.
 */
export function wordsScripts(): string[] {
  if (isFirefox()) return [];
  const language = browser.i18n.getUILanguage();
  const [primary = ''] = language.split('-');
  if (primary === 'zh') return [`/words/zh_${TRADITIONAL.test(language) ? 'TW' : 'CN'}.js`];
  return [`/words/${LANGUAGES.includes(primary) ? primary : 'en'}.js`];
}
