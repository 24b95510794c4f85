import { parseReaderSettings, type ReaderSettings } from '../model/reader-settings.ts';
import { browser } from './browser.ts';
import { SETTINGS_STORAGE_KEYS, withoutPrefix } from './settings-keys.ts';

/** Reads the reader's settings. Damaged values, or a storage that does not answer, fall back to the defaults. */
export async function readSettings(): Promise<ReaderSettings> {
  const stored = await browser.storage.local.get(SETTINGS_STORAGE_KEYS).catch(() => ({}));
  return parseReaderSettings(withoutPrefix(stored));
}
