import type { Article } from '../../../src/model/article.ts';

/** An article to save in tests; `over` replaces fields. */
export function sampleArticle(over: Partial<Article> = {}): Article {
  const text = over.text ?? 'The tide comes in twice a day.\nNobody on the island owns a clock.';
  return {
    url: 'https://news.example/tide',
    canonicalUrl: null,
    title: 'The tide',
    byline: 'A. Writer',
    siteName: 'News Example',
    publishedTime: '2026-05-03',
    lang: 'en',
    dir: 'ltr',
    excerpt: 'The tide comes in twice a day.',
    leadImage: null,
    attribution: null,
    html: `<p>${text.replaceAll('\n', '</p><p>')}</p>`,
    text,
    wordCount: text.split(/\s+/).length,
    readingMinutes: 1,
    contentHash: `${over.title ?? 'The tide'}|${text}`,
    ...over,
  };
}
