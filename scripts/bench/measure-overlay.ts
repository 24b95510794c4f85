import type { Extension, Page } from 'puppeteer-core';
import { callExpression } from '../../test/browser/driver/call-expression.ts';
import type { ChromiumDriver } from '../../test/browser/driver/chromium-driver.ts';
import { pressIcon, type Worker } from './press-icon.ts';

/** Runs in the page before anything else: notes when the overlay's text was first laid out. */
function watchOverlay(): void {
  const scope = window as unknown as { overlayLaidOut: Promise<number> };
  const watched = new WeakSet<Node>();
  scope.overlayLaidOut = new Promise((resolve) => {
    const check = (): void => {
      for (const host of Array.from(document.documentElement.children)) {
        if (host.shadowRoot === null) continue;
        if (!watched.has(host)) observer.observe(host.shadowRoot, { childList: true, subtree: true });
        watched.add(host);
        const body = host.shadowRoot.querySelector('.page-body:not(:empty)');
        if (body && body.getBoundingClientRect().height > 0) resolve(performance.timeOrigin + performance.now());
      }
    };
    const observer = new MutationObserver(check);
    observer.observe(document, { childList: true });
    addEventListener('DOMContentLoaded', () => observer.observe(document.documentElement, { childList: true }));
  });
}

type OverlayTimes = Record<Worker, { floor: number[]; overlay: number[] }>;

/**
 * From the press to the article laid out in the page, for each page with a running worker and with one that the press has
 * to start; and the same for an extension that puts one sentence over the page, which is the time Chromium itself takes.
 */
export async function measureOverlay(
  driver: ChromiumDriver,
  pages: readonly string[],
  extensions: { recto: Extension; floor: Extension },
): Promise<OverlayTimes> {
  const times: OverlayTimes = { warm: { floor: [], overlay: [] }, cold: { floor: [], overlay: [] } };
  for (const url of pages)
    for (const worker of ['warm', 'cold'] as const) {
      times[worker].floor.push(await measureOnce(driver, url, extensions.floor, worker));
      times[worker].overlay.push(await measureOnce(driver, url, extensions.recto, worker));
    }
  return times;
}

async function measureOnce(driver: ChromiumDriver, url: string, extension: Extension, worker: Worker): Promise<number> {
  const page = await driver.puppeteer.newPage();
  await page.evaluateOnNewDocument(callExpression(watchOverlay, []));
  await page.goto(url);
  const pressed = await pressIcon(driver, page, extension, worker);
  const laidOut = await waitForText(page);
  await page.close();
  return laidOut - pressed;
}

/** Asked once: each further question would hold up what is measured. */
function waitForText(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as { overlayLaidOut: Promise<number> }).overlayLaidOut);
}
