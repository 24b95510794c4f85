import type { Article } from '../../model/article.ts';
import type { CopyFacts } from '../../model/article-copy.ts';
import type { LibraryDatabase } from '../library-schema.ts';
import { jobsOf } from '../pictures/count-pictures.ts';

/** Texts kept behind the one in front, newest first. */
export async function readCopies(database: LibraryDatabase, articleId: string): Promise<CopyFacts[]> {
  const copies = await database.getAll('copies', jobsOf(articleId));
  return copies
    .map(({ keptAt, why, article }) => ({ keptAt, why, wordCount: article.wordCount }))
    .sort((a, b) => b.keptAt - a.keptAt);
}

/** One of these texts; null when it is not there any more. */
export async function readCopy(database: LibraryDatabase, articleId: string, keptAt: number): Promise<Article | null> {
  return (await database.get('copies', [articleId, keptAt]))?.article ?? null;
}
