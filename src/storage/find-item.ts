import { parseSavedMetadata } from '../model/saved-article.ts';
import type { StoredMetadata } from './library-schema.ts';
import { mendMetadata } from './mend-metadata.ts';

/** A transaction of any mode that includes the metadata. */
export interface ItemTransaction {
  objectStore(name: 'metadata'): {
    get(id: string): Promise<StoredMetadata | undefined>;
    index(name: 'addresses'): { getAll(query: string): Promise<StoredMetadata[]> };
  };
}

/** The item at a normalised address, deleted ones last; `null` when there is none. */
export async function findItem(transaction: ItemTransaction, urlKey: string): Promise<StoredMetadata | null> {
  const found = await findWhole(transaction, urlKey);
  const own = found.filter((item) => item.urlKey === urlKey);
  return own.find((item) => item.place !== 'deleted') ?? own[0] ?? null;
}

/** A link saved from one of these addresses whose page was not read yet. */
export async function findLink(transaction: ItemTransaction, urlKeys: string[]): Promise<StoredMetadata | null> {
  for (const key of urlKeys) {
    const found = await findWhole(transaction, key);
    const link = found.find((item) => item.kind === 'link' && item.place !== 'deleted');
    if (link) return link;
  }
  return null;
}

/** Any item that is or was reached by this address, and that `counts`: what saving a link again finds. */
export async function findByAnyAddress(
  transaction: ItemTransaction,
  urlKey: string,
  counts: (item: StoredMetadata) => boolean = () => true,
): Promise<StoredMetadata | null> {
  const found = (await findWhole(transaction, urlKey)).filter(counts);
  // The one whose own address it is comes first.
  found.sort((a, b) => Number(b.urlKey === urlKey) - Number(a.urlKey === urlKey));
  return found.find((item) => item.place !== 'deleted') ?? found[0] ?? null;
}

/** A damaged item is given as a check would mend it: pages are saved and files imported before any check. */
async function findWhole(transaction: ItemTransaction, urlKey: string): Promise<StoredMetadata[]> {
  const found = await transaction.objectStore('metadata').index('addresses').getAll(urlKey);
  return found.flatMap((item) => (parseSavedMetadata(item) ? item : (mendMetadata(item) ?? [])));
}
