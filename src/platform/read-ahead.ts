import { EXTRACT_SCRIPT, READ_AHEAD_SCRIPT } from './injected-scripts.ts';
import { injectFiles } from './run-in-page.ts';

/**
 * Has the page in a tab read, for the popup that is being opened; the popup takes what comes of it. Never throws: a page
 * that cannot be read is tried again by the popup, which says why.
 */
export async function readAhead(tabId: number): Promise<void> {
  await injectFiles(tabId, [EXTRACT_SCRIPT, READ_AHEAD_SCRIPT]).catch(() => undefined);
}
