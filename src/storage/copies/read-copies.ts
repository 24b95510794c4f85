import type { Article } from '../../model/article.ts';
import type { CopyFacts } from '../../model/article-copy.ts';
import type { LibraryDatabase } from '../library-schema.ts';
import { parseCopy } from './parse-copy.ts';
import { textsBehind } from './texts-behind.ts';

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
