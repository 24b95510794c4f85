import type { Highlight } from '../../model/highlight.ts';
import { joinNotes } from '../highlights/join-notes.ts';
import type { WriteTransaction } from '../write-strictly.ts';

/**
 * Brings one highlight of a backup to the article `articleId` here. Of the same highlight the colour that was chosen later
 * stays, and both notes (`joinNotes`); a note that was emptied later stays so. Doing it twice changes nothing. Gives whether the notes of the article are others now.
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
  const [earlier, later] = isNewer ? [here.note, incoming.note] : [incoming.note, here.note];
  const note = later === '' ? '' : joinNotes(earlier, later);
  if (!isNewer && note === here.note) return false;
  await store.put({ ...(isNewer ? { ...incoming, articleId: here.articleId } : here), note });
  return note !== here.note;
}
