import { setTimeout as pause } from 'node:timers/promises';
import type { BrowserDriver } from '../../test/browser/driver/browser-driver.ts';
import { readOverlay } from '../../test/browser/read-overlay.ts';

/** What is done after the text stands, such as looking for what is missing, has ended by then; in milliseconds. */
const AFTERWARDS = 4000;

/**
 * Opens the overlay on a page, in Chromium; gives the longest stretch in ms in which the page could not answer, reading
 * included, and null for a page that is more than Recto sets as an article.
 */
export async function measureOddPage(browser: BrowserDriver, url: string): Promise<number | null> {
  const tab = await browser.open(url);
  await tab.waitFor(() => document.readyState === 'complete');
  await tab.evaluate(() => {
    const longest = { task: 0 };
    Object.assign(globalThis, { longest });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest.task = Math.max(longest.task, duration);
    }).observe({ type: 'longtask' });
  });
  await tab.pressShortcut('toggle-reader');
  const stands = await tab.waitFor(readOverlay).catch(() => null);
  await pause(AFTERWARDS);
  const longest = await tab.evaluate(() => (globalThis as { longest?: { task: number } }).longest?.task ?? Number.NaN);
  await tab.close();
  return stands && longest;
}
