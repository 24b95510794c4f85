import { parseReadingPosition, type ReadingPosition } from '../model/reading-position.ts';
import { recall, rememberOne } from './session-memory.ts';

/**
 * Where the person stopped in the last pages that are not saved. It is kept in memory until the browser closes, and not
 * at all for private windows: callers do not call `keepSessionPosition` there.
 *
 * Only Recto's own pages and the background can use it: `storage.session` is closed to content scripts.
 */
const PREFIX = 'position.';

/** `urlKey` is the page's address as `normaliseUrl` gives it. */
export async function readSessionPosition(urlKey: string): Promise<ReadingPosition | null> {
  return parseReadingPosition(await recall(PREFIX + urlKey));
}

/** Keeps a place until the browser closes; of more than a few hundred the oldest goes. */
export async function keepSessionPosition(urlKey: string, position: ReadingPosition): Promise<void> {
  await rememberOne(PREFIX, urlKey, position);
}
