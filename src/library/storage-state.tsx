import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { LibraryReader } from '../model/library.ts';
import { takeLatest } from '../model/take-latest.ts';
import { useWords } from '../ui/list/words-context.ts';

/** Takes the room of figures that are not known yet. */
const USUAL = { articles: 100, bytes: 10_000_000 };

/**
 * "128 articles, 12.4 MB in this browser profile. Last backup: 3 May." Figures that are not known yet have their room
 * already, so that nothing below moves when they come. `last` is undefined until it has been read, and null if there is
 * no backup.
 */
export function StorageState(props: { library: LibraryReader; last: number | null | undefined }): JSX.Element {
  const { library, last } = props;
  const words = useWords();
  const [state, setState] = useState<string | null>(null);
  useEffect(() => {
    const end = new AbortController();
    const tell = async () => {
      const [counts, { usage }] = await Promise.all([library.counts(), navigator.storage.estimate()]);
      const total = counts.list + counts.archive + counts.deleted;
      return words.count('settingsStored', total, words.bytes(usage ?? 0));
    };
    const load = takeLatest(tell, setState, end.signal, () => setState(words.t('error_storage_unavailable')));
    load();
    library.watch(load, end.signal);
    return () => end.abort();
  }, [library, words]);
  const backup = last === null ? words.t('backupNever') : words.t('backupLast', words.when(last ?? Date.now()));
  const text = words.sentences(
    state ?? words.count('settingsStored', USUAL.articles, words.bytes(USUAL.bytes)),
    backup,
  );
  return (
    <p class="storage-state" data-known={state !== null && last !== undefined}>
      {text}
    </p>
  );
}
