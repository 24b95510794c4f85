import type { StoredMetadata } from './library-schema.ts';

/** A transaction of any mode that includes the metadata. */
interface ItemTransaction {
  objectStore(name: 'metadata'): {
    index(name: 'addresses'): { getAll(query: string): Promise<StoredMetadata[]> };
  };
}

/** The item at a normalised address, deleted ones last; `null` when there is none. */
export async function findItem(transaction: ItemTransaction, urlKey: string): Promise<StoredMetadata | null> {
  const found = await transaction.objectStore('metadata').index('addresses').getAll(urlKey);
  const own = found.filter((item) => item.urlKey === urlKey);
  return own.find((item) => item.place !== 'deleted') ?? own[0] ?? null;
}

/** A link saved from one of these addresses, whose page has not been read yet. */
export async function findLink(transaction: ItemTransaction, urlKeys: string[]): Promise<StoredMetadata | null> {
  for (const key of urlKeys) {
    const found = await transaction.objectStore('metadata').index('addresses').getAll(key);
    const link = found.find((item) => item.kind === 'link' && item.place !== 'deleted');
    if (link) return link;
  }
  return null;
}

/** Any item that is or was reached by this address: what saving a link again meets. */
export async function findByAnyAddress(transaction: ItemTransaction, urlKey: string): Promise<StoredMetadata | null> {
  const found = await transaction.objectStore('metadata').index('addresses').getAll(urlKey);
  return found.find((item) => item.place !== 'deleted') ?? found[0] ?? null;
}
