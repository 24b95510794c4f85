import { useEffect, useRef, useState } from 'preact/hooks';
import type { ErrorCode } from '../model/errors/error-code.ts';
import type { ReaderSettings } from '../model/settings/reader-settings.ts';
import { takeLatest } from '../model/take-latest.ts';

type Unwritten = Record<string, unknown>;

interface SettingsSource {
  /** Rejects when the settings cannot be read now; what was read before stays valid. */
  read(): Promise<ReaderSettings>;
  /** Calls back with the names of settings that were written, in this window or another. */
  watch(onChange: (written: readonly string[]) => void, signal: AbortSignal): void;
  write(changed: Partial<ReaderSettings>): Promise<void>;
}

/**
 * The settings and how to change them. A change shows at once and is stored in the background; changes of other windows
 * come too. `initial` is what was read before the page was drawn. `onFail` hears of a change that could not be stored.
 */
export function useSettings(
  initial: ReaderSettings,
  { read, watch, write }: SettingsSource,
  onFail: (code: ErrorCode) => void,
): [ReaderSettings, (changed: Partial<ReaderSettings>) => void] {
  const [settings, setSettings] = useState(initial);
  // What is read during a write may be older than the change, and never contains a change that could not be stored.
  const [unwritten, unkept] = useRef([new Set<Unwritten>(), new Set<Unwritten>()] as const).current;
  useEffect(() => {
    const end = new AbortController();
    const take = (found: ReaderSettings) =>
      setSettings((old) => {
        const next: ReaderSettings = Object.assign({}, found, ...unwritten);
        return JSON.stringify(next) === JSON.stringify(old) ? old : next;
      });
    const load = takeLatest(read, take, end.signal);
    watch((written) => {
      drop(written, unkept);
      load();
    }, end.signal);
    // Changes between the first reading and now went unnoticed, and in a background page this effect runs late.
    load();
    return () => end.abort();
  }, [read, watch]);
  const change = (changed: Partial<ReaderSettings>) => {
    setSettings((old) => ({ ...old, ...changed }));
    // A setting that could not be stored holds until the page closes or the setting is changed again, here or in
    // another window.
    drop(Object.keys(changed), unwritten);
    const newer = { ...changed };
    unwritten.add(newer);
    write(changed).then(
      () => unwritten.delete(newer),
      () => {
        unkept.add(newer);
        onFail('settings-unkept');
      },
    );
  };
  return [settings, change];
}

function drop(settings: readonly string[], from: ReadonlySet<Unwritten>): void {
  for (const changes of from) for (const setting of settings) delete changes[setting];
}
