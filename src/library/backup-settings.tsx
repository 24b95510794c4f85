import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { LibraryReader } from '../model/library.ts';
import { useWords } from '../ui/list/words-context.ts';

/** How much is kept and where. */
export function BackupSettings({ library }: { library: LibraryReader }): JSX.Element {
  const { t } = useWords();
  return (
    <section aria-labelledby="settings-backup">
      <h2 id="settings-backup">{t('settingsKept')}</h2>
      <StorageState library={library} />
      <p class="quiet">{t('firstWhereItLives')}</p>
    </section>
  );
}

/** "128 articles, 12.4 MB in this browser profile". */
function StorageState({ library }: { library: LibraryReader }): JSX.Element {
  const words = useWords();
  const [state, setState] = useState('');
  useEffect(() => {
    const tell = async () => {
      const [counts, { usage }] = await Promise.all([library.counts(), navigator.storage.estimate()]);
      const total = counts.list + counts.archive + counts.deleted;
      setState(words.count('settingsStored', total, words.bytes(usage ?? 0)));
    };
    tell().catch(() => setState(words.t('error_storage_unavailable')));
  }, [library, words]);
  return <p>{state}</p>;
}
