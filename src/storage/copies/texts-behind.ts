import type { StoredCopy } from '../library-schema.ts';
import { jobsOf } from '../pictures/count-pictures.ts';
import { readText, type TextTransaction } from '../read-text.ts';

/** Every text behind the one in front, oldest first; null stands for one that cannot be read. */
export async function textsBehind(
  transaction: TextTransaction<'copies'>,
  articleId: string,
): Promise<(StoredCopy | null)[]> {
  const keys = await transaction.objectStore('copies').getAllKeys(jobsOf(articleId));
  const copies = await Promise.all(keys.map((key) => readText(transaction, 'copies', key)));
  return copies.filter((copy) => copy !== undefined);
}
