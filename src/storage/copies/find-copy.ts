import type { Article } from '../../model/article.ts';
import type { TextTransaction } from '../read-text.ts';
import { parseCopy } from './parse-copy.ts';
import { textsBehind } from './texts-behind.ts';

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
