import { parseTimedHighlight } from '../../model/backup/backup-line.ts';
import type { Highlight, HighlightedArticle } from '../../model/highlights/highlight.ts';
import { parseHighlight } from '../../model/highlights/parse-highlight.ts';
import { asRecord } from '../../model/parsing/as-record.ts';
import { parseSavedMetadata } from '../../model/saved-article.ts';
import type { LibraryDatabase } from '../library-schema.ts';

/** Highlights of one article in the order of its text. */
export async function readHighlights(database: LibraryDatabase, articleId: string): Promise<Highlight[]> {
  return inOrder(await database.getAllFromIndex('highlights', 'articleId', articleId));
}

/** All articles with highlights that are not deleted, the one highlighted last first. */
export async function readAllHighlights(database: LibraryDatabase): Promise<HighlightedArticle[]> {
  const transaction = database.transaction(['metadata', 'highlights']);
  const all = inOrder(await transaction.objectStore('highlights').getAll());
  const groups = new Map<string, Highlight[]>();
  for (const highlight of all) {
    const group = groups.get(highlight.articleId);
    if (group) group.push(highlight);
    else groups.set(highlight.articleId, [highlight]);
  }
  const found = await Promise.all(
    [...groups].map(async ([id, highlights]) => {
      const metadata = parseSavedMetadata(await transaction.objectStore('metadata').get(id));
      return metadata && metadata.place !== 'deleted' ? [{ metadata, highlights }] : [];
    }),
  );
  return found.flat().sort((a, b) => newest(b.highlights) - newest(a.highlights));
}

/** Damaged records are left out, and stay where they are. */
const inOrder = (values: unknown[]): Highlight[] =>
  values.flatMap((value) => parseHighlight(value) ?? []).sort((a, b) => a.start - b.start);

const newest = (highlights: Highlight[]): number =>
  highlights.reduce((latest, { createdAt }) => Math.max(latest, createdAt), 0);

/**
 * Gives a highlight with every field valid. Wrong or missing fields get the values of a highlight whose passage is
 * found by its words alone. Null when its article, its passage or its note is missing.
 */
export function mendHighlight(value: unknown): Highlight | null {
  const record = asRecord(value);
  const { id, articleId, exact, note } = record;
  const head = parseHighlight({ ...BARE, id, articleId, exact, note });
  if (!head) return null;
  let mended = head;
  for (const [key, found] of Object.entries(record))
    mended = parseTimedHighlight({ ...mended, [key]: found }) ?? mended;
  return mended;
}

const BARE = { prefix: '', suffix: '', start: 0, end: 0, colour: 'yellow', createdAt: 0, changedAt: 0 };
