import { expect, test } from 'vitest';
import type { ExtractedArticle } from '../../../scripts/extraction/extract-page.ts';
import { printArticle } from '../../../scripts/extraction/print-article.ts';

const ARTICLE: ExtractedArticle = {
  title: 'Keepers',
  byline: 'Ann Lee',
  publishedTime: null,
  siteName: null,
  lang: 'en',
  dir: 'ltr',
  excerpt: null,
  attribution: null,
  html: '',
  text: 'Going home.',
  wordCount: 2,
  readingMinutes: 1,
};

test('the length of an article is given in the unit of its language', () => {
  expect(printArticle(ARTICLE, 80)).toContain('Ann Lee · 2 words · 1 min · en');
  expect(printArticle({ ...ARTICLE, text: 'Going.', wordCount: 1 }, 80)).toContain('Ann Lee · 1 word · 1 min · en');
  for (const lang of ['zh-Hans', 'ja']) {
    expect(printArticle({ ...ARTICLE, lang, wordCount: 4171 }, 80)).toContain('4171 字');
  }
});
