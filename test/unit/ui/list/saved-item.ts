import type { SavedMetadata } from '../../../../src/model/saved-article.ts';

/** An article of the list with what a test does not care about filled in. */
export function savedItem(given: Partial<SavedMetadata> & { id: string }): SavedMetadata {
  const savedAt = given.savedAt ?? 0;
  return {
    kind: 'article',
    url: `https://example.org/${given.id}`,
    urlKey: `https://example.org/${given.id}`,
    canonicalUrl: null,
    title: `Title ${given.id}`,
    byline: null,
    siteName: 'Example',
    publishedTime: null,
    lang: 'en',
    dir: 'ltr',
    excerpt: null,
    wordCount: 2000,
    readingMinutes: 10,
    contentHash: given.id,
    savedAt,
    updatedAt: savedAt,
    place: 'list',
    placeBefore: null,
    movedAt: savedAt,
    favourite: false,
    tags: [],
    position: null,
    openedAt: null,
    ...given,
  };
}
