import { parseSavedMetadata } from '../../model/saved-article.ts';
import { keysOfSegment } from '../key-ranges.ts';
import type { LibraryDatabase } from '../library-schema.ts';
import { mendMetadata } from '../mend-metadata.ts';
import { readText } from '../read-record.ts';
import { withSortFields } from '../stored-metadata.ts';
import { writeStrictly } from '../write-strictly.ts';
import { mergeSegments, oneMergeAtATime } from './merge-segments.ts';
import { readHeads, SEARCH_GENERATION } from './read-segments.ts';
import { INDEX_STORES, indexItem } from './write-index-entry.ts';

/** Items indexed in one transaction. */
const AT_ONCE = 32;

/** Name in `tallies` of the last id that an unfinished rebuild has reached. */
const REBUILT_TO = 'search-rebuilt-to';

/** Whether an unfinished rebuild must go on, or the index be rebuilt anew; null when it is whole. */
export async function needsRebuild(database: LibraryDatabase): Promise<'go-on' | 'anew' | null> {
  if (typeof (await database.get('tallies', REBUILT_TO)) === 'string') return 'go-on';
  return (await indexIsBroken(database)) ? 'anew' : null;
}

/** Whether the index cannot know some items: it is empty, a head cannot be read, or blocks are missing. */
async function indexIsBroken(database: LibraryDatabase): Promise<boolean> {
  const heads = await readHeads(database.transaction('searchSegments'));
  if (!heads) return true;
  const segments = heads.filter((segment) => !segment.building);
  if (segments.length === 0) return (await database.count('metadata')) > 0;
  for (const { segment = -1, inline, firstTerms } of segments) {
    if (inline) continue;
    const blocks = await database.count('searchBlocks', keysOfSegment(segment));
    if (blocks !== (firstTerms === '' ? 0 : firstTerms.split('\n').length)) return true;
  }
  return false;
}

/** Hears how many of the articles are in the new index. */
export type OnProgress = (done: number, total: number) => void;

/** Rebuilds the index from the articles. If cut off, `continueRebuild` goes on. */
export async function rebuildIndex(database: LibraryDatabase, onProgress?: OnProgress): Promise<void> {
  await oneMergeAtATime(() => clearIndex(database));
  await continueRebuild(database, onProgress);
}

async function clearIndex(database: LibraryDatabase): Promise<void> {
  await writeStrictly(database, ['searchSegments', 'searchBlocks', 'tallies'], async (transaction) => {
    await transaction.objectStore('searchSegments').clear();
    await transaction.objectStore('searchBlocks').clear();
    await transaction.objectStore('tallies').put('', REBUILT_TO);
    await transaction.objectStore('tallies').put(crypto.randomUUID(), SEARCH_GENERATION);
  });
}

/** Goes on with an unfinished rebuild. Throws `RangeError` when its part so far is damaged. */
export async function continueRebuild(database: LibraryDatabase, onProgress?: OnProgress): Promise<void> {
  const after = await database.get('tallies', REBUILT_TO);
  const ids = await database.getAllKeys('metadata');
  const start = ids.findIndex((id) => id > String(after ?? ''));
  for (let at = start < 0 ? ids.length : start; at < ids.length; at += AT_ONCE) {
    onProgress?.(at, ids.length);
    const batch = ids.slice(at, at + AT_ONCE);
    await indexItems(database, batch);
    await mergeSegments(database);
    await database.put('tallies', batch.at(-1), REBUILT_TO);
  }
  await database.delete('tallies', REBUILT_TO);
}

/**
 * Gives these items new entries; older ones stop counting. A damaged item is mended in passing or left out, as a check
 * would do: it must not keep the others from being found.
 */
async function indexItems(database: LibraryDatabase, ids: string[]): Promise<void> {
  await writeStrictly(database, ['metadata', 'bodies', ...INDEX_STORES], async (transaction) => {
    for (const id of ids) {
      const stored = await transaction.objectStore('metadata').get(id);
      const item = parseSavedMetadata(stored) ? stored : mendMetadata(stored);
      if (!item) continue;
      const body = await readText(transaction, 'bodies', id);
      const indexed = await indexItem(transaction, withSortFields(item), body?.text ?? '');
      await transaction.objectStore('metadata').put(indexed);
    }
  });
}
