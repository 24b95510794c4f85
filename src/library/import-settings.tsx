import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { asRectoError } from '../model/errors/as-recto-error.ts';
import { RectoError } from '../model/errors/recto-error.ts';
import type { LibraryBackup } from '../model/library.ts';
import { ErrorNotice } from '../ui/list/error-notice.tsx';
import { useWords } from '../ui/list/words-context.ts';
import type { ArticleFetching } from './fetching/article-fetching.ts';
import { FetchNotice, useFetching } from './fetching/fetch-notice.tsx';
import { FileButton } from './intake/file-button.tsx';
import { fileDrops, useMissedDrops } from './intake/file-drops.ts';
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
  useMissedDrops();
  const drops = fileDrops(
    (file) => isBusy || intake.choose(file),
    () => isBusy || intake.refuse(new RectoError('several-files')),
  );
  return (
    <section id="import" aria-labelledby="settings-import" {...drops}>
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

/** Offers to fetch the articles of saved links, where there are any; then tells how far that is, and what came of it. */
export function FetchOffer({ fetching }: { fetching: ArticleFetching }): JSX.Element {
  const words = useWords();
  const { phase, left, done, kept } = useFetching(fetching);
  const [error, setError] = useState<RectoError | null>(null);
  // Without a count nothing is offered.
  useEffect(() => void fetching.count().catch(() => undefined), [fetching]);
  const begin = () => {
    setError(null);
    fetching.begin().catch((thrown) => setError(asRectoError(thrown)));
  };
  return (
    <>
      {/* There before it says anything: what comes into it is told by screen readers. */}
      <div role="status">
        {phase === 'off' && done > 0 && (
          <p>
            {words.sentences(
              words.t('fetchDone', words.number(kept), words.number(done)),
              kept < done ? words.t('fetchDoneWhy') : '',
            )}
          </p>
        )}
      </div>
      {phase !== 'off' && <FetchNotice fetching={fetching} />}
      {phase === 'off' && left > 0 && <Offer left={left} onBegin={begin} error={error} />}
    </>
  );
}

interface OfferProps {
  left: number;
  error: RectoError | null;
  onBegin(): void;
}

function Offer({ left, error, onBegin }: OfferProps): JSX.Element {
  const words = useWords();
  return (
    <div class="fetch-offer">
      <p>{words.count('fetchOffer', left)}</p>
      <p class="quiet">{words.t('fetchHow')}</p>
      <p class="backup-actions">
        <button type="button" class="button" onClick={onBegin}>
          {words.t('fetchNow')}
        </button>
      </p>
      {error && <ErrorNotice error={error} />}
    </div>
  );
}
