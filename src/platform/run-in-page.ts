import { RectoError } from '../model/recto-error.ts';
import { browser } from './browser.ts';

/**
 * Injects script files into the top frame, one after the other, and gives what the last one evaluates to; a promise is
 * waited for. Throws what the browser says when it refuses.
 */
export async function injectFiles(tabId: number, files: string[]): Promise<unknown> {
  return frameResult(await whenGranted(() => browser.scripting.executeScript({ target: { tabId }, files })));
}

const GRANT_TRIES = 4;
const GRANT_PAUSE_MS = 25;

/**
 * Tries again for a moment when Chromium says that the extension has no access: on a busy machine the worker hears of a
 * command before the tab's `activeTab` grant has come into force (seen in about one of eighty presses right after a page
 * has loaded, Chromium 156). Pages that are closed to extensions give other errors, and are not tried again.
 */
async function whenGranted<Result>(run: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run();
    } catch (thrown) {
      if (attempt === GRANT_TRIES || !String(thrown).includes('Cannot access contents of the page')) throw thrown;
      await new Promise((resolve) => setTimeout(resolve, GRANT_PAUSE_MS));
    }
  }
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
  return frameResult(await browser.scripting.executeScript({ target: { tabId }, func: func as () => void, args }));
}

/**
 * The result of the top frame in what `executeScript` gives. Firefox reports a script that could not be loaded or that
 * threw in it instead of rejecting; that is thrown here.
 */
export function frameResult(frames: unknown): unknown {
  const frame: { result?: unknown; error?: unknown } | undefined = Array.isArray(frames) ? frames[0] : undefined;
  if (frame === undefined) throw new RectoError('tab-gone', 'the page went away while a script ran');
  if (frame.error !== undefined && frame.error !== null) throw frame.error;
  return frame.result;
}
