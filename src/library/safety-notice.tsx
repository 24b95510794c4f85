import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { DAY_MS } from '../model/day-ms.ts';
import type { DamagedItem, LibraryReader } from '../model/library.ts';
import { takeLatest } from '../model/take-latest.ts';
import { isolateName } from '../model/text/isolate-name.ts';
import { readAutoBackup, watchAutoBackup } from '../platform/auto-backup-state.ts';
import { keepLostLibrary, type LostLibrary, readLostLibrary, watchLostLibrary } from '../platform/known-library.ts';
import { readLastBackup, watchLastBackup } from '../platform/last-backup.ts';
import { useCounts } from '../ui/list/items/use-counts.ts';
import { useWords } from '../ui/list/words-context.ts';
import type { DamagedItems } from './damaged-items.ts';

/**
 * The warning above the list: that it was emptied, that records are damaged, that the weekly backup could not be written,
 * or that there is no backup. One at a time, the worst first.
 */
export function SafetyNotice({
  lost,
  dismissLost,
  damaged,
  isHindered,
  backup,
  postponeBackup,
}: Safety): JSX.Element | null {
  const words = useWords();
  const { t } = words;
  if (lost) return <LostNotice lost={lost} onDismiss={dismissLost} />;
  if (damaged.length > 0) return <DamagedNotice items={damaged} />;
  if (!isHindered && !backup) return null;
  const old = backup?.last ? t('noticeBackupOld', words.when(backup.last)) : '';
  return (
    <div class="list-notice" role="status">
      <p>
        {isHindered
          ? words.sentences(t('noticeAutoBackup'), old)
          : old || t('noticeBackupNone', words.number(backup?.items ?? 0))}
      </p>
      <p class="list-notice-actions">
        <a href="#settings/backup">{t(isHindered ? 'autoBackupTitle' : 'backupMake')}</a>
        <button type="button" onClick={postponeBackup}>
          {t('noticeLater')}
        </button>
      </p>
    </div>
  );
}

/** Says that the articles are gone, without the person having removed them. */
function LostNotice({ lost, onDismiss }: { lost: LostLibrary; onDismiss(): void }): JSX.Element {
  const { t, count } = useWords();
  return (
    <div class="list-notice" role="alert">
      <p class="list-notice-title">{t('noticeLost')}</p>
      <p>{count('noticeLostWhat', lost.items)}</p>
      <p class="list-notice-actions">
        <a href="#settings/backup">{t('listRestoreBackup')}</a>
        <button type="button" onClick={onDismiss}>
          {t('noticeLostDismiss')}
        </button>
      </p>
    </div>
  );
}

function DamagedNotice({ items }: { items: readonly DamagedItem[] }): JSX.Element {
  const { t, count, dir } = useWords();
  const names = items.slice(0, 3).map(({ title }) => (title ? isolateName(title, dir) : t('checkNoTitle')));
  return (
    <div class="list-notice" role="status">
      <p>{count('noticeDamaged', items.length, names.join(' · '))}</p>
      <p class="list-notice-actions">
        <a href="#settings/backup">{t('checkTitle')}</a>
      </p>
    </div>
  );
}

/** With this many articles, losing them would hurt. */
const REMIND_FROM = 20;

const MONTH_MS = 30 * DAY_MS;

/** What endangers the list, as far as it is known. */
export interface Safety {
  /** It was emptied, and not by the person. */
  lost: LostLibrary | null;
  dismissLost(): void;
  damaged: readonly DamagedItem[];
  /** The weekly backup that the person turned on could not be written when the list was opened before. */
  isHindered: boolean;
  /**
   * How many articles are in no backup of the last month (`last`, milliseconds since 1970); null when none is needed.
   */
  backup: { items: number; last: number | null } | null;
  /** Until the page is opened again. */
  postponeBackup(): void;
}

/**
 * Kept up to date while the page is open, whichever part of it is shown. If the warning were looked up together with
 * the list, it would appear after the rows and move them from under the pointer.
 */
export function useSafety(library: LibraryReader, records: DamagedItems | undefined): Safety {
  const [lost, setLost] = useState<LostLibrary | null>(null);
  const [last, setLast] = useState<number | null | undefined>(undefined);
  const counts = useCounts(library);
  const [isLater, setLater] = useState(false);
  const [damaged, setDamaged] = useState<readonly DamagedItem[]>([]);
  const isHindered = useHindered();
  useEffect(() => {
    const end = new AbortController();
    const loadLost = takeLatest(readLostLibrary, setLost, end.signal);
    const load = takeLatest(readLastBackup, setLast, end.signal);
    loadLost();
    load();
    watchLostLibrary(loadLost, end.signal);
    const loadDamaged = () => setDamaged(records?.all() ?? []);
    loadDamaged();
    records?.watch(loadDamaged, end.signal);
    watchLastBackup(load, end.signal);
    // What could not be read at first is read again whenever the library changes.
    library.watch(load, end.signal);
    return () => end.abort();
  }, [library, records]);

  const items = counts ? counts.list + counts.archive : 0;
  const isDue = last === null || (typeof last === 'number' && Math.abs(Date.now() - last) > MONTH_MS);
  return {
    lost,
    // If the dismissal cannot be stored, the warning comes again at the next start.
    dismissLost: () =>
      void keepLostLibrary(null)
        .catch(() => undefined)
        .then(() => setLost(null)),
    damaged,
    isHindered: isHindered && !isLater,
    backup: isDue && !isLater && items >= REMIND_FROM ? { items, last: last ?? null } : null,
    postponeBackup: () => setLater(true),
  };
}

/**
 * Whether the last weekly backup that was due could not be written, as known when the page was opened. One that fails a
 * few seconds later is reported the next time, because a warning would move the rows from under the pointer.
 */
function useHindered(): boolean {
  const [isHindered, setHindered] = useState(false);
  useEffect(() => {
    const end = new AbortController();
    let isOpening = true;
    const load = takeLatest(
      readAutoBackup,
      (now) => {
        setHindered((before) => now.isHindered && (before || isOpening));
        isOpening = false;
      },
      end.signal,
    );
    load();
    watchAutoBackup(load, end.signal);
    return () => end.abort();
  }, []);
  return isHindered;
}
