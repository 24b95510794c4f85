import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ErrorCode } from '../model/error-code.ts';
import type { ReaderSettings } from '../model/reader-settings.ts';

interface SettingsSource {
  /** Rejects when the settings cannot be read now: what was read before stands then. */
  read(): Promise<ReaderSettings>;
  watch(onChange: (settings: ReaderSettings) => void, signal: AbortSignal): void;
  write(changed: Partial<ReaderSettings>): Promise<void>;
}

/**
 * The settings and how to change them: a change shows at once, is kept behind it, and comes from other windows too.
 * `initial` is what was read before the page was drawn. `onFail` hears of a change that could not be kept.
 */
export function useSettings(
  initial: ReaderSettings,
  { read, watch, write }: SettingsSource,
  onFail: (code: ErrorCode) => void,
): [ReaderSettings, (changed: Partial<ReaderSettings>) => void] {
  const [settings, setSettings] = useState(initial);
  // What is read while a change is being written may be older than it.
  const unwritten = useRef(new Set<Partial<ReaderSettings>>()).current;
  useEffect(() => {
    const end = new AbortController();
    const take = (found: ReaderSettings) =>
      setSettings((old) => {
        const next: ReaderSettings = Object.assign({ ...found }, ...unwritten);
        return JSON.stringify(next) === JSON.stringify(old) ? old : next;
      });
    let heard = false;
    const hear = (found: ReaderSettings) => {
      heard = true;
      take(found);
    };
    watch(hear, end.signal);
    // Between the first reading and now, which is late in a page behind, changes were heard by nobody. What was heard of
    // while this was read is newer.
    read().then(
      (found) => end.signal.aborted || heard || take(found),
      () => undefined,
    );
    return () => end.abort();
  }, [read, watch]);
  const change = useCallback(
    (changed: Partial<ReaderSettings>) => {
      setSettings((old) => ({ ...old, ...changed }));
      // A setting that could not be kept still holds until the page closes.
      unwritten.add(changed);
      write(changed)
        .catch(() => onFail('settings-unkept'))
        .then(() => unwritten.delete(changed));
    },
    [write, onFail],
  );
  return [settings, change];
}
