import { DEFAULT_READER_SETTINGS, parseReaderSettings, type ReaderSettings } from '../model/reader-settings.ts';
import { browser } from './browser.ts';

/** How the reader's settings are read, changes of them are kept, and those made elsewhere are heard of. */
export const SETTINGS_SOURCE = { read, watch, write };

/** One storage item per setting, so that two windows that change different settings do not undo each other. */
const PREFIX = 'settings.';

const storageKey = (setting: string): string => PREFIX + setting;

const SETTINGS = Object.keys(DEFAULT_READER_SETTINGS);

/** Damaged values fall back to the defaults. Rejects when storage does not answer. */
async function read(): Promise<ReaderSettings> {
  const items = await browser.storage.local.get(SETTINGS.map(storageKey));
  return parseReaderSettings(Object.fromEntries(SETTINGS.map((setting) => [setting, items[storageKey(setting)]])));
}

/** Calls back after each change made in any window, with the settings that it is of, until the signal aborts. */
function watch(onChange: (written: readonly string[]) => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, unknown>, area: string) => {
    const written = SETTINGS.filter((setting) => storageKey(setting) in changes);
    if (area === 'local' && written.length > 0) onChange(written);
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
}

/** Keeps the settings that are given and leaves the others. Throws when the storage refuses. */
async function write(changed: Partial<ReaderSettings>): Promise<void> {
  const items = Object.entries(changed).map(([setting, value]) => [storageKey(setting), value] as const);
  await browser.storage.local.set(Object.fromEntries(items));
}

/** Reads the reader's settings for the first time. Damaged values, or a storage that does not answer, fall back to the defaults. */
export const readSettings = (): Promise<ReaderSettings> => SETTINGS_SOURCE.read().catch(() => DEFAULT_READER_SETTINGS);
