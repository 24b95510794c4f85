import { expect, test } from 'vitest';
import type { View } from '../driver/browser-driver.ts';
import { extensionWithOpenRoots } from '../steps/axe-surfaces.ts';
import { boxesOf } from '../steps/boxes-of.ts';
import { openOverlay } from '../steps/open-surfaces.ts';
import { useBrowser } from '../use-browser.ts';

// Roots that are open, so that what is said below the bar can be measured; nothing else differs.
const used = useBrowser({ extension: extensionWithOpenRoots() });

const topOf = async (view: View, selector: string): Promise<number> =>
  (await view.waitFor(boxesOf, selector))[0]?.top ?? Number.NaN;

test('full view: a message below the bar moves nothing and does not cover the title', async () => {
  const tab = await openOverlay(used, '/en/pictures.html');
  const before = await topOf(tab, '.page-title');
  await tab.press('s');
  const [notice, title] = await tab.waitFor(boxesOf, '.reader-bar .notice', '.page-title');
  expect(title?.top).toBe(before);
  expect(title?.top).toBeGreaterThan(notice?.bottom ?? Number.POSITIVE_INFINITY);
  await tab.close();
});

test.each([
  [0, '/en/news.html'],
  [300, '/de/news.html'],
])('popup: a message moves nothing of an article that is scrolled by %i', async (top, path) => {
  const tab = await used.browser.open(used.site.url(path));
  const popup = await tab.pressToolbar();
  await popup.waitFor(boxesOf, '.page-body p');
  await popup.evaluate((to) => document.querySelector('.popup-main')?.scrollTo({ top: to, behavior: 'instant' }), top);
  const before = await topOf(popup, '.page-body p');
  await popup.press('s');
  const withNotice = async () =>
    (await popup.evaluate(boxesOf, '.popup-notices .notice', '.page-body p'))?.[1]?.top ?? 0;
  await expect.poll(withNotice).toBeCloseTo(before, 0);
  await popup.close();
});
