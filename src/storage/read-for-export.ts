import { type IDBPTransaction, unwrap } from 'idb';
import { map, string } from 'valibot';
import type { Article } from '../model/article.ts';
import { hashText } from '../model/hash-text.ts';
import type { Highlight } from '../model/highlights/highlight.ts';
import { parseHighlight } from '../model/highlights/parse-highlight.ts';
import { parseWith } from '../model/parsing/parse-with.ts';
import { parseSavedMetadata, type SavedMetadata } from '../model/saved-article.ts';
import { keysOfArticle } from './key-ranges.ts';
import type { LibraryDatabase, LibrarySchema, StoredPicture, StoreName } from './library-schema.ts';
import { isShown } from './pictures/picture-jobs.ts';
import { readRecord, readText } from './read-record.ts';
import { articleOf } from './stored-text.ts';

/** An item as an export lists it. */
export interface ExportableItem {
  metadata: SavedMetadata;
  highlights: Pick<Highlight, 'id' | 'changedAt' | 'noteAt'>[];
}

/** Everything of one item that goes into files. */
interface ExportableArticle {
  metadata: SavedMetadata;
  article: Article | null;
  highlights: Highlight[];
  /** The bytes by address; null where they cannot be read any more. */
  pictures: Map<string, Blob | null>;
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

/**
 * One item with its text, its highlights in the order of the text, and the kept pictures that the text shows; null when
 * it is gone.
 */
export async function readForExport(database: LibraryDatabase, id: string): Promise<ExportableArticle | null> {
  const transaction = database.transaction(['metadata', 'bodies', 'highlights', 'pictureJobs', 'pictures']);
  const metadata = parseSavedMetadata(await transaction.objectStore('metadata').get(id));
  if (!metadata) return null;
  const body = await readText(transaction, 'bodies', id);
  const marks: unknown[] = await transaction.objectStore('highlights').index('articleId').getAll(id);
  const highlights = marks.flatMap((mark) => parseHighlight(mark) ?? []);
  const pictures = await readKept(transaction, id);
  highlights.sort((left, right) => left.start - right.start || left.createdAt - right.createdAt);
  return { metadata, article: articleOf(metadata, body), highlights, pictures };
}

async function readKept(
  transaction: IDBPTransaction<LibrarySchema, ('pictureJobs' | 'pictures' | StoreName)[]>,
  id: string,
): Promise<Map<string, Blob | null>> {
  const jobs = await transaction.objectStore('pictureJobs').getAll(keysOfArticle(id));
  const store = unwrap(transaction.objectStore('pictures'));
  const pictures = new Map<string, Blob | null>();
  for (const { url, hash } of jobs.filter(isShown)) {
    if (hash === null) continue;
    const picture: StoredPicture | undefined | null = await readRecord(() => store.get(hash));
    pictures.set(url, picture?.bytes ?? null);
  }
  return pictures;
}

/** The fingerprint of each item when it was last exported, by id. */
type ExportedItems = ReadonlyMap<string, string>;

const parseExported = parseWith<ExportedItems>(map(string(), string()));

const keyOf = (format: string): string => `exported/${format}`;

/**
 * Changes whenever anything of an item that goes into files of a format changes; reading progress goes only into
 * tables. Times alone would not tell: an import brings old ones, a removed highlight leaves none, and clocks jump.
 */
export function fingerprintOf({ metadata, highlights }: ExportableItem, format: string): string {
  const { url, title, byline, siteName, publishedTime, lang, contentHash, savedAt, place, favourite, tags } = metadata;
  const head = [url, title, byline, siteName, publishedTime, lang, contentHash, savedAt, place, favourite, tags];
  const marks = highlights.map(({ id, changedAt, noteAt }) => [id, changedAt, noteAt ?? []].flat().join(' ')).sort();
  const read = format === 'csv' ? Math.round((metadata.position?.progress ?? 0) * 100) : 0;
  return hashText(JSON.stringify([head, metadata.pictures?.kept ?? 0, marks, read]));
}

/** The exported items in this format; null before the first export. */
export async function readExported(database: LibraryDatabase, format: string): Promise<ExportedItems | null> {
  return parseExported(await database.get('tallies', keyOf(format)));
}

/**
 * Call it once the file is whole. Adds `exported` to what was exported before, and drops what is no longer in `all`.
 */
export async function keepExported(
  database: LibraryDatabase,
  format: string,
  exported: readonly ExportableItem[],
  all: readonly ExportableItem[],
): Promise<void> {
  const fresh = new Map(exported.map((item) => [item.metadata.id, fingerprintOf(item, format)]));
  const before = await readExported(database, format);
  const kept = new Map<string, string>();
  for (const { metadata } of all) {
    const print = fresh.get(metadata.id) ?? before?.get(metadata.id);
    if (print !== undefined) kept.set(metadata.id, print);
  }
  await database.put('tallies', kept, keyOf(format));
}
