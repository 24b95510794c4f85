import { DEFAULT_READER_SETTINGS, type ReaderSettings } from '../model/reader-settings.ts';
import { SETTINGS_SOURCE } from './settings-source.ts';

/** Reads the reader's settings for the first time. Damaged values, or a storage that does not answer, fall back to the defaults. */
export const readSettings = (): Promise<ReaderSettings> => SETTINGS_SOURCE.read().catch(() => DEFAULT_READER_SETTINGS);
