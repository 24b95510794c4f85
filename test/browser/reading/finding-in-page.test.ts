import { expect, test } from 'vitest';
import { longArticle } from '../steps/odd-articles.ts';
import { openOverlay, openSavedCopy } from '../steps/open-surfaces.ts';
import { overlayIsGone } from '../steps/read-overlay.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser();

/** Runs in the page: looks for words as the browser's own Ctrl+F does, from the start. */
function findInPage(words: string): boolean {
  getSelection()?.removeAllRanges();
  const { find } = window as unknown as {
    find(text: string, matchCase: boolean, backwards: boolean, wrap: boolean): boolean;
  };
  return find(words, false, false, true);
}

test("the browser's find searches the overlay and not the page behind it", async () => {
  const tab = await openOverlay(used, '/en/news.html');
  expect(await tab.evaluate(findInPage, 'somebody slept with one ear open')).toBe(true);
  expect(await tab.evaluate(findInPage, 'About the Gazette')).toBe(false);
  await tab.press('Escape');
  await tab.waitFor(overlayIsGone);
  expect(await tab.evaluate(findInPage, 'About the Gazette')).toBe(true);
});

test("the browser's find searches all of a long saved text, although only the part near the window is laid out", async () => {
  const text = longArticle(50_000);
  used.site.serve('/long.html', `<!doctype html><title>Tides</title><article><h1>Tides</h1>${text}</article>`);
  const reader = await openSavedCopy(used, await openOverlay(used, '/long.html'));
  await reader.waitFor(() => document.querySelectorAll('.part').length > 5);
  const isBelow = () =>
    (document.querySelector('.part:last-child')?.getBoundingClientRect().top ?? 0) > 9 * innerHeight;
  expect(await reader.evaluate(isBelow)).toBe(true);
  expect(await reader.evaluate(findInPage, 'done by brass 4990.')).toBe(true);
  expect(await reader.evaluate(findInPage, 'done by brass 4999.')).toBe(false);
});
