import { RectoError } from '../../model/errors/recto-error.ts';
import { type Highlight, type HighlightDraft, noteTimeOf } from '../../model/highlights/highlight.ts';
import type { LibraryDatabase } from '../library-schema.ts';
import { REINDEX_STORES, reindexItem } from '../search/write-index-entry.ts';
import { laterThan } from '../stored-metadata.ts';
import { writeStrictly } from '../write-strictly.ts';

/** What can change of a highlight; its place cannot. */
export interface HighlightChange extends Partial<Pick<Highlight, 'colour' | 'note'>> {
  /** The note as it was when typing began: what another window has written meanwhile stays beside it. */
  noteBefore?: string;
}

/**
 * Keeps a highlight of an article. Highlighting the same passage again changes the colour of its highlight. Throws
 * `not-found`.
 */
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
      // Set when the colour changes, too: the note is not of that time.
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

/**
 * Puts a removed highlight back, unless its article is gone or the highlight is there again, perhaps with another note.
 */
export async function restoreHighlight(database: LibraryDatabase, highlight: Highlight): Promise<void> {
  await writeStrictly(database, REINDEX_STORES, async (transaction) => {
    if ((await transaction.objectStore('metadata').getKey(highlight.articleId)) === undefined) return;
    const store = transaction.objectStore('highlights');
    if ((await store.getKey(highlight.id)) !== undefined) return;
    await store.put(highlight);
    if (highlight.note) await reindexItem(transaction, highlight.articleId);
  });
}

/**
 * The note after `typed` was written over it. `before` is the note as it was when typing began. Where it is absent, or
 * the note is still the same, `typed` replaces the note. Where another window has changed it meanwhile, both stay: the
 * earlier text from here is replaced, or the two are joined (`joinNotes`). Writing the same twice changes nothing.
 */
export function settleNote(here: string, typed: string, before: string = here): string {
  if (here === before || here === '') return typed;
  const parts = paragraphsOf(here);
  const own = findParagraphs(parts, before);
  if (own) return noteOf([...parts.slice(0, own.from), typed, ...parts.slice(own.to)]);
  return joinNotes(here, typed);
}

const BETWEEN = '\n\n';

/** The paragraphs of a note, and a note of those that are not empty. */
const paragraphsOf = (note: string): string[] => note.split(BETWEEN);

const noteOf = (paragraphs: readonly string[]): string => paragraphs.filter((part) => part !== '').join(BETWEEN);

/** Separator of paragraphs in searches, so that no part of a run of line breaks is taken for one. */
const MARK = '\0';

/**
 * The index where whole paragraphs of a note are `text`, which may be several; null where none are. One search: in
 * notes of thousands of paragraphs, as a backup may bring, looking at each in turn took a minute.
 */
function findParagraphs(paragraphs: readonly string[], text: string): { from: number; to: number } | null {
  const wanted = paragraphsOf(text);
  const whole = `${MARK}${paragraphs.join(MARK)}${MARK}`;
  const at = whole.indexOf(`${MARK}${wanted.join(MARK)}${MARK}`);
  const from = whole.slice(0, at).split(MARK).length - 1;
  const to = from + wanted.length;
  // A note may itself hold the separator.
  return at !== -1 && paragraphs.slice(from, to).join(BETWEEN) === text ? { from, to } : null;
}

/**
 * Joins two notes of one highlight that do not know of each other: both stay, the later below. Where one holds the
 * other in whole paragraphs, it is enough: two libraries restored into each other in turn would else grow.
 */
export function joinNotes(earlier: string, later: string): string {
  if (findParagraphs(paragraphsOf(earlier), later)) return earlier;
  return findParagraphs(paragraphsOf(later), earlier) ? later : noteOf([earlier, later]);
}
