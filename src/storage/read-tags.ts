import type { TagCount } from '../model/library.ts';
import { foldName } from '../model/search/fold.ts';
import { sortByName } from '../model/text/sort-by-name.ts';
import type { LibraryDatabase } from './library-schema.ts';

/**
 * Every tag of the reading list and the archive, by name, with its number of items. Spellings of one tag are shown as
 * one of them.
 */
export async function readTags(database: LibraryDatabase): Promise<TagCount[]> {
  const { store } = database.transaction('metadata');
  const index = store.index('facets');
  /** The item that gives a tag its spelling: the first of those that have it. */
  const firstWith = new Map<string, string>();
  const all = IDBKeyRange.bound('tag:', 'tag:\uffff');
  for (let cursor = await index.openKeyCursor(all, 'nextunique'); cursor; cursor = await cursor.continue()) {
    firstWith.set(cursor.key, cursor.primaryKey);
  }
  const spelled = new Map<string, string>();
  // Each once, and not for each of its tags: an item may have thousands.
  const items = await Promise.all([...new Set(firstWith.values())].map((id) => store.get(id)));
  for (const { id, tags } of items.filter((item) => item !== undefined)) {
    for (const tag of tags) {
      const facet = `tag:${foldName(tag)}`;
      if (firstWith.get(facet) === id && !spelled.has(facet)) spelled.set(facet, tag);
    }
  }
  const counted = await Promise.all(
    [...firstWith.keys()].map(async (facet) => ({
      name: spelled.get(facet) ?? facet.slice('tag:'.length),
      count: await index.count(facet),
    })),
  );
  return sortByName(counted, ({ name }) => name);
}
