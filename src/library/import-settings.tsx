import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { asRectoError } from '../model/as-recto-error.ts';
import type { LibraryBackup } from '../model/library.ts';
import type { RectoError } from '../model/recto-error.ts';
import { ErrorNotice } from '../ui/list/error-notice.tsx';
import { useWords } from '../ui/list/words-context.ts';
import type { ArticleFetching } from './fetching/article-fetching.ts';
import { FetchNotice, useFetching } from './fetching/fetch-notice.tsx';
import { FileButton } from './intake/file-button.tsx';
import { IntakeView } from './intake/intake-view.tsx';
import { useIntake } from './intake/use-intake.ts';
import type { LibraryFiles } from './library-files.ts';

interface ImportSettingsProps {
  files: LibraryFiles;
  backup: LibraryBackup;
  fetching: ArticleFetching;
}

/** Takes in what other programs export, and has the articles of links fetched. A file may also be dropped on it. */
export function ImportSettings({ files, backup, fetching }: ImportSettingsProps): JSX.Element {
  const { t } = useWords();
  const intake = useIntake(files, backup, () => void fetching.count().catch(() => undefined));
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
      <FetchOffer fetching={fetching} />
    </section>
  );
}

/** Offers to fetch the articles of saved links, where there are any; then tells how far that is. */
function FetchOffer({ fetching }: { fetching: ArticleFetching }): JSX.Element | null {
  const words = useWords();
  const { phase, left } = useFetching(fetching);
  const [error, setError] = useState<RectoError | null>(null);
  useEffect(() => void fetching.count().catch(() => undefined), [fetching]);
  if (phase !== 'off') return <FetchNotice fetching={fetching} />;
  if (left === 0) return null;
  const begin = () => {
    setError(null);
    fetching.begin().catch((thrown) => setError(asRectoError(thrown)));
  };
  return (
    <div class="fetch-offer">
      <p>{words.count('fetchOffer', left)}</p>
      <p class="quiet">{words.t('fetchHow')}</p>
      <p class="backup-actions">
        <button type="button" class="button" onClick={begin}>
          {words.t('fetchNow')}
        </button>
      </p>
      {error && <ErrorNotice error={error} />}
    </div>
  );
}
