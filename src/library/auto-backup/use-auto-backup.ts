import { useEffect, useRef, useState } from 'preact/hooks';
import { asRectoError } from '../../model/errors/as-recto-error.ts';
import type { RectoError } from '../../model/errors/recto-error.ts';
import { latestOnly } from '../../model/latest-only.ts';
import { type AutoBackupState, readAutoBackup, watchAutoBackup } from '../../platform/auto-backup-state.ts';
import { askForDownloads } from '../../platform/downloads.ts';
import type { AutoBackups } from './auto-backups.ts';
import { canChooseFolder } from './backup-folder.ts';

/** What is known of automatic backups, and what a person can do about them. */
interface AutoBackup {
  /** Where they go and when the last was; null until that is read. */
  state: AutoBackupState | null;
  /** Whether the browser lets Recto write there. */
  isAllowed: boolean;
  error: RectoError | null;
  /** A backup was asked for, but there is nothing to back up. */
  hasNothing: boolean;
  isWriting: boolean;
  /** Reads the state again after it could not be read. */
  tryAgain(): void;
  /** Asks where backups go, and writes the first. */
  turnOn(): void;
  turnOff(): void;
  /** Asks once more for the access that the browser has taken back. */
  allowAgain(): void;
  backUpNow(): void;
}

/** Follows the state of automatic backups, which other windows change too. */
export function useAutoBackup(auto: AutoBackups): AutoBackup {
  const [state, setState] = useState<AutoBackupState | null>(null);
  const [isAllowed, setAllowed] = useState(true);
  const [error, setError] = useState<RectoError | null>(null);
  const [hasNothing, setNothing] = useState(false);
  const [isWriting, setWriting] = useState(false);
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
    // Read again even after a failure: the place may have been stored, and only the first backup not been written.
    work.catch(fail).then(load).catch(fail);
  };
  const write = (work: Promise<unknown>): void => {
    setWriting(true);
    attempt(work.finally(() => setWriting(false)));
  };
  const tryAgain = (): void => attempt(Promise.resolve());
  const isKnown = useRef(false);
  isKnown.current = state !== null;
  // Backups are also written without a press, and another window may turn them off. If the state cannot be read again,
  // it stays as it was.
  useEffect(() => {
    const end = new AbortController();
    void load().catch(fail);
    watchAutoBackup(() => (isKnown.current ? void load().catch(() => undefined) : tryAgain()), end.signal);
    return () => end.abort();
  }, []);
  /** The browser asks only when this is the first thing a click does. */
  const useDownloads = (): void =>
    write(askForDownloads().then((granted) => (granted ? auto.useDownloads() : undefined)));
  return {
    ...{ state, isAllowed, error, hasNothing, isWriting, tryAgain },
    turnOn: () => (canChooseFolder() ? write(auto.chooseFolder()) : useDownloads()),
    turnOff: () => attempt(auto.turnOff()),
    allowAgain: () => (state?.target === 'folder' ? write(auto.allowAgain()) : useDownloads()),
    backUpNow: () => write(auto.runNow().then((outcome) => setNothing(outcome === 'not-due'))),
  };
}
