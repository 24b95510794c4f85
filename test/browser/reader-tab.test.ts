import { describe, expect, test } from 'vitest';
import type { Tab } from './driver/browser-driver.ts';
import { readOverlay } from './read-overlay.ts';
import { runAxe } from './run-axe.ts';
import { type UsedBrowser, useBrowser } from './use-browser.ts';

/** Saves a page in the overlay and opens it from the list. */
async function openSaved({ browser, site }: UsedBrowser, path: string, save: string, title: string): Promise<Tab> {
  const tab = await browser.open(site.url(path));
  await tab.pressShortcut('toggle-reader');
  await tab.waitFor(readOverlay);
  await tab.clickNamed(save, 'button');
  const list = await browser.openRecto('library');
  await list.clickNamed(title, 'link');
  const reader = await browser.waitForTab('/src/reader/reader.html');
  await reader.waitFor(() => document.querySelector('.page-body p'));
  return reader;
}

const widthOfPage = (): [number, number] => [document.documentElement.scrollWidth, innerWidth];

describe.each(['light', 'dark'] as const)('the reader tab, %s', (colorScheme) => {
  const used = useBrowser({ colorScheme });

  test('axe finds nothing: article, type panel, keys', async () => {
    const reader = await openSaved(
      used,
      '/en/news.html',
      'Save',
      'The lighthouse keepers of Skerry Sound are going home',
    );
    expect(await runAxe(reader)).toEqual([]);
    await reader.press('a');
    await reader.waitFor(() => document.querySelector('.type-panel'));
    expect(await runAxe(reader)).toEqual([]);
    await reader.press('?');
    await reader.waitFor(() => document.querySelector('.key-sheet'));
    expect(await runAxe(reader)).toEqual([]);
    await reader.press('?');
  });

  test('200 % text does not scroll sideways', async () => {
    const reader = await openSaved(used, '/de/news.html', 'Save', 'Das Archiv hinter dem Deich');
    await reader.evaluate(() => chrome.storage.local.set({ 'settings.textSize': 200 }));
    await reader.waitFor(
      () => Number.parseFloat(getComputedStyle(document.querySelector('.page') ?? document.body).fontSize) >= 40,
    );
    const [content, window] = await reader.evaluate(widthOfPage);
    expect(content).toBeLessThanOrEqual(window);
  });
});

describe('in Chinese', () => {
  const used = useBrowser({ locale: 'zh-CN' });

  test('axe finds nothing in a Chinese article', async () => {
    const reader = await openSaved(used, '/zh-Hans/news.html', '保存', '最后一个点灯的人');
    expect(await runAxe(reader)).toEqual([]);
    expect(await reader.evaluate(() => document.querySelector('.page')?.getAttribute('lang'))).toMatch(/^zh/);
  });
});
