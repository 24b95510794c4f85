import type { DamagedItem, LibraryCounts, ListPage, ListQuery } from '../model/library.ts';
import { asRecord } from '../model/parsing/as-record.ts';
import {
  DAYS_IN_DELETED,
  type Place,
  parseSavedMetadata,
  type SavedArticle,
  type SavedMetadata,
} from '../model/saved-article.ts';
import { today } from './day-count.ts';
import { keysOfPlace } from './key-ranges.ts';
import type { LibraryDatabase } from './library-schema.ts';
import { parseOrName } from './mend-metadata.ts';
import { readText } from './read-record.ts';
import { articleOf } from './stored-text.ts';

/** How many items are in each place, damaged ones included. */
export async function readCounts(database: LibraryDatabase): Promise<LibraryCounts> {
  const index = database.transaction('metadata').store.index('place');
  const count = (place: Place): Promise<number> => index.count(keysOfPlace(place));
  const [list, archive, deleted] = await Promise.all([count('list'), count('archive'), count('deleted')]);
  return { list, archive, deleted };
}

/** One page of a place, newest first. Records that cannot be read are named in `damaged` and skipped. */
export async function readList(database: LibraryDatabase, { place, limit, after }: ListQuery): Promise<ListPage> {
  const range = after ? IDBKeyRange.bound([place, -after[0], after[1]], [place, []], true) : keysOfPlace(place);
  const records = await readPage(database, range, limit + 1);
  const page = records.slice(0, limit);
  const day = place === 'deleted' ? await today(database) : 0;
  const items: SavedMetadata[] = [];
  const damaged: DamagedItem[] = [];
  for (const { key, value } of page) {
    const { whole, title } = parseOrName(value);
    if (whole) items.push(withDaysLeft(whole, value, day));
    else damaged.push({ id: key[2], title });
  }
  const last = page.at(-1)?.key;
  const next: ListPage['next'] = records.length > limit && last ? [-last[1], last[2]] : null;
  return { items, next, ...(damaged.length > 0 ? { damaged } : {}) };
}

interface KeyedRecord {
  key: [place: string, sort: number, id: string];
  value: unknown;
}

/**
 * Reads a page at once. Where one record cannot even be read, reads them one by one, so that only that one is missing.
 */
async function readPage(database: LibraryDatabase, range: IDBKeyRange, count: number): Promise<KeyedRecord[]> {
  try {
    const values = await database.getAllFromIndex('metadata', 'place', range, count);
    return values.map((value) => ({ key: [value.place, value.sort, value.id], value }));
  } catch {
    const keys: KeyedRecord['key'][] = [];
    const index = database.transaction('metadata').store.index('place');
    for (
      let cursor = await index.openKeyCursor(range);
      cursor && keys.length < count;
      cursor = await cursor.continue()
    ) {
      keys.push(cursor.key);
    }
    return Promise.all(
      keys.map(async (key) => ({ key, value: await database.get('metadata', key[2]).catch(() => undefined) })),
    );
  }
}

/** The last articles begun and not finished, latest first. */
export async function readUnfinished(database: LibraryDatabase, limit: number): Promise<SavedMetadata[]> {
  const found = await database.getAllFromIndex('metadata', 'resume', null, limit);
  return found.flatMap((item) => parseSavedMetadata(item) ?? []);
}

/** The list entries of these items; those that are gone, or damaged, are left out. */
export async function readMetadata(database: LibraryDatabase, ids: string[]): Promise<SavedMetadata[]> {
  const store = database.transaction('metadata').store;
  const found = await Promise.all(ids.map((id) => store.get(id)));
  const day = found.some((item) => item?.place === 'deleted') ? await today(database) : 0;
  return found.flatMap((item) => {
    const whole = parseSavedMetadata(item);
    return whole ? withDaysLeft(whole, item, day) : [];
  });
}

/**
 * The item with the days that are left to it, as the library counts them. By the clock they would be fewer after weeks
 * in which the browser was closed, or for an item that was deleted long ago elsewhere and came with a backup.
 */
function withDaysLeft(whole: SavedMetadata, stored: unknown, day: number): SavedMetadata {
  const { deletedDay } = asRecord(stored);
  if (whole.place !== 'deleted' || typeof deletedDay !== 'number') return whole;
  return { ...whole, daysLeft: Math.max(0, DAYS_IN_DELETED - (day - deletedDay)) };
}

/**
 * An item with its text, deleted ones included. Null when it is gone or its entry is damaged. A text that cannot be
 * read counts as none.
 */
export async function readSaved(database: LibraryDatabase, id: string): Promise<SavedArticle | null> {
  const transaction = database.transaction(['metadata', 'bodies']);
  const [stored, body] = await Promise.all([
    transaction.objectStore('metadata').get(id),
    readText(transaction, 'bodies', id),
  ]);
  const metadata = parseSavedMetadata(stored);
  return metadata && { metadata, article: articleOf(metadata, body) };
}
