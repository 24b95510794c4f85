import type { LibraryBackup } from '../../model/library.ts';
import { keepAutoBackup, readAutoBackup } from '../../platform/auto-backup-state.ts';
import { mayDownload, removeOldDownloads, writeDownload } from '../../platform/downloads.ts';
import { noteBackup } from '../../platform/last-backup.ts';
import type { LibraryConnection } from '../../storage/library-connection.ts';
import { backupFileName } from '../backup-file-name.ts';
import { mayWrite, readFolder, removeOldFiles, writeToFolder } from './backup-folder.ts';

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
const KEPT = 5;
const OUR_NAME = /^recto-backup-\d{4}-\d\d-\d\d-\d{4}\.jsonl\.gz$/;

export type AutoBackupOutcome = 'off' | 'not-due' | 'written' | 'not-allowed';

/**
 * Writes a dated backup where the person said, when the last is a week old (or from the future: the clock jumped), and
 * keeps the last five. Counts only once it has been read back. An empty list is never backed up: it would push out what
 * there is. Throws what the disk says.
 */
export async function runAutoBackup(
  connection: LibraryConnection,
  backup: LibraryBackup,
  now = Date.now(),
  evenNow = false,
): Promise<AutoBackupOutcome> {
  const state = await readAutoBackup();
  if (state.target === 'none') return 'off';
  const isDue = state.lastAt === null || now - state.lastAt >= WEEK_MS || state.lastAt > now;
  const database = await connection.database();
  if ((!isDue && !evenNow) || (await database.count('metadata')) === 0) return 'not-due';
  const name = backupFileName(new Date(now));
  if (state.target === 'folder') {
    const folder = await readFolder(database);
    if (!folder || !(await mayWrite(folder))) return 'not-allowed';
    await writeToFolder(folder, await backup.make(), name);
    await removeOldFiles(folder, OUR_NAME, KEPT);
  } else {
    if (!(await mayDownload())) return 'not-allowed';
    const file = await backup.make();
    const size = await writeDownload(file, `Recto/${name}`);
    if (size !== file.size) throw new Error(`${name}: ${size} of ${file.size} bytes`);
    await removeOldDownloads('recto-backup-', KEPT);
  }
  await keepAutoBackup({ ...state, lastAt: now });
  await noteBackup(now);
  return 'written';
}
