import type { ImportedItem } from '../model/imported-item.ts';
import type { LibraryBackup } from '../model/library.ts';
import { announceChange } from '../platform/library-changes.ts';
import type { RestorePreview } from '../storage/backup/preview-backup.ts';
import type { CheckReport } from '../storage/check-library.ts';
import type { LibraryConnection } from '../storage/library-connection.ts';
import { storageError } from '../storage/storage-error.ts';
import { watchForLoss } from '../storage/watch-for-loss.ts';
import type { AutoBackups } from './auto-backup/auto-backups.ts';
import type { DamagedItems } from './damaged-items.ts';
import type { ExportRequest, ExportResult } from './exporting/export-format.ts';
import type { ArticleFetching } from './fetching/article-fetching.ts';
import type { ImportPlan } from './importing/import-plan.ts';
import type { ImportReport } from './importing/run-import.ts';

type Progress = (done: number, total: number) => void;

/** What goes in and out of the library as files, and its check. Throws `RectoError`. */
export interface LibraryFiles {
  export(request: ExportRequest): Promise<ExportResult>;
  /** Reads a file of another program; `recto` when it is a backup. Writes nothing. */
  plan(file: Blob): Promise<ImportPlan | 'recto'>;
  import(items: readonly ImportedItem[], onProgress: Progress, signal: AbortSignal): Promise<ImportReport>;
  /** Reads a backup. Writes nothing. */
  previewRestore(file: Blob, onProgress: Progress): Promise<RestorePreview>;
  check(onProgress: Progress): Promise<CheckReport>;
  /** What was set aside by checks, as a file; null when there is nothing. */
  damaged(): Promise<Blob | null>;
}

/** Everything that can only be done by a page which opens the database itself. */
export interface StoredLibrary {
  backup: LibraryBackup;
  auto: AutoBackups;
  files: LibraryFiles;
  damaged: DamagedItems;
  fetching: ArticleFetching;
}

/** Each part is loaded when it is first used. */
export function libraryFiles(connection: LibraryConnection, mendSearch: () => Promise<unknown>): LibraryFiles {
  return {
    export: async (request) => {
      const { exportLibrary } = await import('./exporting/export-library.ts');
      return withStorageErrors(exportLibrary(connection, request));
    },
    plan: async (file) => {
      const { planImport } = await import('./importing/import-plan.ts');
      return withStorageErrors(planImport(await connection.database(), file));
    },
    import: async (items, onProgress, signal) => {
      const { runImport } = await import('./importing/run-import.ts');
      return withStorageErrors(runImport(await connection.database(), items, onProgress, signal));
    },
    previewRestore: async (file, onProgress) => {
      const { previewBackup } = await import('../storage/backup/preview-backup.ts');
      return withStorageErrors(previewBackup(await connection.database(), file, onProgress));
    },
    check: async (onProgress) => {
      const { checkLibrary } = await import('../storage/check-library.ts');
      const database = await connection.database();
      const report = await withStorageErrors(checkLibrary(database, onProgress)).finally(async () => {
        // Records that were set aside are in no list any more. Unless it is corrected, the remembered number would one
        // day count as a loss.
        await watchForLoss(database, 'after-write').catch(() => undefined);
        announceChange({ ids: null });
      });
      // The background keeps the search index: when asked it checks the index, and rebuilds it if broken.
      await mendSearch().catch(() => undefined);
      return report;
    },
    damaged: async () => {
      const database = await connection.database();
      if ((await database.count('damaged')) === 0) return null;
      const { exportDamaged } = await import('../storage/check-library.ts');
      return withStorageErrors(exportDamaged(database));
    },
  };
}

/** The same work. What storage throws in it becomes a `RectoError`. */
const withStorageErrors = <T>(work: Promise<T>): Promise<T> =>
  work.catch((thrown) => {
    throw storageError(thrown);
  });
