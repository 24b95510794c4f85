import type { JSX } from 'preact';
import type { LibraryBackup, LibraryReader } from '../model/library.ts';
import { isolateName } from '../model/text/isolate-name.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/list/error-notice.tsx';
import { useWords } from '../ui/list/words-context.ts';
import { AutoBackupSettings } from './auto-backup/auto-backup-settings.tsx';
import type { AutoBackups } from './auto-backup/auto-backups.ts';
import { CheckSettings } from './check-settings.tsx';
import { DeletedState } from './deleted-state.tsx';
import { FileButton } from './intake/file-button.tsx';
import { IntakeView } from './intake/intake-view.tsx';
import { useIntake } from './intake/use-intake.ts';
import type { LibraryFiles } from './library-files.ts';
import { StorageState } from './storage-state.tsx';
import { useBackupFile } from './use-backup-file.ts';
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
  const { work, made, error, last, make } = useBackupFile(backup);
  const intake = useIntake(files, backup);

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
        {made && <p>{t('backupMade', isolateName(made.name, words.dir))}</p>}
        {made?.isEmpty && <p>{t('backupOnlySettings')}</p>}
        {made && made.unreadable > 0 && <p>{words.count('backupUnreadable', made.unreadable, t('checkTitle'))}</p>}
      </div>
      {error && <ErrorNotice error={error} />}
      <IntakeView intake={intake} />
      <AutoBackupSettings auto={auto} />
      <CheckSettings files={files} />
    </section>
  );
}
