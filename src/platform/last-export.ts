import { browser } from './browser.ts';

const keyOf = (format: string): string => `export.last.${format}`;

/** When everything was last written in this format, milliseconds since 1970; null when never. */
export async function readLastExport(format: string): Promise<number | null> {
  const { [keyOf(format)]: time } = await browser.storage.local.get(keyOf(format));
  return typeof time === 'number' && Number.isFinite(time) ? time : null;
}

/** Notes that everything was written in this format at this time. */
export async function noteExport(format: string, time: number): Promise<void> {
  await browser.storage.local.set({ [keyOf(format)]: time });
}
