import { expect, test } from 'vitest';
import type { Tab } from '../driver/browser-driver.ts';
import { accessibleText } from '../steps/accessible-names.ts';
import { readOverlay } from '../steps/read-overlay.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser();

/** Runs in the page: selects the first characters of the reader's second paragraph, and tells which. */
function selectInReader(length: number): string {
  const roots = [...document.documentElement.children].flatMap((host) => host.shadowRoot ?? []);
  const body = roots.flatMap((root) => root.querySelector('.page-body') ?? [])[0];
  const text = body?.querySelectorAll('p')[1]?.firstChild;
  if (!(text instanceof Text)) throw new Error('no text');
  getSelection()?.setBaseAndExtent(text, 0, text, length);
  return text.data.slice(0, length).trim();
}

/** Runs in the page: the texts painted over the page itself, by colour. */
const readLive = (): Record<string, string[]> =>
  Object.fromEntries(
    [...CSS.highlights]
      .filter(([name]) => name.startsWith('recto-page-'))
      .map(([name, ranges]) => [
        name.slice('recto-page-'.length),
        [...ranges].map((range) => (document.body.contains(range.startContainer) ? String(range).trim() : '')),
      ]),
  );

/** Runs in a page of Recto: gives the one highlight another colour. */
async function changeColour(colour: string): Promise<void> {
  const ask = (name: string, input: unknown) => chrome.runtime.sendMessage({ protocol: 'recto/1', name, input });
  const { value } = await ask('highlight.list-all', {});
  const { id, articleId } = value[0].highlights[0];
  await ask('highlight.change', { id, articleId, colour });
}

async function openReader(tab: Tab): Promise<void> {
  await tab.pressShortcut('toggle-reader');
  await tab.waitFor(readOverlay);
}

let page: Tab;
let passage: string;

test('highlights from the reader are marked on the page itself without changing its DOM', async () => {
  page = await used.browser.open(used.site.url('/en/news.html'));
  const before = await page.evaluate(() => document.body.outerHTML);
  await openReader(page);
  expect(await page.evaluate(readLive)).toEqual({});
  passage = await page.evaluate(selectInReader, 24);
  await expect.poll(() => accessibleText(page)).toMatch(/Highlight[\s\S]*Note/);
  await page.press('h');
  await page.waitFor(() => CSS.highlights.has('recto-yellow'));
  await page.press('Escape');
  await page.waitFor(() => CSS.highlights.has('recto-page-yellow'));
  expect(await page.evaluate(readLive)).toEqual({ yellow: [passage] });
  expect(await page.evaluate(() => document.body.outerHTML)).toBe(before);
});

test('after a reload the marks come back when Recto is called, with the colour that was changed in the saved copy', async () => {
  await page.goto(used.site.url('/en/news.html?utm_source=again'));
  expect(await page.evaluate(readLive)).toEqual({});
  await openReader(page);
  await page.waitFor(() => CSS.highlights.has('recto-page-yellow'));
  const own = await used.browser.openRecto('library');
  await own.evaluate(changeColour, 'pink');
  await page.activate();
  await page.waitFor(() => CSS.highlights.has('recto-page-pink') && !CSS.highlights.has('recto-page-yellow'));
  expect(await page.evaluate(readLive)).toEqual({ pink: [passage] });
});

test('a page in a private window shows no marks from the list', async () => {
  const hidden = await used.browser.open(used.site.url('/en/news.html'), 'private-window');
  const popup = await hidden.pressToolbar();
  await popup.waitFor(() => /Saved/.test(document.querySelector('.popup-bar')?.textContent ?? ''));
  await popup.close();
  const own = await used.browser.openRecto('library');
  await own.evaluate(changeColour, 'green');
  await own.close();
  await page.activate();
  await page.waitFor(() => CSS.highlights.has('recto-page-green'));
  expect(await hidden.evaluate(readLive)).toEqual({});
  await hidden.close();
});

test('the marks are removed when the page changes its address without loading', async () => {
  await page.press('Escape');
  await page.evaluate(() => history.pushState(null, '', '/en/another-story.html'));
  await page.waitFor(() => !CSS.highlights.has('recto-page-green'));
});
