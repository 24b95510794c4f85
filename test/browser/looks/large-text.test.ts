import { afterEach, beforeAll, expect, test } from 'vitest';
import type { Tab } from '../driver/browser-driver.ts';
import { findBeside, isZoomedTo, zoomAllTabs } from '../steps/narrow.ts';
import { openOverlay, openSavedCopy } from '../steps/open-surfaces.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser();

const SENTENCE = 'The fundamentals of telling the tides have not changed for more than a century. ';
const INNER = `<ol><li>${SENTENCE}</li><li>Springs<ul><li>${SENTENCE}</li></ul></li></ol>`;
const LIST = `<ul><li>${SENTENCE}</li><li>The tides of the year${INNER}</li></ul>`;
const QUOTE = `<figure><blockquote><p>${SENTENCE}</p></blockquote><figcaption><img src="/pictures/oven.png" alt="The keeper" width="100" height="100"> The keeper of the machine</figcaption></figure>`;
const TEXT = `<p>${SENTENCE.repeat(5)}</p>`;
const PAGE = `<!doctype html><html lang="en"><title>Tides</title><meta property="og:type" content="article">
  <article><h1>The tides of the harbour</h1>${TEXT.repeat(3)}${LIST}${TEXT}<hr>${TEXT}${QUOTE}${TEXT}</article></html>`;

/** Runs in the page: how wide the text of the deepest list is, of the column; null while it is not laid out at this width. */
function shareOfDeepest(most: number) {
  const body = document.documentElement.lastElementChild?.shadowRoot?.querySelector('.page-body');
  const deepest = body?.querySelector('li li li');
  if (!body || !deepest || innerWidth > most) return null;
  return deepest.getBoundingClientRect().width / body.getBoundingClientRect().width;
}

let list: Tab;
beforeAll(async () => {
  list = await used.browser.openRecto('library');
});
// Browsers keep it by address, and the files after this one use the same.
afterEach(() => zoomAllTabs(list, 1));

test.each([100, 400])(
  'in a window as narrow as a phone nested lists, rules and quotations with a picture stay on the page: text of %d percent',
  async (size) => {
    used.site.serve('/large.html', PAGE);
    await list.evaluate((textSize) => chrome.storage.local.set({ 'settings.textSize': textSize }), size);
    const tab = await openOverlay(used, '/large.html');
    await zoomAllTabs(list, 4);
    const share = await tab.waitFor(shareOfDeepest, 330);
    await expect.poll(() => tab.evaluate(findBeside)).toEqual([]);
    // One word of such a size is wider than the window; it is divided.
    expect(share).toBeGreaterThan(size === 100 ? 0.65 : 0.2);
  },
);

test('in such a window the frame of a picture that was not stored stays on the page, with the control that stores it', async () => {
  const picture =
    '<p><img src="/gone/oven.png" alt="Representative photograph of the machine" width="640" height="400"></p>';
  used.site.serve('/gone.html', PAGE.replace('<hr>', picture));
  const saved = await openSavedCopy(used, await openOverlay(used, '/gone.html'));
  await saved.evaluate(() => chrome.storage.local.set({ 'settings.textSize': 400 }));
  await zoomAllTabs(list, 4);
  await saved.waitFor(isZoomedTo, 4);
  await saved.waitFor(() => document.querySelector('.missing button'));
  await expect.poll(() => saved.evaluate(findBeside)).toEqual([]);
});
