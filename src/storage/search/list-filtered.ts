import type { StoredMetadata } from '../library-schema.ts';

/** The store of metadata in a transaction that is open. */
interface MetadataStore {
  get(id: string): Promise<StoredMetadata | undefined>;
  index(name: 'place'): { getAll(query: IDBKeyRange, count: number): Promise<StoredMetadata[]> };
}

/** So few are read one by one; of more, the lists are read from their beginning until enough are found. */
const FEW = 400;
const PAGE = 200;

/** The newest `wanted` of these items, of the reading list and the archive together. */
export async function listFiltered(
  store: MetadataStore,
  ids: ReadonlySet<string>,
  wanted: number,
): Promise<StoredMetadata[]> {
  const found =
    ids.size <= FEW
      ? (await Promise.all([...ids].map((id) => store.get(id)))).filter((item) => item !== undefined)
      : (await Promise.all([walk(store, 'list', ids, wanted), walk(store, 'archive', ids, wanted)])).flat();
  return found.sort((a, b) => a.sort - b.sort || (a.id < b.id ? -1 : 1)).slice(0, wanted);
}

async function walk(store: MetadataStore, place: string, ids: ReadonlySet<string>, wanted: number) {
  const found: StoredMetadata[] = [];
  let range = IDBKeyRange.bound([place], [place, []]);
  while (found.length < wanted) {
    const page = await store.index('place').getAll(range, PAGE);
    found.push(...page.filter(({ id }) => ids.has(id)));
    const last = page.at(-1);
    if (!last || page.length < PAGE) break;
    range = IDBKeyRange.bound([place, last.sort, last.id], [place, []], true);
  }
  return found;
}
