import { browser } from './browser.ts';

/** The languages of `_locales` that are written in one way only; Chinese is chosen by its whole tag. */
const LANGUAGES = ['en', 'ja', 'ar'];

/**
 * The script with Recto's strings in the browser's language, for injecting before a script that shows any (`translate.ts`).
 * Empty where the browser has them at hand (Firefox), or where it is left to Chromium which of the languages it takes.
 */
export function wordsScripts(): string[] {
  if (!browser.runtime.getURL('').startsWith('chrome-extension:')) return [];
  const language = browser.i18n.getUILanguage();
  const [primary = ''] = language.split('-');
  if (primary === 'zh') return /^zh-(?:CN|TW)$/.test(language) ? [`/words/${language.replace('-', '_')}.js`] : [];
  return [`/words/${LANGUAGES.includes(primary) ? primary : 'en'}.js`];
}
