import { browser } from './browser.ts';
import { watchItem } from './watch-storage.ts';

/** `storage.local` key; when a backup file was last written here, milliseconds since 1970. */
const BACKUP_KEY = 'backup.last';

/** When that was; null when never. */
export async function readLastBackup(): Promise<number | null> {
  const { [BACKUP_KEY]: time } = await browser.storage.local.get(BACKUP_KEY);
  return typeof time === 'number' && Number.isFinite(time) ? time : null;
}

/** Notes that a backup file was written at this time. */
export async function noteBackup(time: number): Promise<void> {
  await browser.storage.local.set({ [BACKUP_KEY]: time });
}

/** Calls back whenever a backup file was written, in any window, until the signal aborts. */
export const watchLastBackup = (onChange: () => void, signal: AbortSignal): void =>
  watchItem(BACKUP_KEY, onChange, signal);

const exportKeyOf = (format: string): string => `export.last.${format}`;

/** When everything was last written in this format, milliseconds since 1970; null when never. */
export async function readLastExport(format: string): Promise<number | null> {
  const { [exportKeyOf(format)]: time } = await browser.storage.local.get(exportKeyOf(format));
  return typeof time === 'number' && Number.isFinite(time) ? time : null;
}

/** Notes that everything was written in this format at this time. */
export async function noteExport(format: string, time: number): Promise<void> {
  await browser.storage.local.set({ [exportKeyOf(format)]: time });
}
