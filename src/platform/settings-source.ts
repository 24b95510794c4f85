import {
  DEFAULT_READER_SETTINGS,
  parseReaderSettings,
  type ReaderSettings,
} from '../model/settings/reader-settings.ts';
import { browser } from './browser.ts';
import { watchStorage } from './watch-storage.ts';

/** Reads, writes and watches the reader's settings. */
export const SETTINGS_SOURCE = { read, watch, write };

/** One storage item per setting, so that two windows that change different settings do not undo each other's. */
const PREFIX = 'settings.';

const storageKey = (setting: string): string => PREFIX + setting;

const SETTINGS = Object.keys(DEFAULT_READER_SETTINGS);

/** Damaged values fall back to the defaults. Rejects when storage does not answer. */
async function read(): Promise<ReaderSettings> {
  const items = await browser.storage.local.get(SETTINGS.map(storageKey));
  return parseReaderSettings(Object.fromEntries(SETTINGS.map((setting) => [setting, items[storageKey(setting)]])));
}

/** Calls back after each change in any window, with the changed settings, until the signal aborts. */
function watch(onChange: (written: readonly string[]) => void, signal: AbortSignal): void {
  const tell = (changes: Record<string, unknown>) => {
    const written = SETTINGS.filter((setting) => storageKey(setting) in changes);
    if (written.length > 0) onChange(written);
  };
  watchStorage('local', tell, signal);
}

/** Keeps the given settings and leaves the others. Throws when storage refuses. */
async function write(changed: Partial<ReaderSettings>): Promise<void> {
  const items = Object.entries(changed).map(([setting, value]) => [storageKey(setting), value] as const);
  await browser.storage.local.set(Object.fromEntries(items));
}

/** Reads the settings for the first time. Where values are damaged, or storage does not answer, gives the defaults. */
export const readSettings = (): Promise<ReaderSettings> => SETTINGS_SOURCE.read().catch(() => DEFAULT_READER_SETTINGS);
