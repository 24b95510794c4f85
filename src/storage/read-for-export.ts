import type { Article } from '../model/article.ts';
import type { Highlight } from '../model/highlight.ts';
import { parseHighlight } from '../model/parse-highlight.ts';
import { parseSavedMetadata } from '../model/parse-saved-metadata.ts';
import type { SavedMetadata } from '../model/saved-article.ts';
import type { LibraryDatabase } from './library-schema.ts';
import { readText } from './read-text.ts';
import { articleOf } from './stored-text.ts';

/** What an export lists of an item. */
export interface ExportableItem {
  metadata: SavedMetadata;
  highlights: Pick<Highlight, 'id' | 'changedAt' | 'noteAt'>[];
}

/** Everything of one item that is written to files. */
interface ExportableArticle {
  metadata: SavedMetadata;
  article: Article | null;
  highlights: Highlight[];
  pictures: Map<string, Blob>;
}

/** All items that are not deleted, oldest first, and how many records are damaged. */
export async function listForExport(database: LibraryDatabase): Promise<{ items: ExportableItem[]; damaged: number }> {
  const transaction = database.transaction(['metadata', 'highlights']);
  const marks = new Map<string, ExportableItem['highlights']>();
  for (const highlight of await transaction.objectStore('highlights').getAll()) {
    const before = marks.get(highlight.articleId);
    if (before) before.push(highlight);
    else marks.set(highlight.articleId, [highlight]);
  }
  const stored = await transaction.objectStore('metadata').getAll();
  const whole = stored.flatMap((record) => parseSavedMetadata(record) ?? []);
  const items = whole
    .filter(({ place }) => place !== 'deleted')
    .map((metadata) => ({ metadata, highlights: marks.get(metadata.id) ?? [] }))
    .sort((left, right) => left.metadata.savedAt - right.metadata.savedAt);
  return { items, damaged: stored.length - whole.length };
}

/** One item with text, highlights in the order of the text, and the pictures that are kept; null when it is gone. */
export async function readForExport(database: LibraryDatabase, id: string): Promise<ExportableArticle | null> {
  const transaction = database.transaction(['metadata', 'bodies', 'highlights', 'pictureJobs', 'pictures']);
  const metadata = parseSavedMetadata(await transaction.objectStore('metadata').get(id));
  if (!metadata) return null;
  const body = await readText(transaction, 'bodies', id);
  const marks: unknown[] = await transaction.objectStore('highlights').index('articleId').getAll(id);
  const highlights = marks.flatMap((mark) => parseHighlight(mark) ?? []);
  const jobs = await transaction.objectStore('pictureJobs').getAll(IDBKeyRange.bound([id], [id, []]));
  const pictures = new Map<string, Blob>();
  for (const { url, hash } of jobs) {
    const picture = hash === null ? undefined : await transaction.objectStore('pictures').get(hash);
    if (picture) pictures.set(url, picture.bytes);
  }
  highlights.sort((left, right) => left.start - right.start || left.createdAt - right.createdAt);
  return { metadata, article: articleOf(metadata, body), highlights, pictures };
}
