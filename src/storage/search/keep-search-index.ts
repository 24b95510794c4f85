import type { IndexProgress } from '../../model/library.ts';
import type { LibraryDatabase } from '../library-schema.ts';
import { mergeSegments } from './merge-segments.ts';
import { continueRebuild, needsRebuild, type OnProgress, rebuildIndex } from './rebuild-index.ts';

/** Keeps the search index in order, from one context. A rebuild runs once however often it is asked for. */
interface IndexKeeper {
  /** For when nobody waits: goes on with an unfinished rebuild, rebuilds a broken index, merges small parts. */
  tidy(database: LibraryDatabase): Promise<void>;
  /**
   * Begins a rebuild when one is needed, or when a query has met damage, and tells how far it is; null when the index
   * is whole. Does not wait for the end: ask again.
   */
  mend(database: LibraryDatabase, damaged: boolean): Promise<IndexProgress | null>;
}

/** @param onMended called after each rebuild: a search may find more now */
export function keepSearchIndex(onMended: () => void = () => undefined): IndexKeeper {
  let running: Promise<void> | null = null;
  let progress: IndexProgress | null = null;

  const run = (database: LibraryDatabase, anew: boolean): Promise<void> => {
    const onProgress = (done: number, total: number): void => {
      progress = { done, total };
    };
    running ??= (anew ? rebuildIndex(database, onProgress) : goOn(database, onProgress)).then(onMended).finally(() => {
      running = null;
      progress = null;
    });
    return running;
  };

  return {
    async tidy(database) {
      if (running) return running;
      const needed = await needsRebuild(database);
      if (needed) return run(database, needed === 'anew');
      try {
        await mergeSegments(database);
      } catch (thrown) {
        if (!(thrown instanceof RangeError)) throw thrown;
        await run(database, true);
      }
    },
    async mend(database, damaged) {
      if (!running) {
        const needed = damaged ? 'anew' : await needsRebuild(database);
        if (!needed) return null;
        // The next call, or the next start of the background, meets the same failure.
        run(database, needed === 'anew').catch(() => undefined);
      }
      return progress ?? { done: 0, total: await database.count('metadata') };
    },
  };
}

/** Goes on with a rebuild, or starts over where its part so far is damaged. */
async function goOn(database: LibraryDatabase, onProgress: OnProgress): Promise<void> {
  try {
    await continueRebuild(database, onProgress);
  } catch (thrown) {
    if (!(thrown instanceof RangeError)) throw thrown;
    await rebuildIndex(database, onProgress);
  }
}
