import { callInPage } from './run-in-page.ts';
import { withinDeadline } from './within-deadline.ts';

/**
 * A page that has not begun by then with what it was asked, or not answered, is busy with itself. The passes of the extraction
 * share a shorter deadline.
 */
export const BUSY_MS = 5000;

/**
 * Gives what `work` in a tab's page comes to. Throws `timeout` when the page is too busy to begin; once begun, the work may
 * take the time it needs. What was asked of a busy page is still done when it comes to it.
 */
export async function unlessBusy<Result>(tabId: number, work: () => Promise<Result>): Promise<Result> {
  const result = work();
  // It needs no file to be read, so that the page is asked about when the work begins there. What the page refuses, the
  // work says in its own words.
  const begun = callInPage(tabId, () => true).catch(() => undefined);
  await Promise.race([result, withinDeadline(begun, BUSY_MS)]);
  return result;
}
