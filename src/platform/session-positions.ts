import { parseReadingPosition, type ReadingPosition } from '../model/reading-position.ts';
import { browser } from './browser.ts';

/**
 * Where the person stopped in pages that are not saved. It is kept in memory until the browser closes, and not at all
 * for private windows: callers do not call `keepSessionPosition` there.
 *
 * Only Recto's own pages and the background can use it: `storage.session` is closed to content scripts.
 */
const PREFIX = 'position.';

/** `urlKey` is the page's address as `normaliseUrl` gives it. */
export async function readSessionPosition(urlKey: string): Promise<ReadingPosition | null> {
  const key = PREFIX + urlKey;
  const stored = await browser.storage.session.get(key);
  return parseReadingPosition(stored[key]);
}

export async function keepSessionPosition(urlKey: string, position: ReadingPosition): Promise<void> {
  await browser.storage.session.set({ [PREFIX + urlKey]: position });
}
