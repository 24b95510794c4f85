import type { Highlight } from '../../model/highlight.ts';
import type { WriteTransaction } from '../write-strictly.ts';

/**
 * Brings one highlight of a backup to the article `articleId` here. Of the same highlight the colour that was chosen later
 * stays, and both notes. Doing it twice changes nothing. Gives whether the notes of the article are others now.
 */
export async function mergeHighlight(
  transaction: WriteTransaction,
  incoming: Highlight,
  articleId: string,
): Promise<boolean> {
  const store = transaction.objectStore('highlights');
  const here = await store.get(incoming.id);
  if (!here) {
    await store.put({ ...incoming, articleId });
    return incoming.note !== '';
  }
  const isNewer = incoming.changedAt > here.changedAt;
  const note = isNewer ? joinNotes(incoming.note, here.note) : joinNotes(here.note, incoming.note);
  if (!isNewer && note === here.note) return false;
  await store.put({ ...(isNewer ? { ...incoming, articleId: here.articleId } : here), note });
  return note !== here.note;
}

/**
 * The later note, with the earlier one below it. A note that was emptied stays so, and one that holds the other is enough:
 * else two libraries that are restored into each other in turn would grow.
 */
function joinNotes(later: string, earlier: string): string {
  if (later === '' || later.includes(earlier)) return later;
  return earlier.includes(later) ? earlier : `${later}\n\n${earlier}`;
}
