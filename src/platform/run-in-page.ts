import { RectoError } from '../model/recto-error.ts';
import { browser } from './browser.ts';

/** Injects script files into the top frame, one after the other. Throws what the browser says when it refuses. */
export async function injectFiles(tabId: number, files: string[]): Promise<void> {
  const [frame] = await browser.scripting.executeScript({ target: { tabId }, files });
  checkFrame(frame);
}

/**
 * Runs a function in the isolated world of the top frame and gives what it resolves to, as a structured copy. The
 * function is serialised: it sees nothing of what surrounds it here.
 */
export async function callInPage<Args extends unknown[]>(
  tabId: number,
  func: (...args: Args) => unknown,
  ...args: Args
): Promise<unknown> {
  const [frame] = await browser.scripting.executeScript({ target: { tabId }, func: func as () => void, args });
  return checkFrame(frame);
}

/** Firefox reports a script that could not be loaded or that threw in the result instead of rejecting. */
function checkFrame(frame: { result?: unknown; error?: unknown } | undefined): unknown {
  if (frame === undefined) throw new RectoError('tab-gone', 'the page went away while a script ran');
  if (frame.error !== undefined && frame.error !== null) throw frame.error;
  return frame.result;
}
