import { setTimeout as pause } from 'node:timers/promises';
import type { BrowserDriver } from '../../test/browser/driver/browser-driver.ts';
import { readOverlay } from '../../test/browser/steps/read-overlay.ts';

/** Work that follows the text, such as looking for missing paragraphs, has ended by then; in milliseconds. */
const AFTERWARDS = 4000;

interface OddPageTime {
  /** The longest stretch in ms in which the page could not answer, reading included. */
  longestTask: number;
  /** The page is larger than Recto shows as an article: its text was shown when asked for. */
  isRefused: boolean;
}

/** Opens the overlay on a page, in Chromium, by a press of its key, and shows the text of one that is too large. */
export async function measureOddPage(browser: BrowserDriver, url: string): Promise<OddPageTime> {
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
  const isRefused = (await tab.waitFor(readOverlay).catch(() => null)) === null;
  if (isRefused) {
    await tab.clickNamed('Show anyway', 'button');
    await tab.waitFor(readOverlay);
  }
  await pause(AFTERWARDS);
  const longestTask = await tab.evaluate(
    () => (globalThis as { longest?: { task: number } }).longest?.task ?? Number.NaN,
  );
  await tab.close();
  return { longestTask, isRefused };
}
