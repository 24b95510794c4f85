import { expect, test } from 'vitest';
import { ChromiumTab } from '../driver/chromium-tab.ts';
import { importLinks } from '../steps/import-links.ts';
import { openOverlay } from '../steps/open-surfaces.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser();

test.for(['library', 'permission'])(
  'the dark %s page is white on paper, with black ink, also where backgrounds are printed',
  async (name, { skip }) => {
    const page = await used.browser.openRecto(name);
    // Only Chromium's protocol shows a page as it would be printed; the sheet is the same in both browsers.
    if (!(page instanceof ChromiumTab)) return skip();
    await page.evaluate(() => chrome.storage.local.set({ 'settings.theme': 'dark' }));
    await page.waitFor(() => document.documentElement.dataset['theme'] === 'dark');
    const colours = () => {
      const { backgroundColor, color, colorScheme } = getComputedStyle(document.documentElement);
      return [backgroundColor, color, colorScheme];
    };
    const onScreen = await page.evaluate(colours);
    await page.page.emulateMediaType('print');
    expect(await page.evaluate(colours)).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)', 'light']);
    await page.page.emulateMediaType();
    expect(await page.evaluate(colours)).toEqual(onScreen);
  },
);

test('the reading list is printed in full, and is unchanged afterwards', async () => {
  const urls = Array.from({ length: 150 }, (_, at) => `https://news.example/${at}`);
  await (await importLinks(used.browser, urls)).close();
  const list = await used.browser.openRecto('library');
  await list.waitFor(() => document.querySelector('.rows .row-title'));
  // A row with the focus shows what can be done with it.
  await list.press('j');
  await list.waitFor(() => document.activeElement?.closest('.row'));
  const text = await list.printedText();
  expect(text).toMatch(/^\s*Reading list Link 149 /);
  for (const at of [0, 75, 149]) expect(text).toContain(`Link ${at} `);
  expect(text).not.toContain('Favourite');
  await list.waitFor(() => document.querySelectorAll('.rows .row-title').length < 100);
});

test('the ring of a focused note mark is not printed', async ({ skip }) => {
  const overlay = await openOverlay(used, '/en/handbook.html');
  if (!(overlay instanceof ChromiumTab)) return skip();
  const ring = () => {
    const root = Array.from(document.documentElement.children).find(({ shadowRoot }) => shadowRoot)?.shadowRoot;
    const mark = root?.querySelector<HTMLElement>('a[role="doc-noteref"]');
    mark?.focus();
    const { outlineStyle, outlineColor } = getComputedStyle(mark ?? document.body);
    return { outlineStyle, isSeen: outlineColor !== 'rgba(0, 0, 0, 0)' };
  };
  await overlay.press('Tab');
  await expect.poll(() => overlay.evaluate(ring)).toEqual({ outlineStyle: 'solid', isSeen: true });
  await overlay.page.emulateMediaType('print');
  expect(await overlay.evaluate(ring)).toEqual({ outlineStyle: 'solid', isSeen: false });
  await overlay.page.emulateMediaType();
});
