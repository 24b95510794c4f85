import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { asRectoError } from '../model/as-recto-error.ts';
import { latestOnly } from '../model/latest-only.ts';
import type { LibraryBackup, LibraryReader } from '../model/library.ts';
import type { RectoError } from '../model/recto-error.ts';
import { noteBackup, readLastBackup, watchLastBackup } from '../platform/last-backup.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/list/error-notice.tsx';
import { useWords } from '../ui/list/words-context.ts';
import { AutoBackupSettings } from './auto-backup/auto-backup-settings.tsx';
import type { AutoBackups } from './auto-backup/auto-backups.ts';
import { backupFileName } from './auto-backup/run-auto-backup.ts';
import { CheckSettings } from './check-settings.tsx';
import { DeletedState } from './deleted-state.tsx';
import { downloadBlob } from './download-blob.ts';
import { FileButton } from './intake/file-button.tsx';
import { IntakeView } from './intake/intake-view.tsx';
import { useIntake } from './intake/use-intake.ts';
import type { LibraryFiles } from './library-files.ts';
import { StorageState } from './storage-state.tsx';
import { WorkProgress } from './work-progress.tsx';

interface BackupSettingsProps {
  library: LibraryReader;
  backup: LibraryBackup;
  files: LibraryFiles;
  auto: AutoBackups;
}

/** How much is kept and where, whether it is in order, and the files that keep it elsewhere. */
export function BackupSettings({ library, backup, files, auto }: BackupSettingsProps): JSX.Element {
  const words = useWords();
  const { t } = words;
  const [work, setWork] = useState<{ done: number; total: number } | null>(null);
  const [made, setMade] = useState<{ name: string; unreadable: number; empty: boolean } | null>(null);
  const [error, setError] = useState<RectoError | null>(null);
  const [last, setLast] = useState<number | null | undefined>(undefined);
  // Storage may answer after a file was made, with the state before.
  const [begin] = useState(latestOnly);
  const readLast = () => {
    const isLatest = begin();
    void readLastBackup().then(
      (found) => isLatest() && setLast(found),
      () => setLast((known) => known ?? null),
    );
  };
  // Automatic backups and other windows write one, too.
  useEffect(() => {
    const end = new AbortController();
    readLast();
    watchLastBackup(readLast, end.signal);
    return () => end.abort();
  }, []);
  const intake = useIntake(files, backup);

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
      const empty = items === 0;
      downloadBlob(file, name);
      setMade({ name, unreadable, empty });
      // Settings alone are no backup of the list.
      if (empty) return;
      begin();
      setLast(now);
      // The file is there all the same; only its date is lost when the page is closed.
      await noteBackup(now).catch(() => undefined);
    } catch (thrown) {
      setError(asRectoError(thrown));
    } finally {
      setWork(null);
    }
  };
  const { step } = intake.state;
  const isBusy = work !== null || step === 'reading' || step === 'restoring' || step === 'importing';

  return (
    <section id="backup" aria-labelledby="settings-backup">
      <h2 id="settings-backup">{t('settingsKept')}</h2>
      <StorageState library={library} last={last} />
      <DeletedState library={library} />
      <p class="quiet">{t('firstWhereItLives')}</p>
      <p class="backup-actions">
        <Button label={t('backupMake')} primary disabled={isBusy} onPress={() => void make()} />
        <FileButton label={t('backupRestore')} disabled={isBusy} onFile={intake.choose} />
      </p>
      <div role="status">
        {work && <WorkProgress label="backupMaking" done={work.done} total={work.total} />}
        {made && <p>{t('backupMade', made.name)}</p>}
        {made?.empty && <p>{t('backupOnlySettings')}</p>}
        {made && made.unreadable > 0 && <p>{words.count('backupUnreadable', made.unreadable, t('checkTitle'))}</p>}
      </div>
      {error && <ErrorNotice error={error} />}
      <IntakeView intake={intake} />
      <AutoBackupSettings auto={auto} />
      <CheckSettings files={files} />
    </section>
  );
}
