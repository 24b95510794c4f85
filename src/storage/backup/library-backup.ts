import type { LibraryBackup, RestoreReport } from '../../model/library.ts';
import { keepLostLibrary } from '../../platform/known-library.ts';
import { announceChange } from '../../platform/library-changes.ts';
import type { LibraryConnection } from '../library-connection.ts';
import { readCounts } from '../read-items.ts';
import { storageError } from '../storage-error.ts';
import { watchForLoss } from '../watch-for-loss.ts';
import { makeBackup } from './make-backup.ts';
import { restoreBackup } from './restore-backup.ts';

/** The caller's settings, which are not in the database. */
interface BackedUpSettings {
  /** Rejects when they cannot be read: defaults are not what the person chose. */
  read(): Promise<unknown>;
  /**
   * Called with the file's settings, unparsed, and only when the list was empty before: a person's own settings win.
   */
  write(settings: unknown): Promise<void>;
}

/**
 * Backup and restore in an extension page. Like imports and the library check, a restore writes from the page: a file
 * of any size is streamed into the database in transactions so small that none of the background's waits long.
 */
export function libraryBackup(connection: LibraryConnection, settings: BackedUpSettings): LibraryBackup {
  return {
    async make(onProgress) {
      try {
        let unreadable = 0;
        const note = () => {
          unreadable += 1;
        };
        const read = await settings.read().catch(note);
        const file = await makeBackup(await connection.database(), read, onProgress, note);
        return { file, unreadable };
      } catch (thrown) {
        throw storageError(thrown);
      }
    },
    async restore(file, onProgress) {
      let isRestored = false;
      try {
        const database = await connection.database();
        const { list, archive, deleted } = await readCounts(database);
        const unkept: RestoreReport['refused'] = [];
        const report = await restoreBackup(database, file, onProgress, async (found) => {
          // Settings before articles: if those cannot all be written, the list is not empty at the next attempt.
          if (list + archive + deleted > 0) return;
          await settings.write(found).catch((thrown: unknown) => {
            unkept.push({ title: '', code: 'settings-unkept', detail: String(thrown) });
          });
        });
        isRestored = report.imported + report.present > 0;
        return { ...report, refused: [...report.refused, ...unkept] };
      } catch (thrown) {
        throw storageError(thrown);
      } finally {
        await connection
          .database()
          .then((database) => watchForLoss(database, 'after-write'))
          // The notice of a loss asks for a restore. Looking at the list, which may be what notices the loss, comes
          // first.
          .then(() => (isRestored ? keepLostLibrary(null) : undefined))
          .catch(() => undefined);
        announceChange({ ids: null });
      }
    },
  };
}
