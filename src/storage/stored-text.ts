import type { Article } from '../model/article.ts';
import type { StoredBody, StoredMetadata } from './library-schema.ts';

export function bodyOfArticle(id: string, article: Article): StoredBody {
  const { html, text, leadImage, attribution, contentHash } = article;
  return { id, html, text, leadImage, attribution, contentHash };
}

/** Puts the two records of an article together again. */
export function articleOf(metadata: StoredMetadata, body: StoredBody): Article {
  const { url, canonicalUrl, title, byline, siteName, publishedTime, lang, dir, excerpt } = metadata;
  const { wordCount, readingMinutes, contentHash } = metadata;
  const { html, text, leadImage, attribution } = body;
  const head = {
    url,
    canonicalUrl,
    title,
    byline,
    siteName,
    publishedTime,
    lang,
    dir,
    excerpt,
    leadImage,
    attribution,
  };
  return { ...head, html, text, wordCount, readingMinutes, contentHash };
}
