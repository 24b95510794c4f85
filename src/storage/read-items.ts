import type { LibraryCounts, ListPage, ListQuery } from '../model/library.ts';
import type { Place, SavedArticle, SavedMetadata } from '../model/saved-article.ts';
import type { LibraryDatabase, StoredMetadata } from './library-schema.ts';
import { articleOf } from './stored-metadata.ts';

/** Everything in a place, in list order: times sort as numbers, and every array is greater than every number. */
const wholePlace = (place: Place): IDBKeyRange => IDBKeyRange.bound([place], [place, []]);

export async function readCounts(database: LibraryDatabase): Promise<LibraryCounts> {
  const index = database.transaction('metadata').store.index('place');
  const count = (place: Place): Promise<number> => index.count(wholePlace(place));
  const [list, archive, deleted] = await Promise.all([count('list'), count('archive'), count('deleted')]);
  return { list, archive, deleted };
}

/** One page of a place, newest first. */
export async function readList(database: LibraryDatabase, { place, limit, after }: ListQuery): Promise<ListPage> {
  const range = after ? IDBKeyRange.bound([place, -after[0], after[1]], [place, []], true) : wholePlace(place);
  const items = await database.getAllFromIndex('metadata', 'place', range, limit + 1);
  const page = items.slice(0, limit);
  const last = page.at(-1);
  return { items: page, next: items.length > limit && last ? [-last.sort, last.id] : null };
}

/** The last articles opened and not finished, latest first. */
export async function readUnfinished(database: LibraryDatabase, limit: number): Promise<SavedMetadata[]> {
  return database.getAllFromIndex('metadata', 'resume', null, limit);
}

export async function readMetadata(database: LibraryDatabase, ids: string[]): Promise<SavedMetadata[]> {
  const store = database.transaction('metadata').store;
  const found = await Promise.all(ids.map((id) => store.get(id)));
  return found.filter((item): item is StoredMetadata => item !== undefined);
}

export async function readSaved(database: LibraryDatabase, id: string): Promise<SavedArticle | null> {
  const transaction = database.transaction(['metadata', 'bodies']);
  const [metadata, body] = await Promise.all([
    transaction.objectStore('metadata').get(id),
    transaction.objectStore('bodies').get(id),
  ]);
  if (!metadata) return null;
  return { metadata, article: body ? articleOf(metadata, body) : null };
}
