import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ErrorCode } from '../model/error-code.ts';
import type { ReaderSettings } from '../model/reader-settings.ts';

interface SettingsSource {
  watch(onChange: (settings: ReaderSettings) => void, signal: AbortSignal): void;
  write(changed: Partial<ReaderSettings>): Promise<void>;
}

/**
 * The settings and how to change them: a change shows at once, is kept behind it, and comes from other windows too. `onFail`
 * hears of one that could not be kept.
 */
export function useSettings(
  initial: ReaderSettings,
  { watch, write }: SettingsSource,
  onFail: (code: ErrorCode) => void,
): [ReaderSettings, (changed: Partial<ReaderSettings>) => void] {
  const [settings, setSettings] = useState(initial);
  // What is read while a change is being written may be older than it.
  const unwritten = useRef(new Set<Partial<ReaderSettings>>()).current;
  useEffect(() => {
    const end = new AbortController();
    watch((read) => setSettings(Object.assign({ ...read }, ...unwritten)), end.signal);
    return () => end.abort();
  }, [watch]);
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
