import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { LibraryReader } from '../model/library.ts';
import { takeLatest } from '../model/take-latest.ts';
import { useWords } from '../ui/list/words-context.ts';

/** Stands in for figures that are not known yet, to take their room. */
const USUAL = { articles: 100, bytes: 10_000_000 };

/**
 * "128 articles, 12.4 MB in this browser profile. Last backup: 3 May." What is not known yet has its room already, so that
 * nothing below moves when it comes. `last` is undefined until it was read, and null without a backup.
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
