import { useEffect, useState } from 'preact/hooks';
import { asRectoError } from '../model/errors/as-recto-error.ts';
import type { RectoError } from '../model/errors/recto-error.ts';
import { latestOnly } from '../model/latest-only.ts';
import type { LibraryBackup } from '../model/library.ts';
import { noteBackup, readLastBackup, watchLastBackup } from '../platform/last-backup.ts';
import { backupFileName } from './auto-backup/run-auto-backup.ts';
import { downloadBlob } from './download-blob.ts';

/** The backup file that a person asks for, and what is known of the last one. */
interface BackupFile {
  /** Articles written so far, while a file is being made. */
  work: { done: number; total: number } | null;
  /** The file that was just made, and how many records in it are damaged or missing. `isEmpty`: it holds settings alone. */
  made: { name: string; unreadable: number; isEmpty: boolean } | null;
  error: RectoError | null;
  /** When the last backup was made; null for never, undefined until it is known. */
  last: number | null | undefined;
  /** Makes a file and hands it to the browser's downloads. */
  make(): Promise<void>;
}

/** Makes backup files, and follows when the last was made: automatic backups and other windows write some too. */
export function useBackupFile(backup: LibraryBackup): BackupFile {
  const [work, setWork] = useState<BackupFile['work']>(null);
  const [made, setMade] = useState<BackupFile['made']>(null);
  const [error, setError] = useState<RectoError | null>(null);
  const [last, setLast] = useState<BackupFile['last']>(undefined);
  // Storage may answer after a file was made, with the state before.
  const [begin] = useState(latestOnly);
  const readLast = () => {
    const isLatest = begin();
    void readLastBackup().then(
      (found) => isLatest() && setLast(found),
      () => setLast((known) => known ?? null),
    );
  };
  useEffect(() => {
    const end = new AbortController();
    readLast();
    watchLastBackup(readLast, end.signal);
    return () => end.abort();
  }, []);
  const make = async (): Promise<void> => {
    const now = Date.now();
    const name = backupFileName(new Date(now));
    setWork({ done: 0, total: 0 });
    setMade(null);
    setError(null);
    try {
      let items = 0;
      const { file, unreadable } = await backup.make((done, total) => {
        items = total;
        setWork({ done, total });
      });
      const isEmpty = items === 0;
      downloadBlob(file, name);
      setMade({ name, unreadable, isEmpty });
      // A file with settings alone is no backup of the list.
      if (isEmpty) return;
      begin();
      setLast(now);
      // The file was written all the same; only its date is lost when the page is closed.
      await noteBackup(now).catch(() => undefined);
    } catch (thrown) {
      setError(asRectoError(thrown));
    } finally {
      setWork(null);
    }
  };
  return { work, made, error, last, make };
}
