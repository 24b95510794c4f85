import { FETCH_ENDS } from '../../model/fetching.ts';
import type { LibraryDatabase } from '../library-schema.ts';

/**
 * The ids of links whose pages were not asked for. They are the queue of fetching, which so needs no store of its own.
 */
export async function readUnfetched(database: LibraryDatabase): Promise<string[]> {
  const index = database.transaction('metadata').store.index('facets');
  const idsOf = (state: string): Promise<string[]> => index.getAllKeys(`is:${state}`);
  const [links, ...ended] = await Promise.all([idsOf('link'), ...FETCH_ENDS.map(idsOf)]);
  const over = new Set(ended.flat());
  return (links ?? []).filter((id) => !over.has(id));
}
