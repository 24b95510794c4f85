import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { asRectoError } from '../model/as-recto-error.ts';
import type { LibraryBackup, LibraryReader, RestoreReport } from '../model/library.ts';
import type { RectoError } from '../model/recto-error.ts';
import { noteBackup, readLastBackup } from '../platform/last-backup.ts';
import { ErrorNotice } from '../ui/list/error-notice.tsx';
import { useWords } from '../ui/list/words-context.ts';
import { backupFileName } from './backup-file-name.ts';
import { downloadBlob } from './download-blob.ts';
import { RestoreResult } from './restore-result.tsx';
import { StorageState } from './storage-state.tsx';

export interface BackupSettingsProps {
  library: LibraryReader;
  backup: LibraryBackup;
}

type Work = { kind: 'making' | 'restoring'; done: number; total: number };

/** How much is kept and where, and the one file that keeps it elsewhere. */
export function BackupSettings({ library, backup }: BackupSettingsProps): JSX.Element {
  const words = useWords();
  const { t } = words;
  const [work, setWork] = useState<Work | null>(null);
  const [made, setMade] = useState<string | null>(null);
  const [report, setReport] = useState<RestoreReport | null>(null);
  const [error, setError] = useState<RectoError | null>(null);
  const [last, setLast] = useState<number | null>(null);
  const file = useRef<HTMLInputElement>(null);
  useEffect(() => void readLastBackup().then(setLast, () => undefined), []);

  const run = async (
    kind: Work['kind'],
    task: (onProgress: (done: number, total: number) => void) => Promise<void>,
  ) => {
    setWork({ kind, done: 0, total: 0 });
    setMade(null);
    setReport(null);
    setError(null);
    try {
      await task((done, total) => setWork({ kind, done, total }));
    } catch (thrown) {
      setError(asRectoError(thrown));
    } finally {
      setWork(null);
    }
  };
  const make = () =>
    run('making', async (onProgress) => {
      const now = Date.now();
      const name = backupFileName(new Date(now));
      downloadBlob(await backup.make(onProgress), name);
      setMade(name);
      setLast(now);
      await noteBackup(now);
    });
  const restore = (chosen: File) =>
    run('restoring', async (onProgress) => setReport(await backup.restore(chosen, onProgress)));

  return (
    <section id="backup" aria-labelledby="settings-backup">
      <h2 id="settings-backup">{t('settingsKept')}</h2>
      <StorageState library={library} last={last} />
      <p class="quiet">{t('firstWhereItLives')}</p>
      <p class="backup-actions">
        <button type="button" class="button" data-primary disabled={work !== null} onClick={() => void make()}>
          {t('backupMake')}
        </button>
        <button type="button" class="button" disabled={work !== null} onClick={() => file.current?.click()}>
          {t('backupRestore')}
        </button>
        <input
          ref={file}
          type="file"
          hidden
          accept=".recto,.json,.gz,.zip,application/json,application/gzip,application/zip"
          aria-label={t('backupRestore')}
          onChange={(event) => {
            const [chosen] = event.currentTarget.files ?? [];
            if (chosen) void restore(chosen);
            // The same file can be chosen again.
            event.currentTarget.value = '';
          }}
        />
      </p>
      <div role="status">
        {work && (
          <p>
            {t(
              work.kind === 'making' ? 'backupMaking' : 'backupRestoring',
              words.number(work.done),
              words.number(work.total),
            )}
          </p>
        )}
        {made && <p>{t('backupMade', made)}</p>}
        {report && <RestoreResult report={report} />}
      </div>
      {error && <ErrorNotice error={error} />}
    </section>
  );
}
