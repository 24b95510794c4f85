import { countLetters } from '../../model/text/letters.ts';
import { attributeOf, attributeOrNull, findAll, findFirst, rawText } from '../find-elements.ts';
import { chineseScript, detectLanguage } from './detect-language.ts';
import { readLinkedData } from './read-linked-data.ts';
import { metaValues } from './read-meta-tags.ts';

/**
 * The language of a page as a BCP 47 tag: the declared one unless the text contradicts it, else the detected one. Null
 * when neither is known. A bare `zh` gets a script, and so does a tag whose region contradicts the characters (`zh-CN`
 * over traditional ones).
 */
export function chooseLanguage(page: Document, sample: string): string | null {
  const detected = detectLanguage(sample);
  const agreeing = declaredLanguage(
    page,
    (tag) => !detected || primary(tag) === primary(detected) || sameFamily(primary(tag), primary(detected)),
  );
  if (!agreeing || !detected) return agreeing ?? detected;
  if (primary(agreeing) !== 'zh') return agreeing;
  const written = chineseScript(sample);
  const meant = /hant|tw|hk|mo/i.test(agreeing) ? 'Hant' : /hans|cn|sg/i.test(agreeing) ? 'Hans' : null;
  return meant !== null && (written === null || meant === written) ? agreeing : `zh-${written ?? 'Hans'}`;
}

/** Languages that detection confuses with each other. Within a family the declared language is believed. */
const FAMILIES = [
  'da nb no nn sv fo is',
  'id ms',
  'pl cs sk sl hr bs sr',
  'ru bg uk sr mk be kk ky mn tg',
  'ar fa ur ps ckb sd',
  'hi mr ne',
  'bn as',
  'es gl ca',
  'fi et',
  'tr az',
  'he yi',
  'zh yue',
];

function sameFamily(one: string, two: string): boolean {
  return FAMILIES.some((family) => [one, two].every((tag) => family.split(' ').includes(tag)));
}

const primary = (tag: string) => tag.split('-')[0]?.toLowerCase() ?? '';

/** The first declared language for which `agrees` holds. */
function declaredLanguage(page: Document, agrees: (tag: string) => boolean): string | null {
  const root = page.documentElement;
  for (const read of [
    () => attributeOrNull(findFirst(page, 'article[lang]'), 'lang'),
    () => attributeOrNull(root, 'lang'),
    () => attributeOrNull(root, 'xml:lang'),
    () => attributeOrNull(page.body, 'lang'),
    () => readLinkedData(page).lang,
    () => metaValues(page, 'content-language dc.language language inlanguage og:locale')[0],
  ]) {
    const tag = canonical(read());
    if (tag && agrees(tag)) return tag;
  }
  return null;
}

/** A language tag in its canonical form: `en_US` → `en-US`, `zh-cmn-Hans` → `zh-Hans`. Null for what is not a tag. */
function canonical(tag: string | null | undefined): string | null {
  const text =
    (tag ?? '')
      .trim()
      .split(/[,;\s]/)[0]
      ?.replace(/_/g, '-')
      .replace(/^zh-cmn/i, 'zh') ?? '';
  if (!/^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(text)) return null;
  try {
    return Intl.getCanonicalLocales(text)[0] ?? null;
  } catch {
    return null;
  }
}

/** The Unicode blocks of right-to-left scripts; a cheap test before the scripts are counted. */
const LEFTWARD_BLOCKS = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

/** The direction that the article's own element declares, else `rtl` when most letters are of right-to-left scripts. */
export function directionOf(text: string, body?: ParentNode): 'ltr' | 'rtl' {
  const declared = attributeOf(findFirst(body, 'main[dir], article[dir]'), 'dir').toLowerCase();
  if (declared === 'rtl' || declared === 'ltr') return declared;
  const sample = text.slice(0, 6000);
  if (!LEFTWARD_BLOCKS.test(sample)) return 'ltr';
  const leftward = sample.match(/[\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}]/gu)?.length ?? 0;
  return leftward * 2 > countLetters(sample) ? 'rtl' : 'ltr';
}

/** A sample of the page's text to detect its language by: its paragraphs, else other blocks, else everything. */
export function sampleText(page: Document): string {
  let text = '';
  for (const selector of ['p', 'section, td, li, h1, h2']) {
    for (const block of findAll(page, selector)) {
      if (text.length > 6000) return text;
      if (block.childElementCount < 12) text += `${rawText(block).slice(0, 1500)}\n`;
    }
    if (text.length > 1000) return text;
  }
  return `${text}\n${rawText(page.body).slice(0, 20_000)}`;
}
