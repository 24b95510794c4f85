import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { LibraryReader } from '../model/library.ts';
import { useWords } from '../ui/list/words-context.ts';

/** "128 articles, 12.4 MB in this browser profile. Last backup: 3 May." */
export function StorageState({ library, last }: { library: LibraryReader; last: number | null }): JSX.Element {
  const words = useWords();
  const [state, setState] = useState('');
  useEffect(() => {
    const end = new AbortController();
    const tell = async () => {
      const [counts, { usage }] = await Promise.all([library.counts(), navigator.storage.estimate()]);
      const total = counts.list + counts.archive + counts.deleted;
      if (!end.signal.aborted) setState(words.count('settingsStored', total, words.bytes(usage ?? 0)));
    };
    const load = () => void tell().catch(() => setState(words.t('error_storage_unavailable')));
    load();
    library.watch(load, end.signal);
    return () => end.abort();
  }, [library, words]);
  const backup = last === null ? words.t('backupNever') : words.t('backupLast', words.when(last));
  return <p>{words.sentences(state, backup)}</p>;
}
