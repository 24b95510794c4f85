import type { Article } from '../../../src/model/article.ts';
import type { SavedMetadata } from '../../../src/model/saved-article.ts';

/** An article with every field in its place; tests change what they are about. */
export function sampleArticle(changes: Partial<Article> = {}): Article {
  return {
    url: 'https://news.example/2026/harbour',
    canonicalUrl: null,
    title: 'The harbour at night',
    byline: 'A. Writer',
    siteName: 'News',
    publishedTime: '2026-05-03',
    lang: 'en',
    dir: 'ltr',
    excerpt: null,
    leadImage: null,
    attribution: null,
    html: '<p>The lamps were lit.</p>',
    text: 'The lamps were lit.',
    wordCount: 4,
    readingMinutes: 1,
    contentHash: 'c0ffee',
    ...changes,
  };
}

/** The list entry of `sampleArticle`. */
export function sampleMetadata(changes: Partial<SavedMetadata> = {}): SavedMetadata {
  const { html: _html, text: _text, leadImage: _image, attribution: _attribution, ...shared } = sampleArticle();
  return {
    ...shared,
    id: 'a1',
    kind: 'article',
    urlKey: 'https://news.example/2026/harbour',
    savedAt: 1_800_000_000_000,
    updatedAt: 1_800_000_000_000,
    place: 'list',
    placeBefore: null,
    movedAt: 1_800_000_000_000,
    favourite: false,
    tags: [],
    position: null,
    openedAt: null,
    ...changes,
  };
}
