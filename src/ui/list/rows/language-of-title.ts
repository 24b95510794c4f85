const KANA = /[\p{sc=Hiragana}\p{sc=Katakana}]/gu;
const HANGUL = /\p{sc=Hangul}/u;
const HAN = /\p{sc=Han}/gu;
const LATIN_WORDS = /\p{sc=Latin}+/gu;

/**
 * The language of an item's title as a BCP 47 tag, for its typeface and for screen readers. Links that were imported or
 * saved from a menu have none, so it is guessed from the script: Han alone counts as the language of the interface if
 * that is Chinese or Japanese. Undefined when the script does not tell, or is only quoted among Latin words.
 *
 * @param locale the language of the interface
 */
export function languageOfTitle(item: { lang: string | null; title: string }, locale: string): string | undefined {
  const { lang, title } = item;
  if (lang !== null) return lang;
  const interfaceIs = (language: string): boolean => locale.split('-')[0] === language;
  // A Chinese name may contain a single の as ornament.
  if (countOf(title, KANA) > (interfaceIs('zh') ? 1 : 0)) return 'ja';
  if (HANGUL.test(title)) return 'ko';
  const han = countOf(title, HAN);
  if (han === 0 || han < countOf(title, LATIN_WORDS)) return undefined;
  return interfaceIs('zh') || interfaceIs('ja') ? locale : 'zh';
}

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
