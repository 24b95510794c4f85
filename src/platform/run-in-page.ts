import { classifyAddress } from '../model/address/classify-address.ts';
import { asRectoError } from '../model/errors/as-recto-error.ts';
import type { ErrorCode } from '../model/errors/error-code.ts';
import { RectoError } from '../model/errors/recto-error.ts';
import { asRecord } from '../model/parsing/as-record.ts';
import { findTab } from './active-tab.ts';
import { browser } from './browser.ts';
import { withinDeadline } from './within-deadline.ts';

/**
 * Injects script files into the top frame, one after the other, and gives the awaited value of the last one. Throws the
 * browser's refusal.
 */
export async function injectFiles(tabId: number, files: string[]): Promise<unknown> {
  return frameResult(await whenGranted(() => browser.scripting.executeScript({ target: { tabId }, files })));
}

/**
 * Inserts a style sheet of the user origin into the top frame, until the page is left or, in Firefox, Recto is switched
 * off. Throws the browser's refusal.
 */
export function insertCss(tabId: number, css: string): Promise<void> {
  return whenGranted(() => browser.scripting.insertCSS({ target: { tabId }, css, origin: 'USER' }));
}

const GRANT_TRIES = 4;

const GRANT_PAUSE_MS = 25;

/**
 * Tries again for a moment when Chromium says that the extension has no access. On a busy machine the worker may hear
 * of a command before the tab's `activeTab` grant holds (seen in about one of eighty presses right after a page has
 * loaded, Chromium 156). Pages that are closed to extensions give other errors, and are not tried again.
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
 * Runs a function in the isolated world of the top frame and gives a structured copy of what it resolves to. The
 * function is serialised: it sees nothing of its surroundings here.
 */
export async function callInPage<Args extends unknown[]>(
  tabId: number,
  func: (...args: Args) => unknown,
  ...args: Args
): Promise<unknown> {
  return frameResult(await browser.scripting.executeScript({ target: { tabId }, func: func as () => void, args }));
}

/**
 * The same right after a command, before anything else has run in the page: in one frame, which the browser allows if
 * the frame is of the page's own site, or else in the top frame.
 */
export async function callInFrame<Args extends unknown[]>(
  { tabId, frameId }: { tabId: number; frameId?: number | undefined },
  func: (...args: Args) => unknown,
  ...args: Args
): Promise<unknown> {
  const target = { tabId, ...(frameId !== undefined && { frameIds: [frameId] }) };
  return frameResult(
    await whenGranted(() => browser.scripting.executeScript({ target, func: func as () => void, args })),
  );
}

/**
 * The result of the top frame. Firefox does not reject when a script could not be loaded or threw, but reports that
 * here; it is thrown.
 */
export function frameResult(frames: unknown): unknown {
  const [frame]: unknown[] = Array.isArray(frames) ? frames : [];
  if (frame === undefined) throw new RectoError('tab-gone', 'the page went away while a script ran');
  const { result, error } = asRecord(frame);
  if (error !== undefined && error !== null) throw error;
  return result;
}

/**
 * Says why a script could not run in a tab. Browsers refuse with sentences that differ between them and between
 * versions, so the tab's address is asked first; only when it tells nothing are a few stable words looked for.
 */
export async function explainFailure(tabId: number, thrown: unknown): Promise<RectoError> {
  const error = asRectoError(thrown);
  if (error.code !== 'unexpected' && error.code !== 'tab-gone') return error;
  const tab = await findTab(tabId);
  if (tab === null) return new RectoError('tab-gone', error.message, { cause: thrown });
  const byAddress = tab.url === null ? null : classifyAddress(tab.url, browser.runtime.getURL(''));
  // Firefox runs nothing on its own pages, such as about:config, and tells only by giving no frame.
  if (error.code === 'tab-gone') {
    const code = byAddress ?? (tab.url === null ? 'restricted' : 'tab-gone');
    return new RectoError(code, error.message, { cause: thrown });
  }
  return new RectoError(byAddress ?? byMessage(error.message, tab.url), error.message, { cause: thrown });
}

/**
 * Chromium 156 withholds the address of files without access, view-source:, data:, about:blank and error pages, and has
 * one sentence for all of them: they cannot be told apart.
 */
function byMessage(message: string, url: string | null): ErrorCode {
  if (url === null && message.includes('Cannot access contents of the page')) return 'withheld';
  if (/extensions gallery|webstore/i.test(message)) return 'restricted-store';
  if (/chrome-extension:|moz-extension:|different extension/i.test(message)) return 'other-extension';
  if (/chrome:\/\/|edge:\/\/|about:|view-source|devtools/i.test(message)) return 'restricted';
  return 'unreadable';
}

/**
 * A page that has not begun, or not answered, within this time counts as busy. The passes of the extraction share a
 * shorter deadline.
 */
export const BUSY_MS = 5000;

/**
 * Gives the result of `work` in a tab's page. Throws `timeout` when the page is too busy to begin; once begun, the work
 * may take any time. What a busy page was asked to do is still done later: `onBegun` is called then, or when nothing
 * can be done there any more.
 */
export async function unlessBusy<Result>(
  tabId: number,
  work: () => Promise<Result>,
  onBegun: () => void = () => undefined,
): Promise<Result> {
  const result = work();
  // This call reads no file, so it shows when work begins in the page. If the page refuses, `work` itself reports why.
  const begun = callInPage(tabId, () => true).catch(() => undefined);
  void begun.then(onBegun);
  await Promise.race([result, withinDeadline(begun, BUSY_MS)]);
  return result;
}
