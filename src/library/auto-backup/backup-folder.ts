import type { LibraryDatabase } from '../../storage/library-schema.ts';

/** What browsers with the File System Access API add (https://wicg.github.io/file-system-access/); Firefox has no folder picker. */
interface FolderPermissions {
  queryPermission(wanted: { mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission(wanted: { mode: 'readwrite' }): Promise<PermissionState>;
}
type BackupFolder = FileSystemDirectoryHandle & FolderPermissions;
type PickFolder = (options: { id: string; mode: 'readwrite' }) => Promise<BackupFolder>;

const pickerOf = (page: Window): PickFolder | null => {
  const pick: unknown = Reflect.get(page, 'showDirectoryPicker');
  return typeof pick === 'function' ? (pick.bind(page) as PickFolder) : null;
};

/** Whether the browser has a folder picker. */
export const canChooseFolder = (): boolean => pickerOf(window) !== null;

/** Asks for a folder; null when the person closed the dialog. */
export async function chooseFolder(): Promise<BackupFolder | null> {
  try {
    return (await pickerOf(window)?.({ id: 'recto-backups', mode: 'readwrite' })) ?? null;
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === 'AbortError') return null;
    throw thrown;
  }
}

/** Name in `tallies`: a handle can be kept in IndexedDB only. */
const KEY = 'backup-folder';

/** Remembers the folder for the next start; null forgets it. */
export async function keepFolder(database: LibraryDatabase, folder: BackupFolder | null): Promise<void> {
  if (folder === null) await database.delete('tallies', KEY);
  else await database.put('tallies', folder, KEY);
}

/** The folder that was chosen; null where none was, or what is kept is no folder. */
export async function readFolder(database: LibraryDatabase): Promise<BackupFolder | null> {
  const kept = await database.get('tallies', KEY);
  return typeof FileSystemDirectoryHandle === 'function' && kept instanceof FileSystemDirectoryHandle
    ? (kept as BackupFolder)
    : null;
}

/**
 * Whether Recto may write there now. After a restart the browser may have to ask again, which it does only during a
 * click.
 */
export async function mayWrite(folder: BackupFolder): Promise<boolean> {
  return (await folder.queryPermission({ mode: 'readwrite' })) === 'granted';
}

/**
 * Writes a file and reads its size back: a full disk or a missing folder must not count as a backup. Throws the
 * browser's error; a new file that stayed empty is removed where possible.
 */
export async function writeToFolder(folder: BackupFolder, file: Blob, name: string): Promise<void> {
  const handle = await folder.getFileHandle(name, { create: true });
  try {
    const stream = await handle.createWritable();
    await stream.write(file);
    await stream.close();
    const { size } = await handle.getFile();
    if (size !== file.size) throw new Error(`${name}: ${size} of ${file.size} bytes`);
  } catch (thrown) {
    // Until the stream is closed, browsers write to a file beside it, so a file of the same minute that was there
    // before is unchanged.
    if (await isEmpty(folder, name)) await folder.removeEntry(name).catch(ignoreUnremoved);
    throw thrown;
  }
}

/**
 * Removes the oldest files with names dated like ours, except the last `keep`; no other file is touched. One that
 * cannot be removed (it is open, or the person was faster) does not keep the others. `written` counts as the last
 * whatever its date says: the clock may have been ahead before. An empty file, left by a write that was cut off, is no
 * backup: it is removed, and does not count among those that are kept.
 */
export async function removeOldFiles(
  folder: BackupFolder,
  pattern: RegExp,
  keep: number,
  written: string,
): Promise<void> {
  const empty: string[] = [];
  const others: string[] = [];
  for await (const [name, handle] of folder.entries()) {
    if (handle.kind !== 'file' || !pattern.test(name) || name === written) continue;
    ((await isEmpty(folder, name)) ? empty : others).push(name);
  }
  const old = others.sort().reverse();
  for (const name of [...empty, ...old.slice(keep - 1)]) await folder.removeEntry(name).catch(ignoreUnremoved);
}

/** Whether a file is empty; false where that is unknown. */
const isEmpty = (folder: BackupFolder, name: string): Promise<boolean> =>
  folder
    .getFileHandle(name)
    .then((handle) => handle.getFile())
    .then(
      ({ size }) => size === 0,
      () => false,
    );

/** The next backup tries to remove it again. */
const ignoreUnremoved = (): void => undefined;
