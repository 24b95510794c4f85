import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { math, mathHtml } from 'micromark-extension-math';
import { articleToMarkdown, type MarkdownOptions } from '../../../src/exporting/article-to-markdown.ts';
import type { MarkdownHead } from '../../../src/exporting/markdown/front-matter.ts';
import { sanitiseArticle } from '../../../src/sanitising/sanitise-article.ts';

export const HEAD: MarkdownHead = {
  title: 'A "title": with signs',
  byline: 'Ann Writer',
  url: 'https://news.example/a?b=1',
  siteName: 'News',
  publishedTime: '2026-05-03T10:00:00+08:00',
  savedAt: new Date(2026, 4, 4, 12).getTime(),
  tags: ['deep sea', '2026', '海', 'deep sea'],
};

export const toMarkdown = (html: string, options: MarkdownOptions = {}): string =>
  articleToMarkdown(HEAD, sanitiseArticle(html), { withFrontMatter: false, ...options });

/** Markdown as another program reads it: CommonMark with GFM, footnotes and `$` formulas. */
export function asPage(markdown: string): HTMLElement {
  const page = document.createElement('div');
  page.innerHTML = micromark(markdown, {
    allowDangerousHtml: true,
    extensions: [gfm(), math()],
    htmlExtensions: [gfmHtml(), mathHtml()],
  });
  return page;
}

export const there = (html: string): HTMLElement => asPage(toMarkdown(html));
export const text = (element: Element | null): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
