import type { ReaderSettings } from '../model/reader-settings.ts';
import { askSettings } from './ask-settings.ts';
import { browser } from './browser.ts';
import { SETTINGS_STORAGE_KEYS } from './settings-keys.ts';

/** Calls back with all settings after each change made in any window, until the signal aborts. */
export function watchSettings(onChange: (settings: ReaderSettings) => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  const listener = (changes: Record<string, unknown>, area: string) => {
    if (area !== 'local' || !SETTINGS_STORAGE_KEYS.some((key) => key in changes)) return;
    // What was read before stands where storage does not answer now.
    askSettings().then(
      (settings) => signal.aborted || onChange(settings),
      () => undefined,
    );
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener), { once: true });
}
