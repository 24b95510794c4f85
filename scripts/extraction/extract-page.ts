import type { Article } from '../../src/model/article.ts';
import { asRectoError } from '../../src/model/errors/as-recto-error.ts';
import type { ExtractionOutcome } from '../../src/model/extraction-outcome.ts';
import type { PageReader } from './page-reader.ts';
import { readPageSource } from './page-source.ts';
import type { BadRequest, PageRequest } from './read-requests.ts';

/** What of an article is put out; the rest is for the reader's own use. */
const FIELDS = [
  'title',
  'byline',
  'publishedTime',
  'siteName',
  'lang',
  'dir',
  'excerpt',
  'attribution',
  'html',
  'text',
  'wordCount',
  'readingMinutes',
] as const;

export type ExtractedArticle = Pick<Article, (typeof FIELDS)[number]>;

/** One line of output. `ms` is the time of reading and sanitising in the page, in milliseconds. */
type ExtractedPage = { id: PageRequest['id']; ms: number; article: ExtractedArticle } | BadRequest;

/** Reads one page with the shipped extraction script. Whatever goes wrong is the result's `error`; nothing is thrown. */
export async function extractPage(reader: PageReader, { id, url, file }: PageRequest): Promise<ExtractedPage> {
  try {
    const source = await readPageSource(file);
    const { ms, outcome } = await reader.read(url, source, (tab) =>
      tab.extract({ sanitised: true, now: source.modified }),
    );
    const result = outcome as ExtractionOutcome;
    if (!result.ok) return { id, error: result.error };
    return { id, ms: Math.round(ms), article: fieldsOf(result.article) };
  } catch (thrown) {
    const { code, message } = asRectoError(thrown);
    return { id, error: { code, message } };
  }
}

function fieldsOf(article: Article): ExtractedArticle {
  return Object.fromEntries(FIELDS.map((field) => [field, article[field]])) as unknown as ExtractedArticle;
}
