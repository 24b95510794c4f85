import { hashText } from '../../model/hash-text.ts';
import { type Highlight, noteTimeOf } from '../../model/highlights/highlight.ts';
import { parseHighlight } from '../../model/highlights/parse-highlight.ts';
import { joinNotes } from '../highlights/change-highlights.ts';
import { mendHighlight } from '../highlights/read-highlights.ts';
import type { WriteTransaction } from '../write-strictly.ts';

/**
 * Brings one highlight of a backup to the article `articleId` here. Of the same highlight the later colour stays, and
 * both notes (`joinNotes`); a note that was emptied later stays empty. Doing it twice changes nothing. Gives whether
 * the article's notes have changed.
 */
export async function mergeHighlight(
  transaction: WriteTransaction,
  incoming: Highlight,
  articleId: string,
): Promise<boolean> {
  const store = transaction.objectStore('highlights');
  const found: unknown = await store.get(incoming.id);
  const here = mendHighlight(found);
  // A changed file may name a highlight of another article, which is left alone: this one gets an id of its own.
  if (here && here.articleId !== articleId)
    return mergeHighlight(transaction, { ...incoming, id: ownId(incoming.id, articleId) }, articleId);
  if (!here) {
    await store.put({ ...incoming, articleId });
    return incoming.note !== '';
  }
  const note = mergeNotes(here, incoming);
  const noteAt = Math.max(noteTimeOf(here), noteTimeOf(incoming));
  const isWhole = parseHighlight(found) !== null;
  const isRecoloured = incoming.changedAt > here.changedAt;
  if (isWhole && !isRecoloured && note === here.note && noteAt === noteTimeOf(here)) return false;
  const { colour, changedAt } = isWhole && !isRecoloured ? here : incoming;
  const rest = isWhole ? here : { ...incoming, articleId: here.articleId };
  await store.put({ ...rest, colour, changedAt, note, noteAt });
  return note !== here.note;
}

/** Longest id that messages carry: with a longer one it could be neither changed nor removed, nor restored again. */
const LONGEST_ID = 200;

/** The id of a highlight in an article here, where that in the file is taken. The same each time. */
function ownId(id: string, articleId: string): string {
  const own = `${id} ${articleId}`;
  return own.length > LONGEST_ID ? hashText(own) : own;
}

function mergeNotes(here: Highlight, incoming: Highlight): string {
  const later = noteTimeOf(incoming) - noteTimeOf(here);
  // The note was emptied. A note without a time was never written.
  if (later > 0 && incoming.note === '') return '';
  if (later < 0 && here.note === '') return '';
  return later > 0 ? joinNotes(here.note, incoming.note) : joinNotes(incoming.note, here.note);
}
