import type { ImportedItem } from '../../model/imported-item.ts';
import { slicer } from '../../model/slicer.ts';
import { announceChange } from '../../platform/library-changes.ts';
import { recordOfImport } from '../../storage/importing/imported-record.ts';
import { writeImported } from '../../storage/importing/write-imported.ts';
import type { LibraryDatabase } from '../../storage/library-schema.ts';
import { watchForLoss } from '../../storage/watch-for-loss.ts';
import { articleOfImport } from './article-of-import.ts';

export interface ImportReport {
  imported: number;
  present: number;
  /** False when it was stopped; what was imported until then stays. */
  complete: boolean;
}

/** Links written in one transaction, and articles: those carry their text. */
const LINKS_AT_ONCE = 200;
const ARTICLES_AT_ONCE = 10;

/**
 * Writes the pages of a plan. Stopped by the signal it ends after the transaction under way; read again, the same file
 * goes on where it stopped, since what is here is only counted. Throws as storage does.
 */
export async function runImport(
  database: LibraryDatabase,
  items: readonly ImportedItem[],
  onProgress: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<ImportReport> {
  const report: ImportReport = { imported: 0, present: 0, complete: false };
  const slice = slicer();
  try {
    for (let at = 0; at < items.length; ) {
      if (signal.aborted) return report;
      const count = items[at]?.html === null ? LINKS_AT_ONCE : ARTICLES_AT_ONCE;
      const batch = items.slice(at, at + count);
      const records = [];
      for (const item of batch) {
        if (slice.isOver()) await slice.pause();
        records.push(recordOfImport(item, item.html && (await articleOfImport(item, item.html))));
      }
      const { imported, present } = await writeImported(database, records);
      report.imported += imported;
      report.present += present;
      at += batch.length;
      onProgress(at, items.length);
    }
    report.complete = true;
    return report;
  } finally {
    // The next write that changes the number corrects what is remembered of it.
    await watchForLoss(database, 'after-write').catch(() => undefined);
    announceChange({ ids: null });
  }
}
