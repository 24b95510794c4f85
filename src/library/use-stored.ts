import { useEffect, useState } from 'preact/hooks';
import { asRectoError } from '../model/errors/as-recto-error.ts';
import type { RectoError } from '../model/errors/recto-error.ts';
import { takeLatest } from '../model/take-latest.ts';

interface Stored<Value> {
  /** Null until read. Where it cannot be read again the earlier value stays. */
  value: Value | null;
  /** Why it cannot be read, until it is. */
  unread: RectoError | null;
  readAgain(): void;
}

/**
 * A value in storage that the library tab shows. It is read at first, whenever `watch` calls back, and again for
 * another `source`.
 */
export function useStored<Value>(
  read: () => Promise<Value>,
  watch: (onChange: () => void, signal: AbortSignal) => void,
  source?: unknown,
): Stored<Value> {
  const [value, setValue] = useState<Value | null>(null);
  const [unread, setUnread] = useState<RectoError | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const end = new AbortController();
    const take = (found: Value) => {
      setValue(() => found);
      setUnread(null);
    };
    const load = takeLatest(read, take, end.signal, (thrown) => setUnread(asRectoError(thrown)));
    load();
    watch(load, end.signal);
    return () => end.abort();
  }, [source, attempt]);
  return { value, unread, readAgain: () => setAttempt((count) => count + 1) };
}
