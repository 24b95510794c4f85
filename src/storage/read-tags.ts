import type { TagCount } from '../model/library.ts';
import { foldName } from '../model/search/fold.ts';
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
  // `Week 2` before `Week 10`, as titles are.
  const { compare } = new Intl.Collator(undefined, { numeric: true });
  return tags.sort((a, b) => compare(a.name, b.name));
}
