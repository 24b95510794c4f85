import type { Extension, Page } from 'puppeteer-core';
import type { ChromiumDriver } from '../../test/browser/driver/chromium-driver.ts';
import { waitUntil } from '../../test/browser/driver/wait-until.ts';
import { connectionOf } from './connection-of.ts';

/** Whether the worker runs when the icon is pressed, or the press has to start it. */
export type Worker = 'warm' | 'cold';

/** Milliseconds since 1970, as `Date.now()`, but finer; the same clock in this process and in the browser's. */
const now = (): number => performance.timeOrigin + performance.now();

/** Brings an extension's worker into a state, then presses its icon on a page that is in front. Gives when it was pressed. */
export async function pressIcon(
  driver: ChromiumDriver,
  page: Page,
  extension: Extension,
  worker: Worker,
): Promise<number> {
  await page.bringToFront();
  await stopWorkers(driver, extension.id);
  if (worker === 'warm') await startWorker(page, extension.id);
  await page.evaluate(rest);
  const pressed = now();
  await page.triggerExtensionAction(extension);
  return pressed;
}

/**
 * Fulfilled when the page has twice in a row had nothing to do: nobody presses at the very moment that it has loaded.
 */
async function rest(): Promise<void> {
  for (let turn = 0; turn < 2; turn += 1) await new Promise((resolve) => requestIdleCallback(resolve));
}

/** Starts a worker and waits until its script has run: DevTools lists it before that. */
async function startWorker(page: Page, id: string): Promise<void> {
  const scopeURL = `chrome-extension://${id}/`;
  const session = await page.createCDPSession();
  let isRunning = false;
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    for (const { scriptURL, runningStatus } of versions)
      if (scriptURL.startsWith(scopeURL)) isRunning = runningStatus === 'running';
  });
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.startWorker', { scopeURL });
  await waitUntil('the worker runs', async () => isRunning);
  await session.detach();
}

async function stopWorkers(driver: ChromiumDriver, id: string): Promise<void> {
  const connection = await connectionOf(driver);
  // Asked again: one that is just starting does not hear it.
  await waitUntil('the worker has ended', async () => {
    const workers = await workersOf(driver, id);
    for (const targetId of workers) await connection.send('Target.closeTarget', { targetId });
    return workers.length === 0;
  });
}

async function workersOf(driver: ChromiumDriver, id: string): Promise<string[]> {
  const connection = await connectionOf(driver);
  const { targetInfos } = await connection.send('Target.getTargets', { filter: [{ type: 'service_worker' }] });
  return targetInfos.filter(({ url }) => url.startsWith(`chrome-extension://${id}/`)).map(({ targetId }) => targetId);
}
