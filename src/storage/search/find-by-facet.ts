import type { Clause } from '../../model/search/parse-query.ts';
import type { SearchFilter } from '../../model/search/parse-search.ts';

/** The store of metadata in a transaction that is open. */
interface FacetStore {
  index(name: 'facets'): { getAllKeys(query: IDBKeyRange): Promise<string[]> };
}

/** No facet has this character. */
const LAST = '\uffff';

/** The ids that pass every filter; null when there is none. */
export async function findFiltered(store: FacetStore, filters: SearchFilter[]): Promise<Set<string> | null> {
  const found = await Promise.all(filters.map(({ facet, prefix }) => idsOf(store, facet, prefix)));
  return found.length === 0 ? null : intersect(found);
}

/** For each clause the ids of items with a tag that has its terms. */
export function findTagged(store: FacetStore, clauses: Clause[]): Promise<Set<string>[]> {
  return Promise.all(
    clauses.map(async ({ terms, prefix, alone }) =>
      intersect(
        await Promise.all(
          terms.map(({ term }, at) =>
            idsOf(store, `word:${term}`, (prefix || alone === true) && at === terms.length - 1),
          ),
        ),
      ),
    ),
  );
}

async function idsOf(store: FacetStore, facet: string, prefix: boolean): Promise<Set<string>> {
  const range = prefix ? IDBKeyRange.bound(facet, facet + LAST) : IDBKeyRange.only(facet);
  return new Set(await store.index('facets').getAllKeys(range));
}

function intersect([first = new Set(), ...others]: Set<string>[]): Set<string> {
  return new Set([...first].filter((id) => others.every((other) => other.has(id))));
}
