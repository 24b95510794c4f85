import type { Article } from '../../../../src/model/article.ts';
import { tagKey } from '../../../../src/model/search/tag-key.ts';
import { sampleArticle } from '../sample-article.ts';

/** Addresses that people keep in the random sequences: three pages, and two short ones that lead to the first of them. */
export const ADDRESSES = [
  'https://one.example/a',
  'https://two.example/b',
  'https://two.example/c',
  'https://short.example/1',
  'https://short.example/2',
] as const;

/** How many of them are pages. */
export const PAGES = 3;

/** The page that a short address leads to, and the short address that leads to a page, where there is one. */
export const SHORT_OF: readonly (string | undefined)[] = [ADDRESSES[3], ADDRESSES[4]];

/** One word that only this text of this page has: of words with spaces, of words without, of another direction. */
export const WORDS_OF_PAGES = [
  ['harbour', 'lantern', '潮水', 'marzipan', 'قنديل'],
  ['juniper', '燈塔', 'orchard', 'мельница', 'velvet'],
  ['ぶどう', 'bicycle', 'saffron', 'pebble', 'καράβι'],
] as const;

/** Texts of each page: two of a length, a longer, one that is much shorter, and one that asks to sign in. */
export const TEXTS = 5;

const REPEATED = [6, 6, 12, 2, 1];
/** Of two texts the one with the lower rank looks worse. */
export const TEXT_RANKS = [2, 2, 3, 1, 0];

/** What a person may find by: each word is in one text of one page, one title, one note or one tag. */
export const wordOf = (page: number, text: number): string => WORDS_OF_PAGES[page]?.[text] ?? '';
export const NOTES = ['apricot', '梅子', 'برقوق', 'damson'] as const;
export const TAGS = ['Travel', 'travel', '旅行', 'café', 'cafe'] as const;
/** The common form of the spellings of a tag. */
export const tagAt = (tag: number): string => tagKey(TAGS[tag] ?? '');
export const PASSAGES = ['keeps the lamp', 'counts the boats'] as const;
export const BLOCKS = ['The keeper', 'Nobody'] as const;

/** The article that is read at this page when it shows that text. */
export function articleOf(page: number, text: number): Article {
  const word = wordOf(page, text);
  const lines = Array.from({ length: REPEATED[text] ?? 1 }, () => 'The keeper keeps the lamp and counts the boats.');
  return sampleArticle({
    url: ADDRESSES[page] ?? '',
    title: `Page ${page}`,
    siteName: null,
    text: [`${word}.`, ...lines, ...(text === 4 ? ['Please sign in.'] : [])].join('\n'),
    contentHash: word,
  });
}
