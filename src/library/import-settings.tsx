import type { JSX } from 'preact';
import type { LibraryBackup } from '../model/library.ts';
import { useWords } from '../ui/list/words-context.ts';
import { FileButton } from './intake/file-button.tsx';
import { IntakeView } from './intake/intake-view.tsx';
import { useIntake } from './intake/use-intake.ts';
import type { LibraryFiles } from './library-files.ts';

/** Takes in what other programs export. A file may also be dropped on it. */
export function ImportSettings({ files, backup }: { files: LibraryFiles; backup: LibraryBackup }): JSX.Element {
  const { t } = useWords();
  const intake = useIntake(files, backup);
  const { step } = intake.state;
  const isBusy = step === 'reading' || step === 'importing' || step === 'restoring';
  return (
    <section
      id="import"
      aria-labelledby="settings-import"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        const [dropped] = event.dataTransfer?.files ?? [];
        if (dropped && !isBusy) intake.choose(dropped);
      }}
    >
      <h2 id="settings-import">{t('importTitle')}</h2>
      <p class="quiet">{t('importHow')}</p>
      <p class="backup-actions">
        <FileButton label={t('importChoose')} disabled={isBusy} onFile={intake.choose} />
      </p>
      <IntakeView intake={intake} />
    </section>
  );
}
