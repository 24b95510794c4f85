import { number, object, picklist } from 'valibot';
import { ARTICLE_SCHEMA, type Article } from '../../model/article.ts';
import { COPY_REASONS, type CopyFacts } from '../../model/article-copy.ts';
import { parseWith } from '../../model/parsing/parse-with.ts';
import { keysOfArticle } from '../key-ranges.ts';
import type { LibraryDatabase, StoredCopy } from '../library-schema.ts';
import { readText, type TextTransaction } from '../read-record.ts';
import type { WriteTransaction } from '../write-strictly.ts';

/** Reads a stored copy; null when it is damaged. */
export const parseCopy = parseWith(object({ keptAt: number(), why: picklist(COPY_REASONS), article: ARTICLE_SCHEMA }));

/** Texts behind the one in front, newest first, without those that are damaged or cannot be read. */
export async function readCopies(database: LibraryDatabase, articleId: string): Promise<CopyFacts[]> {
  const copies: unknown[] = await textsBehind(database.transaction('copies'), articleId);
  return copies
    .flatMap((copy) => parseCopy(copy) ?? [])
    .map(({ keptAt, why, article }) => ({ keptAt, why, wordCount: article.wordCount }))
    .sort((a, b) => b.keptAt - a.keptAt);
}

/** One of these texts; null when it is gone or damaged. */
export async function readCopy(database: LibraryDatabase, articleId: string, keptAt: number): Promise<Article | null> {
  return parseCopy(await database.get('copies', [articleId, keptAt]))?.article ?? null;
}

/** The copy with this hash; null when there is none. */
export async function findCopy(
  transaction: TextTransaction<'copies'>,
  articleId: string,
  contentHash: string,
): Promise<{ keptAt: number; article: Article } | null> {
  const copies = await readWhole(transaction, articleId);
  return copies.find((copy) => copy.article.contentHash === contentHash) ?? null;
}

async function readWhole(transaction: TextTransaction<'copies'>, articleId: string) {
  const copies: unknown[] = await textsBehind(transaction, articleId);
  return copies.flatMap((copy) => parseCopy(copy) ?? []);
}

/**
 * Keeps a text behind the one in front, without replacing another. Its time names it; where that is taken, it gets the
 * next free one. A text that is kept there already is not kept again.
 */
export const putCopy = (transaction: WriteTransaction, copy: StoredCopy): Promise<void> =>
  copyKeeper(transaction)(copy);

/** Keeps a text as `putCopy` does. */
export type KeepCopy = (copy: StoredCopy) => Promise<void>;

/**
 * Gives a function that keeps many texts in one transaction, and reads the texts that an article has only once. Nothing
 * else may write copies of such an article until the last of them is kept.
 */
export function copyKeeper(transaction: WriteTransaction): KeepCopy {
  const store = transaction.objectStore('copies');
  const known = new Map<string, { hashes: Set<string>; times: Set<number> }>();
  const readKept = async (articleId: string) => ({
    hashes: new Set((await readWhole(transaction, articleId)).map(({ article }) => article.contentHash)),
    times: new Set((await store.getAllKeys(keysOfArticle(articleId))).map(([, keptAt]) => keptAt)),
  });
  return async (copy) => {
    const { articleId } = copy;
    const { contentHash } = copy.article;
    const { hashes, times } = known.get(articleId) ?? (await readKept(articleId));
    known.set(articleId, { hashes, times });
    if (hashes.has(contentHash)) return;
    let { keptAt } = copy;
    while (times.has(keptAt)) keptAt += 1;
    await store.put({ ...copy, keptAt });
    hashes.add(contentHash);
    times.add(keptAt);
  };
}

/** All texts behind the one in front, oldest first; null for one that cannot be read. */
export async function textsBehind(
  transaction: TextTransaction<'copies'>,
  articleId: string,
): Promise<(StoredCopy | null)[]> {
  const keys = await transaction.objectStore('copies').getAllKeys(keysOfArticle(articleId));
  const copies = await Promise.all(keys.map((key) => readText(transaction, 'copies', key)));
  return copies.filter((copy) => copy !== undefined);
}
