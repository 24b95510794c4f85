import { type Highlight, type HighlightDraft, noteTimeOf } from '../../model/highlight.ts';
import { RectoError } from '../../model/recto-error.ts';
import { laterThan } from '../later-than.ts';
import type { LibraryDatabase } from '../library-schema.ts';
import { REINDEX_STORES, reindexItem } from '../search/write-index-entry.ts';
import { writeStrictly } from '../write-strictly.ts';
import { settleNote } from './settle-note.ts';

/** What can be changed of a highlight; its place cannot. */
export interface HighlightChange extends Partial<Pick<Highlight, 'colour' | 'note'>> {
  /** The note as it was where `note` was typed: what another window has written meanwhile stays beside it. */
  noteBefore?: string;
}

/** Keeps a highlight of an article. The same passage highlighted again is the same highlight, in the new colour. Throws `not-found`. */
export async function addHighlight(
  database: LibraryDatabase,
  articleId: string,
  draft: HighlightDraft,
  now = Date.now(),
): Promise<Highlight> {
  return writeStrictly(database, ['metadata', 'highlights'], async (transaction) => {
    if ((await transaction.objectStore('metadata').getKey(articleId)) === undefined) throw new RectoError('not-found');
    const store = transaction.objectStore('highlights');
    const others = await store.index('articleId').getAll(articleId);
    const same = others.find((other) => other.start === draft.start && other.exact === draft.exact);
    const { exact, prefix, suffix, start, end, colour } = draft;
    const highlight: Highlight = same
      ? { ...same, colour, changedAt: laterThan(same.changedAt, now), noteAt: noteTimeOf(same) }
      : {
          ...{ id: crypto.randomUUID(), articleId },
          ...{ exact, prefix, suffix, start, end, colour },
          ...{ note: '', createdAt: now, changedAt: now },
        };
    await store.put(highlight);
    return highlight;
  });
}

/** Changes colour or note; gives the highlight as it is now, or null when it is not there. */
export async function changeHighlight(
  database: LibraryDatabase,
  id: string,
  { colour, note, noteBefore }: HighlightChange,
  now = Date.now(),
): Promise<Highlight | null> {
  return writeStrictly(database, REINDEX_STORES, async (transaction) => {
    const store = transaction.objectStore('highlights');
    const before = await store.get(id);
    if (!before) return null;
    const settled = note === undefined ? before.note : settleNote(before.note, note, noteBefore);
    const isNoted = settled !== before.note;
    const after: Highlight = {
      ...before,
      ...(colour === undefined ? {} : { colour, changedAt: laterThan(before.changedAt, now) }),
      note: settled,
      // Also of a change of colour: the note is not of that time.
      noteAt: isNoted ? laterThan(noteTimeOf(before), now) : noteTimeOf(before),
    };
    await store.put(after);
    // Notes are found by search.
    if (isNoted) await reindexItem(transaction, after.articleId);
    return after;
  });
}

/** Removes a highlight and gives what it was, for Undo; null when it was not there. */
export async function removeHighlight(database: LibraryDatabase, id: string): Promise<Highlight | null> {
  return writeStrictly(database, REINDEX_STORES, async (transaction) => {
    const store = transaction.objectStore('highlights');
    const before = await store.get(id);
    await store.delete(id);
    if (before?.note) await reindexItem(transaction, before.articleId);
    return before ?? null;
  });
}

/** Puts a removed highlight back as it was, unless its article is gone by now, or it is there again: its note may be another. */
export async function restoreHighlight(database: LibraryDatabase, highlight: Highlight): Promise<void> {
  await writeStrictly(database, REINDEX_STORES, async (transaction) => {
    if ((await transaction.objectStore('metadata').getKey(highlight.articleId)) === undefined) return;
    const store = transaction.objectStore('highlights');
    if ((await store.getKey(highlight.id)) !== undefined) return;
    await store.put(highlight);
    if (highlight.note) await reindexItem(transaction, highlight.articleId);
  });
}
