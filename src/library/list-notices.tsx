import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { DamagedItem, LibraryReader } from '../model/library.ts';
import { keepLostLibrary, type LostLibrary, readLostLibrary, watchLostLibrary } from '../platform/known-library.ts';
import { readLastBackup } from '../platform/last-backup.ts';
import { useCounts } from '../ui/list/use-counts.ts';
import { useWords } from '../ui/list/words-context.ts';
import { FetchNotice } from './fetching/fetch-notice.tsx';
import type { StoredLibrary } from './library-files.ts';

/** From so many articles on their loss would hurt. */
const REMIND_FROM = 20;
const MONTH_MS = 30 * 24 * 60 * 60 * 1000;

interface ListNoticesProps {
  library: LibraryReader;
  /** Null where the library is read by message. */
  stored: StoredLibrary | null;
}

/** What has to be said above the list: that it was emptied, that records are damaged, or that no backup keeps it; and how far the fetching of articles is. */
export function ListNotices(props: ListNoticesProps): JSX.Element | null {
  const { stored } = props;
  return (
    <>
      {stored && <FetchNotice fetching={stored.fetching} />}
      <SafetyNotice {...props} />
    </>
  );
}

/** One at a time, the worse first. */
function SafetyNotice({ library, stored }: ListNoticesProps): JSX.Element | null {
  const words = useWords();
  const damaged = stored?.damaged;
  const { t } = words;
  const [lost, setLost] = useState<LostLibrary | null>(null);
  const [last, setLast] = useState<number | null | undefined>(undefined);
  const counts = useCounts(library);
  const [later, setLater] = useState(false);
  const [broken, setBroken] = useState<DamagedItem[]>([]);
  useEffect(() => {
    const end = new AbortController();
    const loadLost = () => void readLostLibrary().then(setLost, () => undefined);
    const load = () => void readLastBackup().then(setLast, () => undefined);
    loadLost();
    load();
    watchLostLibrary(loadLost, end.signal);
    const loadDamaged = () => setBroken(damaged?.all() ?? []);
    loadDamaged();
    damaged?.watch(loadDamaged, end.signal);
    library.watch(load, end.signal);
    return () => end.abort();
  }, [library, damaged]);

  // Where it cannot be kept that it was seen, the notice comes again with the next start.
  const dismiss = () =>
    void keepLostLibrary(null)
      .catch(() => undefined)
      .then(() => setLost(null));
  if (lost) return <LostNotice lost={lost} onDismiss={dismiss} />;
  if (broken.length > 0) return <DamagedNotice items={broken} />;
  const items = counts ? counts.list + counts.archive : 0;
  const isDue = last === null || (typeof last === 'number' && Math.abs(Date.now() - last) > MONTH_MS);
  if (later || !isDue || items < REMIND_FROM) return null;
  return (
    <div class="list-notice" role="status">
      <p>{last ? t('noticeBackupOld', words.when(last)) : t('noticeBackupNone', words.number(items))}</p>
      <p class="list-notice-actions">
        <a href="#settings/backup">{t('backupMake')}</a>
        <button type="button" onClick={() => setLater(true)}>
          {t('noticeLater')}
        </button>
      </p>
    </div>
  );
}

/** The articles that were here are gone, and not by the person's own hand. */
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
  const { t, count } = useWords();
  const names = items.slice(0, 3).map(({ title }) => title ?? t('checkNoTitle'));
  return (
    <div class="list-notice" role="status">
      <p>{count('noticeDamaged', items.length, names.join(' · '))}</p>
      <p class="list-notice-actions">
        <a href="#settings/backup">{t('checkTitle')}</a>
      </p>
    </div>
  );
}
