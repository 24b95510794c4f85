import type { ReaderSettings } from '../model/reader-settings.ts';
import { browser } from './browser.ts';
import { storageKey } from './settings-keys.ts';

/** Keeps the settings that are given and leaves the others. Throws when the storage refuses. */
export async function writeSettings(changed: Partial<ReaderSettings>): Promise<void> {
  const items = Object.entries(changed).map(([setting, value]) => [storageKey(setting), value] as const);
  await browser.storage.local.set(Object.fromEntries(items));
}
