import type { ReaderPart } from '../model/reader-part.ts';
import { PART_SCRIPTS } from './injected-scripts.ts';
import { injectFiles } from './run-in-page.ts';

/** Puts the script of an optional part into a tab where the overlay is open. Throws what the browser says when it refuses. */
export async function injectPart(tabId: number, part: ReaderPart): Promise<void> {
  await injectFiles(tabId, [PART_SCRIPTS[part]]);
}
