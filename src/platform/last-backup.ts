import { browser } from './browser.ts';

/** `storage.local` key; when a backup file was last written here, milliseconds since 1970. */
const KEY = 'backup.last';

/** When that was; null when never. */
export async function readLastBackup(): Promise<number | null> {
  const { [KEY]: time } = await browser.storage.local.get(KEY);
  return typeof time === 'number' && Number.isFinite(time) ? time : null;
}

/** Notes that a backup file was written at this time. */
export async function noteBackup(time: number): Promise<void> {
  await browser.storage.local.set({ [KEY]: time });
}
