import { blockText } from '../../src/extraction/block-text.ts';
import type { Article } from '../../src/model/article.ts';
import { sanitiseArticle } from '../../src/sanitising/sanitise-article.ts';
import { HOSTILE_BODIES } from './hostile-bodies.ts';

/** A hostile article of some size, standing in the page. */
export interface HostileBody {
  size: number;
  html: string;
  article: Article;
  body: HTMLElement;
}

/** Shows one of `HOSTILE_BODIES` in the page, in place of what was there. */
export function setHostileBody(shape: string, size: number): HostileBody {
  const html = HOSTILE_BODIES[shape]?.(size) ?? '';
  const body = document.createElement('div');
  body.append(sanitiseArticle(html, { network: 'none' }));
  const page = document.createElement('article');
  page.append(body);
  document.body.replaceChildren(page);
  return { size, html, body, article: { ...FACTS, html, text: blockText(body) } };
}

const FACTS: Omit<Article, 'html' | 'text'> = {
  url: 'https://odd.example/article',
  canonicalUrl: null,
  title: 'The tide',
  byline: null,
  siteName: null,
  publishedTime: null,
  lang: 'en',
  dir: 'ltr',
  excerpt: null,
  leadImage: null,
  attribution: null,
  wordCount: 1,
  readingMinutes: 1,
  contentHash: 'odd',
};
