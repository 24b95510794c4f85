import { parseReadingPosition, type ReadingPosition } from '../model/reading-position.ts';
import { recall, rememberOne } from './session-memory.ts';

/** Keys of the places in pages that are not saved. */
const POSITION = 'position.';

/**
 * Where the person stopped in a page that is not saved, in this session. `urlKey` is the page's address as
 * `normaliseUrl` gives it. Null where nothing is known.
 */
export async function readSessionPosition(urlKey: string): Promise<ReadingPosition | null> {
  return parseReadingPosition(await recall(POSITION + urlKey));
}

/**
 * Keeps a place until the browser closes; beyond a few hundred the oldest is forgotten. Never call it for a private
 * window.
 */
export async function keepSessionPosition(urlKey: string, position: ReadingPosition): Promise<void> {
  await rememberOne(POSITION, urlKey, position);
}
