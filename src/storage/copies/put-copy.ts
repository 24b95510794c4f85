import type { StoredCopy } from '../library-schema.ts';
import { jobsOf } from '../pictures/count-pictures.ts';
import type { WriteTransaction } from '../write-strictly.ts';
import { findCopy } from './find-copy.ts';

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
