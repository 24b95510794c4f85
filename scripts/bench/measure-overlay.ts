import { callExpression } from '../../test/browser/driver/call-expression.ts';
import type { ChromiumDriver } from '../../test/browser/driver/chromium-driver.ts';
import { waitUntil } from '../../test/browser/driver/wait-until.ts';

/** Runs in the page before anything else: notes when the overlay's text was first laid out. */
function watchOverlay(): void {
  const scope = window as unknown as { overlayLaidOut: number };
  scope.overlayLaidOut = 0;
  const watched = new WeakSet<Node>();
  const check = (): void => {
    for (const host of Array.from(document.documentElement.children)) {
      if (host.shadowRoot === null) continue;
      if (!watched.has(host)) observer.observe(host.shadowRoot, { childList: true, subtree: true });
      watched.add(host);
      const body = host.shadowRoot.querySelector('.page-body:not(:empty)');
      if (!scope.overlayLaidOut && body && body.getBoundingClientRect().height > 0)
        scope.overlayLaidOut = performance.timeOrigin + performance.now();
    }
  };
  const observer = new MutationObserver(check);
  observer.observe(document, { childList: true });
  addEventListener('DOMContentLoaded', () => observer.observe(document.documentElement, { childList: true }));
}

const nowHere = (): number => performance.timeOrigin + performance.now();

/**
 * From the command to the article laid out in the page, for each page with a running worker and with one that has to
 * start. A cold start is counted from before the browser is asked to start the worker.
 */
export async function measureOverlay(
  driver: ChromiumDriver,
  pages: readonly string[],
): Promise<{ warm: number[]; cold: number[] }> {
  const times = { warm: [] as number[], cold: [] as number[] };
  for (const kind of ['warm', 'cold'] as const)
    for (const url of pages) times[kind].push(await measureOnce(driver, url, kind === 'cold'));
  return times;
}

async function measureOnce(driver: ChromiumDriver, url: string, cold: boolean): Promise<number> {
  const page = await driver.puppeteer.newPage();
  await page.evaluateOnNewDocument(callExpression(watchOverlay, []));
  await page.goto(url);
  await page.bringToFront();
  if (cold) await driver.stopBackground();
  const start = nowHere();
  if (cold) await driver.startBackground();
  const raised = await driver.raiseCommand('toggle-reader');
  const laidOut = await waitUntil(`the overlay on ${url}`, () =>
    page.evaluate(() => (window as unknown as { overlayLaidOut: number }).overlayLaidOut),
  );
  await page.close();
  return laidOut - (cold ? start : raised);
}
