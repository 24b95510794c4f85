/** The parts of IndexedDB a migration may use; migrations import nothing, so that later code cannot change them. */
type Transaction = Pick<IDBTransaction, 'objectStore'>;

/**
 * 0002: items can be filtered by state, tag, site and language through one index of keys, and the postings of the search
 * index have another form. The index is emptied here and made anew from the articles at the next start of the background,
 * which fills in `facets` as well: an upgrade that reads ten thousand texts would keep the list closed for a minute.
 */
export function addSearchFacets(_database: IDBDatabase, transaction: Transaction): void {
  transaction.objectStore('metadata').createIndex('facets', 'facets', { multiEntry: true });
  transaction.objectStore('searchSegments').clear();
  transaction.objectStore('searchBlocks').clear();
}
