import { number, object, picklist } from 'valibot';
import { ARTICLE_SCHEMA, type Article } from '../../model/article.ts';
import { COPY_REASONS, type CopyFacts } from '../../model/article-copy.ts';
import { parseWith } from '../../model/parse-with.ts';
import type { LibraryDatabase, StoredCopy } from '../library-schema.ts';
import { jobsOf } from '../pictures/picture-jobs.ts';
import { readText, type TextTransaction } from '../read-record.ts';
import type { WriteTransaction } from '../write-strictly.ts';

/** Reads a stored copy; null when it is damaged. */
const parseCopy = parseWith(object({ keptAt: number(), why: picklist(COPY_REASONS), article: ARTICLE_SCHEMA }));

/** Texts kept behind the one in front, newest first. One that is damaged, or cannot be read, is left out. */
export async function readCopies(database: LibraryDatabase, articleId: string): Promise<CopyFacts[]> {
  const copies: unknown[] = await textsBehind(database.transaction('copies'), articleId);
  return copies
    .flatMap((copy) => parseCopy(copy) ?? [])
    .map(({ keptAt, why, article }) => ({ keptAt, why, wordCount: article.wordCount }))
    .sort((a, b) => b.keptAt - a.keptAt);
}

/** One of these texts; null when it is not there any more, or damaged. */
export async function readCopy(database: LibraryDatabase, articleId: string, keptAt: number): Promise<Article | null> {
  return parseCopy(await database.get('copies', [articleId, keptAt]))?.article ?? null;
}

/** The text among the copies of an article that is this one, by its hash; null when none is. */
export async function findCopy(
  transaction: TextTransaction<'copies'>,
  articleId: string,
  contentHash: string,
): Promise<{ keptAt: number; article: Article } | null> {
  const copies: unknown[] = await textsBehind(transaction, articleId);
  return (
    copies.flatMap((copy) => parseCopy(copy) ?? []).find((copy) => copy.article.contentHash === contentHash) ?? null
  );
}

/**
 * Keeps a text behind the one in front, and never in the place of another: when its time is taken, which names it, it
 * gets the next one that is free. A text that is kept there already is not kept again.
 */
export async function putCopy(transaction: WriteTransaction, copy: StoredCopy): Promise<void> {
  const copies = transaction.objectStore('copies');
  if (await findCopy(transaction, copy.articleId, copy.article.contentHash)) return;
  const taken = new Set((await copies.getAllKeys(jobsOf(copy.articleId))).map(([, keptAt]) => keptAt));
  let { keptAt } = copy;
  while (taken.has(keptAt)) keptAt += 1;
  await copies.put({ ...copy, keptAt });
}

/** Every text behind the one in front, oldest first; null stands for one that cannot be read. */
export async function textsBehind(
  transaction: TextTransaction<'copies'>,
  articleId: string,
): Promise<(StoredCopy | null)[]> {
  const keys = await transaction.objectStore('copies').getAllKeys(jobsOf(articleId));
  const copies = await Promise.all(keys.map((key) => readText(transaction, 'copies', key)));
  return copies.filter((copy) => copy !== undefined);
}
