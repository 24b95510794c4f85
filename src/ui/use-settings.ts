import { useCallback, useEffect, useState } from 'preact/hooks';
import type { ReaderSettings } from '../model/reader-settings.ts';

export interface SettingsSource {
  watch(onChange: (settings: ReaderSettings) => void, signal: AbortSignal): void;
  write(changed: Partial<ReaderSettings>): Promise<void>;
}

/** The settings and how to change them: a change shows at once, is kept behind it, and comes from other windows too. */
export function useSettings(
  initial: ReaderSettings,
  { watch, write }: SettingsSource,
): [ReaderSettings, (changed: Partial<ReaderSettings>) => void] {
  const [settings, setSettings] = useState(initial);
  useEffect(() => {
    const end = new AbortController();
    watch(setSettings, end.signal);
    return () => end.abort();
  }, [watch]);
  const change = useCallback(
    (changed: Partial<ReaderSettings>) => {
      setSettings((old) => ({ ...old, ...changed }));
      // A setting that could not be kept still holds until the page closes.
      write(changed).catch(() => undefined);
    },
    [write],
  );
  return [settings, change];
}
