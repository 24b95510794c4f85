import { DAY_MS } from '../../model/day-ms.ts';
import { RectoError } from '../../model/errors/recto-error.ts';
import type { LibraryBackup } from '../../model/library.ts';
import { localDay } from '../../model/local-day.ts';
import { type AutoBackupState, changeAutoBackup, readAutoBackup } from '../../platform/auto-backup-state.ts';
import { mayDownload, removeOldDownloads, writeDownload } from '../../platform/downloads.ts';
import { readLostLibrary } from '../../platform/known-library.ts';
import { noteBackup } from '../../platform/last-backup.ts';
import type { LibraryConnection } from '../../storage/library-connection.ts';
import type { LibraryDatabase } from '../../storage/library-schema.ts';
import { oneAtATime } from '../../storage/write-strictly.ts';
import { mayWrite, readFolder, removeOldFiles, writeToFolder } from './backup-folder.ts';

const WEEK_MS = 7 * DAY_MS;

const KEPT = 5;

/**
 * Differs from the prefix of backups made by hand, which may be in the same folder: only automatic ones are ever
 * removed.
 */
const OUR_PREFIX = 'recto-auto-backup-';

const OUR_NAME = new RegExp(String.raw`^${OUR_PREFIX}\d{4}-\d\d-\d\d-\d{4}\.jsonl\.gz$`);

interface RunOptions {
  now?: number;
  /** The person has asked for one: it is written even if the last is not a week old. */
  evenIfNotDue?: boolean;
}

export type AutoBackupOutcome = 'off' | 'not-due' | 'written' | 'not-allowed';

/**
 * Writes a dated backup to the chosen place if the last one is a week old, or is from the future because the clock has
 * jumped. Keeps the last five, or all of them if something could not be read, or a loss of the list is not settled.
 *
 * - It counts only once it has been read back.
 * - An empty list is never backed up: the backup would push out an older one that has articles.
 * - Throws `backup-unwritten`, or `backup-undownloaded`, with the error of the disk when the new file cannot be
 *   written. That it was due and not written is noted for the next time the list is opened.
 * - An old file that cannot be removed is left for the next time.
 * - Windows take turns: after a night, two that are looked at again would otherwise both write it.
 */
export function runAutoBackup(
  connection: LibraryConnection,
  backup: LibraryBackup,
  options: RunOptions = {},
): Promise<AutoBackupOutcome> {
  return oneAtATime('auto-backup-file', () => writeIfDue(connection, backup, options));
}

async function writeIfDue(
  connection: LibraryConnection,
  backup: LibraryBackup,
  { now = Date.now(), evenIfNotDue = false }: RunOptions,
): Promise<AutoBackupOutcome> {
  const state = await readAutoBackup();
  if (state.target === 'none') return 'off';
  const isDue = state.lastAt === null || now - state.lastAt >= WEEK_MS || state.lastAt > now;
  const database = await connection.database();
  if ((!isDue && !evenIfNotDue) || (await database.count('metadata')) === 0) return 'not-due';
  try {
    const place = state.target === 'folder' ? await placeInFolder(database) : await placeInDownloads();
    if (place === null) await noteOutcome({ isHindered: true });
    else await writeTo(place, backup, now);
    return place === null ? 'not-allowed' : 'written';
  } catch (thrown) {
    // The error that is thrown says why, even if it could not be noted.
    await noteOutcome({ isHindered: true }).catch(() => undefined);
    throw thrown;
  }
}

async function writeTo(place: BackupPlace, backup: LibraryBackup, now: number): Promise<void> {
  const { file, unreadable } = await backup.make();
  const name = backupFileName(new Date(now), OUR_PREFIX);
  await place.write(file, name).catch((thrown: unknown) => {
    throw new RectoError(place.unwritten, String(thrown), { cause: thrown });
  });
  await noteOutcome({ lastAt: now, unreadable, isHindered: false });
  // The file was written all the same; only the date of the last backup is then too old.
  await noteBackup(now).catch(() => undefined);
  // A record that is missing in this backup may be in an older one.
  if (unreadable === 0 && (await isNothingLost())) await place.removeOld(name).catch(() => undefined);
}

/**
 * Whether no loss of the list waits to be settled. While one does, only older backups have what was in it. When that
 * cannot be read, they may be needed.
 */
const isNothingLost = (): Promise<boolean> =>
  readLostLibrary().then(
    (lost) => lost === null,
    () => false,
  );

/** If they were turned off meanwhile, nothing is stored about them. */
const noteOutcome = (outcome: Partial<AutoBackupState>): Promise<void> =>
  changeInTurn(async () => {
    if ((await readAutoBackup()).target !== 'none') await changeAutoBackup(outcome);
  });

/**
 * Changes what is stored about automatic backups, one window at a time, so that a choice is not overwritten with what
 * was read before it.
 */
export const changeInTurn = (work: () => Promise<void>): Promise<void> => oneAtATime('auto-backup', work);

/** Where dated files go. */
interface BackupPlace {
  /** The code for a file that cannot be written there. It says what to do, which differs between the two places. */
  unwritten: 'backup-unwritten' | 'backup-undownloaded';
  /** Throws unless the whole file is there. */
  write(file: Blob, name: string): Promise<void>;
  /** Keeps the one that was just written, and the last before it. */
  removeOld(written: string): Promise<void>;
}

/** Null where Recto may not write now. */
async function placeInFolder(database: LibraryDatabase): Promise<BackupPlace | null> {
  const folder = await readFolder(database);
  if (!folder || !(await mayWrite(folder))) return null;
  return {
    unwritten: 'backup-unwritten',
    write: (file, name) => writeToFolder(folder, file, name),
    removeOld: (written) => removeOldFiles(folder, OUR_NAME, KEPT, written),
  };
}

/** Null where Recto may not write now. */
async function placeInDownloads(): Promise<BackupPlace | null> {
  if (!(await mayDownload())) return null;
  return {
    unwritten: 'backup-undownloaded',
    async write(file, name) {
      const size = await writeDownload(file, `Recto/${name}`);
      if (size !== file.size) throw new Error(`${name}: ${size} of ${file.size} bytes`);
    },
    removeOld: (written) => removeOldDownloads(OUR_PREFIX, KEPT, written),
  };
}

/**
 * `recto-backup-2026-05-03-1405.jsonl.gz`: sorts by time, and is a valid file name on every system. The default prefix
 * is that of backups made by hand.
 */
export function backupFileName(time: Date, prefix = 'recto-backup-'): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${prefix}${localDay(time.getTime())}-${two(time.getHours())}${two(time.getMinutes())}.jsonl.gz`;
}
