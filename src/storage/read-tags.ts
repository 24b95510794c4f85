import type { TagCount } from '../model/library.ts';
import { foldName } from '../model/search/fold.ts';
import { sortByName } from '../model/sort-by-name.ts';
import type { LibraryDatabase } from './library-schema.ts';

/**
 * Every tag of the reading list and the archive, by name, with its number of items. Spellings of one tag are shown as
 * one of them.
 */
export async function readTags(database: LibraryDatabase): Promise<TagCount[]> {
  const index = database.transaction('metadata').store.index('facets');
  const facets: string[] = [];
  const all = IDBKeyRange.bound('tag:', 'tag:\uffff');
  for (let cursor = await index.openKeyCursor(all, 'nextunique'); cursor; cursor = await cursor.continue()) {
    facets.push(cursor.key);
  }
  const tags = await Promise.all(
    facets.map(async (facet) => {
      const [item, count] = await Promise.all([index.get(facet), index.count(facet)]);
      const folded = facet.slice('tag:'.length);
      return { name: item?.tags.find((tag) => foldName(tag) === folded) ?? folded, count };
    }),
  );
  return sortByName(tags, ({ name }) => name);
}
