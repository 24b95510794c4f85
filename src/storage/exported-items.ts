import { map, string } from 'valibot';
import { hashText } from '../model/hash-text.ts';
import { parseWith } from '../model/parse-with.ts';
import type { LibraryDatabase } from './library-schema.ts';
import type { ExportableItem } from './read-for-export.ts';

/** What each item was when it was last exported, by id. */
type ExportedItems = ReadonlyMap<string, string>;

const parseExported = parseWith<ExportedItems>(map(string(), string()));

const keyOf = (format: string): string => `exported/${format}`;

/**
 * Stands for all of an item that is written to files of a format; how far it was read only a table says. Times alone would
 * not tell what changed: an import brings old ones, a removed highlight leaves none, and clocks jump.
 */
export function fingerprintOf({ metadata, highlights }: ExportableItem, format: string): string {
  const { url, title, byline, siteName, publishedTime, lang, contentHash, savedAt, place, favourite, tags } = metadata;
  const head = [url, title, byline, siteName, publishedTime, lang, contentHash, savedAt, place, favourite, tags];
  const marks = highlights.map(({ id, changedAt, noteAt }) => [id, changedAt, noteAt ?? []].flat().join(' ')).sort();
  const read = format === 'csv' ? Math.round((metadata.position?.progress ?? 0) * 100) : 0;
  return hashText(JSON.stringify([head, metadata.pictures?.kept ?? 0, marks, read]));
}

/** What was in the exports in this format; null before the first. */
export async function readExported(database: LibraryDatabase, format: string): Promise<ExportedItems | null> {
  return parseExported(await database.get('tallies', keyOf(format)));
}

/** To be called once the file is whole. `exported` is added to what was exported before; what is not in `all` any more goes. */
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
