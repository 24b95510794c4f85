import { expect, test } from 'vitest';
import { openOverlay } from './open-surfaces.ts';
import { overlayIsGone } from './read-overlay.ts';
import { useBrowser } from './use-browser.ts';

const used = useBrowser();

/** Runs in the page: looks for words as the browser's own Ctrl+F does, from the start. */
function findInPage(words: string): boolean {
  getSelection()?.removeAllRanges();
  const { find } = window as unknown as {
    find(text: string, matchCase: boolean, backwards: boolean, wrap: boolean): boolean;
  };
  return find(words, false, false, true);
}

test("the browser's find looks in the overlay, and not in the page behind it", async () => {
  const tab = await openOverlay(used, '/en/news.html');
  expect(await tab.evaluate(findInPage, 'somebody slept with one ear open')).toBe(true);
  expect(await tab.evaluate(findInPage, 'About the Gazette')).toBe(false);
  await tab.press('Escape');
  await tab.waitFor(overlayIsGone);
  expect(await tab.evaluate(findInPage, 'About the Gazette')).toBe(true);
});
