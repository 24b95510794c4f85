import { fallback, nullable, object, string } from 'valibot';
import type { Article } from '../model/article.ts';
import { parseWith } from '../model/parse-with.ts';
import type { SavedMetadata } from '../model/saved-article.ts';
import type { StoredBody } from './library-schema.ts';

/** The record that an article's text is kept in. */
export function bodyOfArticle(id: string, article: Article): StoredBody {
  const { html, text, leadImage, attribution, contentHash } = article;
  return { id, html, text, leadImage, attribution, contentHash };
}

const line = fallback(nullable(string()), null);
const parseBody = parseWith(
  object({ html: string(), text: string(), leadImage: line, attribution: line, contentHash: fallback(string(), '') }),
);

/** Puts the two records of an article together again; null when there is no text, or it is damaged. */
export function articleOf(metadata: SavedMetadata, stored: unknown): Article | null {
  const body = parseBody(stored);
  if (!body) return null;
  const { url, canonicalUrl, byline, siteName, publishedTime, lang, dir, excerpt } = metadata;
  const { wordCount } = metadata;
  // The entry of one that could not be read has none, see `noteLostText`.
  const contentHash = metadata.contentHash || body.contentHash;
  const head = { url, canonicalUrl, byline, siteName, publishedTime, lang, dir, excerpt };
  // A record that a check has mended may be that of a link, which needs neither.
  const needed = { title: metadata.title || url, readingMinutes: Math.max(1, metadata.readingMinutes) };
  return { ...head, ...needed, ...body, wordCount, contentHash };
}
