import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { asRectoError } from '../../model/as-recto-error.ts';
import { latestOnly } from '../../model/latest-only.ts';
import type { RectoError } from '../../model/recto-error.ts';
import { type AutoBackupState, readAutoBackup, watchAutoBackup } from '../../platform/auto-backup-state.ts';
import { askForDownloads, canAskForDownloads } from '../../platform/downloads.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/list/error-notice.tsx';
import { TryAgain } from '../../ui/list/list-foot.tsx';
import { useWords } from '../../ui/list/words-context.ts';
import type { AutoBackups } from './auto-backups.ts';
import { canChooseFolder } from './backup-folder.ts';

/** Dated backups by themselves: where to, when the last was, and what is needed to go on. */
export function AutoBackupSettings({ auto }: { auto: AutoBackups }): JSX.Element | null {
  const words = useWords();
  const { t } = words;
  const [state, setState] = useState<AutoBackupState | null>(null);
  const [allowed, setAllowed] = useState(true);
  const [error, setError] = useState<RectoError | null>(null);
  const [nothing, setNothing] = useState(false);
  const [writing, setWriting] = useState(false);
  const [begin] = useState(latestOnly);
  const load = async (): Promise<void> => {
    const isLatest = begin();
    const found = await readAutoBackup();
    if (isLatest()) setState(found);
    const may = found.target === 'none' || (await auto.mayWrite(found.target));
    if (isLatest()) setAllowed(may);
  };
  const fail = (thrown: unknown): void => setError(asRectoError(thrown));
  const attempt = (work: Promise<unknown>): void => {
    setError(null);
    setNothing(false);
    // Read again also where it failed: the place may have been kept, and only the first backup not been written.
    work.catch(fail).then(load).catch(fail);
  };
  const write = (work: Promise<unknown>): void => {
    setWriting(true);
    attempt(work.finally(() => setWriting(false)));
  };
  const tryAgain = (): void => attempt(Promise.resolve());
  const isKnown = useRef(false);
  isKnown.current = state !== null;
  // One is written by itself as well, and another window may turn them off. What cannot be read again stays as it was.
  useEffect(() => {
    const end = new AbortController();
    void load().catch(fail);
    watchAutoBackup(() => (isKnown.current ? void load().catch(() => undefined) : tryAgain()), end.signal);
    return () => end.abort();
  }, []);
  if (!(canChooseFolder() || canAskForDownloads())) return null;
  if (!state) return error && <Unknown error={error} onTryAgain={tryAgain} />;
  /** The browser asks only when this is the first thing a click does. */
  const useDownloads = (): void =>
    write(askForDownloads().then((granted) => (granted ? auto.useDownloads() : undefined)));
  const turnOn = (): void => (canChooseFolder() ? write(auto.chooseFolder()) : useDownloads());
  const allowAgain = (): void => (state.target === 'folder' ? write(auto.allowAgain()) : useDownloads());
  const backUpNow = (): void => write(auto.runNow().then((outcome) => setNothing(outcome === 'not-due')));
  const place = state.target === 'folder' ? t('autoBackupFolder', state.folder) : t('autoBackupDownloads');
  const last = state.lastAt === null ? t('backupNever') : t('backupLast', words.when(state.lastAt));
  return (
    <div class="auto-backup">
      <h3>{t('autoBackupTitle')}</h3>
      <p class="quiet">{t('autoBackupWhat')}</p>
      {state.target === 'none' ? (
        <p class="backup-actions">
          <button type="button" class="button" onClick={turnOn}>
            {t(canChooseFolder() ? 'autoBackupChoose' : 'autoBackupAllowDownloads')}
          </button>
        </p>
      ) : (
        <>
          <p>{words.sentences(place, last)}</p>
          {state.unreadable > 0 && <p>{words.count('backupUnreadable', state.unreadable, t('checkTitle'))}</p>}
          {!allowed && <p class="quiet">{t('autoBackupNotAllowed')}</p>}
          <p class="backup-actions">
            {!allowed && (
              <button type="button" class="button" data-primary onClick={allowAgain}>
                {t('autoBackupAllowAgain')}
              </button>
            )}
            {allowed && <Button label={t('autoBackupNow')} disabled={writing} onPress={backUpNow} />}
            <button type="button" class="button" onClick={() => attempt(auto.turnOff())}>
              {t('autoBackupOff')}
            </button>
          </p>
        </>
      )}
      <div role="status">{nothing && <p>{t('backupNothing')}</p>}</div>
      {error && <ErrorNotice error={error} />}
    </div>
  );
}

/** What stands in its place where it cannot be read whether backups are written. */
function Unknown({ error, onTryAgain }: { error: RectoError; onTryAgain: () => void }): JSX.Element {
  const { t } = useWords();
  return (
    <div class="auto-backup">
      <h3>{t('autoBackupTitle')}</h3>
      <TryAgain error={error} onPress={onTryAgain} />
    </div>
  );
}
