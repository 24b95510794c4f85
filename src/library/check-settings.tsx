import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { send } from '../messaging/send.ts';
import { asRectoError } from '../model/errors/as-recto-error.ts';
import type { RectoError } from '../model/errors/recto-error.ts';
import type { Words } from '../model/words.ts';
import { opensInTab } from '../platform/opens-in-tab.ts';
import type { CheckReport } from '../storage/check-library.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/list/error-notice.tsx';
import { useWords } from '../ui/list/words-context.ts';
import { downloadBlob } from './download-blob.ts';
import type { LibraryFiles } from './library-files.ts';
import { WorkProgress } from './work-progress.tsx';

/** Checks every record, mends what can be mended, and offers the rest as a file. */
export function CheckSettings({ files }: { files: LibraryFiles }): JSX.Element {
  const words = useWords();
  const { t } = words;
  const [work, setWork] = useState<{ done: number; total: number } | null>(null);
  const [report, setReport] = useState<CheckReport | null>(null);
  const [damaged, setDamaged] = useState<Blob | null>(null);
  const [error, setError] = useState<RectoError | null>(null);
  const readDamaged = () => files.damaged().then(setDamaged, () => undefined);
  // Read once, and after each check.
  useEffect(() => void readDamaged(), []);

  const check = async (): Promise<void> => {
    setReport(null);
    setError(null);
    setWork({ done: 0, total: 0 });
    try {
      setReport(await files.check((done, total) => setWork({ done, total })));
      await readDamaged();
    } catch (thrown) {
      setError(asRectoError(thrown));
    } finally {
      setWork(null);
    }
  };
  return (
    <div class="check">
      <h3>{t('checkTitle')}</h3>
      <p class="quiet">{t('checkWhat')}</p>
      <p class="backup-actions">
        <Button label={t('checkNow')} disabled={work !== null} onPress={() => void check()} />
        {damaged && (
          <button type="button" class="button" onClick={() => downloadBlob(damaged, 'recto-damaged.json')}>
            {t('checkSaveDamaged')}
          </button>
        )}
      </p>
      <div role="status">
        {work && <WorkProgress label="checkWorking" done={work.done} total={work.total} />}
        {report && <p>{tellReport(report, words)}</p>}
        {report && <SetAside report={report} onFail={(thrown) => setError(asRectoError(thrown))} />}
      </div>
      {error && <ErrorNotice error={error} />}
    </div>
  );
}

/** Names what is not whole, and says what to do where something can be done. */
function SetAside({ report, onFail }: { report: CheckReport; onFail(thrown: unknown): void }): JSX.Element {
  const { t } = useWords();
  const { setAside, withoutText } = report;
  return (
    <>
      {setAside.length > 0 && (
        <ul class="set-aside">
          {setAside.map(({ title, why }) => (
            <li key={`${title} ${why}`}>
              <bdi>{title ?? t('checkNoTitle')}</bdi>
            </li>
          ))}
        </ul>
      )}
      {withoutText.length > 0 && (
        <>
          <p>{t('checkTextsLost')}</p>
          <ul class="set-aside">
            {withoutText.map(({ id, title, url }) => {
              const name = <bdi>{title ?? t('checkNoTitle')}</bdi>;
              return (
                <li key={id}>
                  {url !== null && opensInTab(url) ? (
                    <button
                      type="button"
                      class="button"
                      onClick={() => void send('tab.open-link', { id }).catch(onFail)}
                    >
                      {name}
                    </button>
                  ) : (
                    name
                  )}
                </li>
              );
            })}
          </ul>
        </>
      )}
    </>
  );
}

function tellReport({ checked, mended, setAside, withoutText }: CheckReport, words: Words): string {
  if (mended + setAside.length + withoutText.length === 0) return words.count('checkFine', checked);
  const facts = [words.count('checkMended', mended)];
  if (setAside.length > 0) facts.push(words.count('checkSetAside', setAside.length));
  return facts.join(' · ');
}
