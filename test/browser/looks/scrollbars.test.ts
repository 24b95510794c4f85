import { expect, test } from 'vitest';
import { ChromiumTab } from '../driver/chromium-tab.ts';
import { browserUnderTest } from '../driver/launch-browser.ts';
import { openOverlay, openSavedCopy } from '../steps/open-surfaces.ts';
import { readOverlay } from '../steps/read-overlay.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser({ colorScheme: 'light' });

/** Runs in the page: the paper of the overlay, its scrollbar, and the page's own beside it. */
function readColours() {
  const dialog = Array.from(document.documentElement.children, (child) => child.shadowRoot?.querySelector('dialog'))
    .filter((found) => found instanceof HTMLElement)
    .at(0);
  if (!dialog) return null;
  const { backgroundColor: paper, scrollbarColor: own } = getComputedStyle(dialog);
  return {
    theme: dialog.dataset['theme'],
    paper,
    own,
    page: getComputedStyle(document.documentElement).scrollbarColor,
    behind: getComputedStyle(document.body).scrollbarColor,
  };
}

test('the scrollbars of full view have the colours of the theme, also after it is changed', async () => {
  const tab = await openOverlay(used, '/en/news.html');
  await tab.press('a');
  for (const [label, theme] of [
    ['Dark', 'dark'],
    ['Sepia', 'sepia'],
  ] as const) {
    await tab.clickNamed(label, 'radio');
    await expect.poll(async () => (await tab.evaluate(readColours))?.theme).toBe(theme);
    const paper = (await tab.evaluate(readColours))?.paper;
    await expect.poll(async () => (await tab.evaluate(readColours))?.page).toBe(`${paper} ${paper}`);
    const own = (await tab.evaluate(readColours))?.own;
    expect(own?.endsWith(` ${paper}`)).toBe(true);
  }
});

/** Only Chromium lets a test have the system go dark. */
test.skipIf(browserUnderTest() === 'firefox')('and those of the system, when it goes dark in the evening', async () => {
  const tab = await openOverlay(used, '/zh-Hans/news.html');
  if (!(tab instanceof ChromiumTab)) throw new Error('not Chromium');
  await tab.press('a');
  await tab.clickNamed('Follow the system', 'radio');
  await expect.poll(async () => (await tab.evaluate(readColours))?.theme).toBe('system');
  const light = (await tab.evaluate(readColours))?.paper;
  await expect.poll(async () => (await tab.evaluate(readColours))?.page).toBe(`${light} ${light}`);
  await tab.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
  const dark = (await tab.evaluate(readColours))?.paper;
  expect(dark).not.toBe(light);
  await expect.poll(async () => (await tab.evaluate(readColours))?.page).toBe(`${dark} ${dark}`);
});

test.each(['rgb(1, 2, 3) rgb(4, 5, 6)', 'auto'])(
  'what is behind full view keeps its own colours of scrollbars, %s: for others the browser would lay out the whole page anew',
  async (own) => {
    const tab = await used.browser.open(used.site.url('/en/news.html'));
    await tab.evaluate((colours) => {
      document.documentElement.style.scrollbarColor = colours;
    }, own);
    await tab.pressShortcut('toggle-reader');
    await tab.waitFor(readOverlay);
    await expect.poll(async () => (await tab.evaluate(readColours))?.page).not.toBe(own);
    expect((await tab.evaluate(readColours))?.behind).toBe(own);
    await tab.press('Escape');
    await expect.poll(() => tab.evaluate(readColours)).toBeNull();
    expect(await tab.evaluate(edge)).toBe(own);
  },
);

/** Runs in a page: the colours of the scrollbar at the edge of the window. */
const edge = (): string => getComputedStyle(document.documentElement).scrollbarColor;

test('the scrollbar beside an enlarged picture is as dark as its background, and then as before', async () => {
  const overlay = await openOverlay(used, '/en/handbook.html');
  const saved = await openSavedCopy(used, overlay);
  // Kept pictures may come to the text a moment later.
  await saved.waitFor(() => document.querySelector('.page-body img'));
  for (const tab of [overlay, saved]) {
    await tab.activate();
    const before = await tab.evaluate(edge);
    await tab.press('v');
    await expect.poll(() => tab.evaluate(edge)).toMatch(/^rgb\(13, 14, 15\) rgb\(13, 14, 15\)$/);
    await tab.press('Escape');
    await expect.poll(() => tab.evaluate(edge)).toBe(before);
  }
});
