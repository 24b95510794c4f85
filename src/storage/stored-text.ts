import { fallback, nullable, object, string } from 'valibot';
import type { Article } from '../model/article.ts';
import { parseWith } from '../model/parsing/parse-with.ts';
import type { SavedMetadata } from '../model/saved-article.ts';
import type { LibraryDatabase, StoredBody } from './library-schema.ts';
import { readText } from './read-record.ts';
import { withSortFields } from './stored-metadata.ts';
import { writeStrictly } from './write-strictly.ts';

/** The record that an article's text is kept in. */
export function bodyOfArticle(id: string, article: Article): StoredBody {
  const { html, text, leadImage, attribution, contentHash } = article;
  return { id, html, text, leadImage, attribution, contentHash };
}

const line = fallback(nullable(string()), null);

const parseBody = parseWith(
  object({ html: string(), text: string(), leadImage: line, attribution: line, contentHash: fallback(string(), '') }),
);

/** Joins the two records of an article; null when there is no text, or it is damaged. */
export function articleOf(metadata: SavedMetadata, stored: unknown): Article | null {
  const body = parseBody(stored);
  if (!body) return null;
  const { url, canonicalUrl, byline, siteName, publishedTime, lang, dir, excerpt } = metadata;
  const { wordCount } = metadata;
  // An entry whose text could not be read has no hash, see `noteLostText`.
  const contentHash = metadata.contentHash || body.contentHash;
  const head = { url, canonicalUrl, byline, siteName, publishedTime, lang, dir, excerpt };
  // A record that a check has mended may be that of a link, which needs neither.
  const needed = { title: metadata.title || url, readingMinutes: Math.max(1, metadata.readingMinutes) };
  return { ...head, ...needed, ...body, wordCount, contentHash };
}

/**
 * Notes in an article's list entry that its text cannot be read, by removing the hash. Its page then counts as another
 * text even if unchanged, and *Update copy* is offered there. What is left of the text stays: it may be readable
 * tomorrow, and a check restores the hash. Gives whether something was noted.
 */
export async function noteLostText(database: LibraryDatabase, id: string): Promise<boolean> {
  return writeStrictly(database, ['metadata', 'bodies'], async (transaction) => {
    const body = await readText(transaction, 'bodies', id);
    const metadata = await transaction.objectStore('metadata').get(id);
    if (body !== null || metadata?.kind !== 'article' || metadata.contentHash === '') return false;
    await transaction.objectStore('metadata').put(withSortFields({ ...metadata, contentHash: '' }));
    return true;
  });
}
