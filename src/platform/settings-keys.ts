import { DEFAULT_READER_SETTINGS } from '../model/reader-settings.ts';

/** One storage item per setting, so that two windows that change different settings do not undo each other. */
const PREFIX = 'settings.';

/** The storage item that holds a setting. */
export const storageKey = (setting: string): string => PREFIX + setting;

/** The storage items of all settings. */
export const SETTINGS_STORAGE_KEYS: string[] = Object.keys(DEFAULT_READER_SETTINGS).map(storageKey);

/** From storage items to an object keyed by setting. */
export function withoutPrefix(items: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(items).map(([key, value]) => [key.slice(PREFIX.length), value]));
}
