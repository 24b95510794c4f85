import type { LibraryDatabase } from '../library-schema.ts';
import { writeStrictly } from '../write-strictly.ts';
import { mergeSegments } from './merge-segments.ts';
import { INDEX_STORES, indexItem } from './write-index-entry.ts';

/** Items indexed in one transaction. */
const AT_ONCE = 32;

/** True when items are there that the index cannot know: it is empty, or blocks of it are missing. */
export async function indexIsBroken(database: LibraryDatabase): Promise<boolean> {
  const segments = (await database.getAll('searchSegments')).filter((segment) => !segment.building);
  if (segments.length === 0) return (await database.count('metadata')) > 0;
  for (const { segment = -1, inline, firstTerms } of segments) {
    if (inline) continue;
    const blocks = await database.count('searchBlocks', IDBKeyRange.bound([segment], [segment, []]));
    if (blocks !== (firstTerms === '' ? 0 : firstTerms.split('\n').length)) return true;
  }
  return false;
}

/** Name in `tallies` of the last id that an unfinished rebuild has indexed. */
const REBUILT_TO = 'search-rebuilt-to';

/** Makes the index anew from the articles; cut off in between, the next `tidyIndex` goes on where it was. */
export async function rebuildIndex(database: LibraryDatabase, progress: RebuildOptions = {}): Promise<void> {
  await writeStrictly(database, ['searchSegments', 'searchBlocks', 'tallies'], async (transaction) => {
    await transaction.objectStore('searchSegments').clear();
    await transaction.objectStore('searchBlocks').clear();
    await transaction.objectStore('tallies').put('', REBUILT_TO);
  });
  await goOnRebuilding(database, '', progress);
}

export interface RebuildOptions {
  onProgress?: (done: number, total: number) => void;
  signal?: AbortSignal | undefined;
}

async function goOnRebuilding(database: LibraryDatabase, after: string, { onProgress, signal }: RebuildOptions) {
  const ids = await database.getAllKeys('metadata');
  const start = ids.findIndex((id) => id > after);
  for (let at = start < 0 ? ids.length : start; at < ids.length; at += AT_ONCE) {
    if (signal?.aborted) return;
    const batch = ids.slice(at, at + AT_ONCE);
    await indexItems(database, batch);
    await database.put('tallies', batch.at(-1), REBUILT_TO);
    await mergeSegments(database);
    onProgress?.(Math.min(at + AT_ONCE, ids.length), ids.length);
  }
  await database.delete('tallies', REBUILT_TO);
}

/** Brings the index in order: goes on with an unfinished rebuild, rebuilds a broken index, merges small parts. For idle time. */
export async function tidyIndex(database: LibraryDatabase, signal?: AbortSignal): Promise<void> {
  const rebuiltTo = await database.get('tallies', REBUILT_TO);
  if (typeof rebuiltTo === 'string') await goOnRebuilding(database, rebuiltTo, { signal });
  else if (await indexIsBroken(database)) await rebuildIndex(database, { signal });
  else await mergeSegments(database, signal);
}

/** Gives these items entries of their own; what they had before stops counting. */
export async function indexItems(database: LibraryDatabase, ids: string[]): Promise<void> {
  await writeStrictly(database, ['metadata', 'bodies', ...INDEX_STORES], async (transaction) => {
    for (const id of ids) {
      const item = await transaction.objectStore('metadata').get(id);
      if (!item) continue;
      const body = await transaction.objectStore('bodies').get(id);
      await transaction.objectStore('metadata').put(await indexItem(transaction, item, body?.text ?? ''));
    }
  });
}
