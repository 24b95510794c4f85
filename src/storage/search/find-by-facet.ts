import type { Place } from '../../model/saved-article.ts';
import type { Clause } from '../../model/search/parse-query.ts';
import type { SearchFilter } from '../../model/search/parse-search.ts';
import { keysOfPlace } from '../key-ranges.ts';
import type { StoredMetadata } from '../library-schema.ts';

/** The store of metadata in a transaction that is open. */
interface FacetStore {
  index(name: 'facets'): { getAllKeys(query: IDBKeyRange): Promise<string[]> };
}

/** No facet has this character. */
const LAST = '\uffff';

/** A filter that every item passes, since each has a state of reading. */
export const ANY: SearchFilter = { facet: 'is:', prefix: true, not: false };

/** The ids that pass every filter; null without filters. */
export async function findFiltered(store: FacetStore, filters: SearchFilter[]): Promise<Set<string> | null> {
  if (filters.length === 0) return null;
  const all = filters.every(({ not }) => not) ? [ANY, ...filters] : filters;
  const found = await Promise.all(all.map(({ facet, prefix }) => idsOf(store, facet, prefix)));
  const having = (wanted: boolean) => found.filter((_ids, at) => all[at]?.not !== wanted);
  const without = having(false);
  return new Set([...intersect(having(true))].filter((id) => !without.some((ids) => ids.has(id))));
}

/** For each clause, the ids of items with a tag that has its terms. */
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

/** The store of metadata in a transaction that is open. */
interface MetadataStore {
  get(id: string): Promise<StoredMetadata | undefined>;
  index(name: 'place'): { getAll(query: IDBKeyRange, count: number): Promise<StoredMetadata[]> };
}

/**
 * Up to this many are read one by one. If there are more, the lists are read from their beginning until enough are
 * found.
 */
const FEW = 400;

const PAGE = 200;

type Passes = (item: StoredMetadata) => boolean;

/** The newest `wanted` of these items that pass, of the reading list and the archive together. */
export async function listFiltered(
  store: MetadataStore,
  ids: ReadonlySet<string>,
  wanted: number,
  passes: Passes,
): Promise<StoredMetadata[]> {
  const isFound = (item: StoredMetadata) => ids.has(item.id) && passes(item);
  const found =
    ids.size <= FEW
      ? (await Promise.all([...ids].map((id) => store.get(id)))).filter((item) => item !== undefined).filter(passes)
      : (await Promise.all([walk(store, 'list', isFound, wanted), walk(store, 'archive', isFound, wanted)])).flat();
  return found.sort((a, b) => a.sort - b.sort || (a.id < b.id ? -1 : 1)).slice(0, wanted);
}

async function walk(store: MetadataStore, place: Place, isFound: Passes, wanted: number) {
  const found: StoredMetadata[] = [];
  let range = keysOfPlace(place);
  while (found.length < wanted) {
    const page = await store.index('place').getAll(range, PAGE);
    found.push(...page.filter(isFound));
    const last = page.at(-1);
    if (!last || page.length < PAGE) break;
    range = IDBKeyRange.bound([place, last.sort, last.id], [place, []], true);
  }
  return found;
}
