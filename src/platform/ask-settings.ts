import { parseReaderSettings, type ReaderSettings } from '../model/reader-settings.ts';
import { browser } from './browser.ts';
import { SETTINGS_STORAGE_KEYS, withoutPrefix } from './settings-keys.ts';

/** Reads the reader's settings; damaged values fall back to the defaults. Rejects when storage does not answer. */
export async function askSettings(): Promise<ReaderSettings> {
  return parseReaderSettings(withoutPrefix(await browser.storage.local.get(SETTINGS_STORAGE_KEYS)));
}
