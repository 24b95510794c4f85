import type { LibraryBackup } from '../../model/library.ts';
import { type AutoBackupState, changeAutoBackup, forgetAutoBackup } from '../../platform/auto-backup-state.ts';
import { mayDownload } from '../../platform/downloads.ts';
import type { LibraryConnection } from '../../storage/library-connection.ts';
import { chooseFolder, keepFolder, mayWrite, readFolder } from './backup-folder.ts';
import { type AutoBackupOutcome, changeInTurn, runAutoBackup } from './run-auto-backup.ts';

/** Automatic backups as the settings see them. */
export interface AutoBackups {
  /** Writes one if it is due. If one is being written already, gives the outcome of that. */
  run(): Promise<AutoBackupOutcome>;
  /** Writes one even if none is due. If one is being written already, gives the outcome of that. */
  runNow(): Promise<AutoBackupOutcome>;
  /** Asks for a folder and writes the first backup there. Does nothing if the dialog is closed. */
  chooseFolder(): Promise<void>;
  /** To be called once the permission is granted. */
  useDownloads(): Promise<void>;
  /** Asks for the folder that was chosen before; must be called by a click. */
  allowAgain(): Promise<void>;
  /** Writes none any more, and forgets where they went. */
  turnOff(): Promise<void>;
  /** Whether Recto may write where the person said. */
  mayWrite(target: AutoBackupState['target']): Promise<boolean>;
}

/** Automatic backups of the library behind `connection`, written as `backup` makes them. */
export function autoBackups(connection: LibraryConnection, backup: LibraryBackup): AutoBackups {
  const write = () => runAutoBackup(connection, backup, { evenIfNotDue: true });
  let due: Promise<AutoBackupOutcome> | null = null;
  let asked: Promise<AutoBackupOutcome> | null = null;
  const writeUnlessDone = async () => {
    const outcome = await due?.catch(() => null);
    return outcome === 'written' ? outcome : write();
  };
  return {
    run() {
      if (asked) return asked;
      due ??= runAutoBackup(connection, backup).finally(() => {
        due = null;
      });
      return due;
    },
    runNow() {
      asked ??= writeUnlessDone().finally(() => {
        asked = null;
      });
      return asked;
    },
    async chooseFolder() {
      const folder = await chooseFolder();
      if (!folder) return;
      await keepFolder(await connection.database(), folder);
      await changeInTurn(() => changeAutoBackup({ target: 'folder', folder: folder.name }));
      await write();
    },
    async useDownloads() {
      await changeInTurn(() => changeAutoBackup({ target: 'downloads', folder: '' }));
      await write();
    },
    async allowAgain() {
      const folder = await readFolder(await connection.database());
      if ((await folder?.requestPermission({ mode: 'readwrite' })) === 'granted') await write();
    },
    async turnOff() {
      await changeInTurn(forgetAutoBackup);
      await keepFolder(await connection.database(), null);
    },
    async mayWrite(target) {
      if (target === 'downloads') return mayDownload();
      const folder = await readFolder(await connection.database());
      return folder !== null && mayWrite(folder);
    },
  };
}
