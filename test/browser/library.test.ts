import { beforeAll, describe, expect, test } from 'vitest';
import type { Tab } from './driver/browser-driver.ts';
import { saveByPopup } from './save-by-popup.ts';
import { useBrowser } from './use-browser.ts';

const used = useBrowser();
const PAGES = ['/en/news.html', '/zh-Hans/news.html', '/de/news.html', '/ja/news.html'];

const titles = (view: Tab) =>
  view.evaluate(() => [...document.querySelectorAll('.row-title')].map((row) => row.textContent ?? ''));
const rows = (view: Tab, count: number) =>
  view.waitFor((wanted: number) => document.querySelectorAll('.row-title').length === wanted, count);

beforeAll(async () => {
  for (const path of PAGES) await saveByPopup(used, path);
});

describe('the reading list', () => {
  test('has what was saved, newest first, and is in step between two windows', async () => {
    const first = await used.browser.openRecto('library');
    const second = await used.browser.openRecto('library');
    await rows(first, PAGES.length);
    await rows(second, PAGES.length);
    const [newest = ''] = await titles(second);
    await second.press('j');
    await second.press('e');
    await rows(second, PAGES.length - 1);
    await first.activate();
    await rows(first, PAGES.length - 1);
    expect(await titles(first)).not.toContain(newest);
    await second.activate();
    await second.press('u');
    await rows(second, PAGES.length);
    expect((await titles(second))[0]).toBe(newest);
    await first.close();
    await second.close();
  });

  test('scrolls only when there is more than the window holds', async () => {
    const list = await used.browser.openRecto('library#archive');
    await list.waitFor(() => document.querySelector('.empty'));
    expect(await list.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBeLessThanOrEqual(0);
    await list.close();
  });

  test('deletes with Undo, keeps what was deleted for 30 days, and restores it', async () => {
    const list = await used.browser.openRecto('library');
    await rows(list, PAGES.length);
    const [newest = ''] = await titles(list);
    await list.press('j');
    await list.press('Delete');
    await list.waitFor(() => document.querySelector('.undo button'));
    await rows(list, PAGES.length - 1);
    await list.clickNamed('Recently deleted', 'link');
    await rows(list, 1);
    expect(await list.evaluate(() => document.querySelector('.row-facts')?.textContent)).toContain('30 days left');
    await list.clickNamed(`Restore: ${newest}`, 'button');
    await list.waitFor(() => document.querySelector('.empty'));
    await list.clickNamed('Reading list', 'link');
    await rows(list, PAGES.length);
    expect((await titles(list))[0]).toBe(newest);
    await list.close();
  });

  test('finds words of the text in several scripts and marks them', async () => {
    const list = await used.browser.openRecto('library');
    await rows(list, PAGES.length);
    await list.press('/');
    await list.type('one ear open');
    await rows(list, 1);
    expect(await list.waitFor(() => document.querySelector('.row-snippet mark')?.textContent)).toMatch(/ear|one|open/i);
    await list.press('Escape');
    await rows(list, PAGES.length);
    await list.close();
  });

  test('survives a restart of the browser and of the background', async () => {
    await used.browser.stopBackground();
    await used.browser.restart();
    const list = await used.browser.openRecto('library');
    await rows(list, PAGES.length);
    await list.close();
  });

  test('opens an article with the network cut, asking for nothing', async () => {
    const list = await used.browser.openRecto('library');
    await rows(list, PAGES.length);
    used.site.goOffline();
    used.site.forget();
    const [newest = ''] = await titles(list);
    await list.press('j');
    await list.press('Enter');
    await list.waitFor(
      (title: string) => document.querySelector('.page-title')?.textContent?.trim() === title.trim(),
      newest,
    );
    expect(used.site.requests()).toEqual([]);
    used.site.goOnline();
    await list.close();
  });
});

test('settings show the keys really set and apply at once', async () => {
  const tab = await used.browser.openRecto('library');
  await tab.clickNamed('Settings', 'link');
  await tab.waitFor(() => document.querySelector('.settings'));
  expect(
    await tab.evaluate(() => [...document.querySelectorAll('.keys kbd')].map(({ textContent }) => textContent)),
  ).toContain('Alt+R');
  await tab.clickNamed('Sepia', 'radio');
  await tab.waitFor(() => document.documentElement.dataset['theme'] === 'sepia');
  await tab.reload();
  await tab.waitFor(() => document.documentElement.dataset['theme'] === 'sepia');
  await tab.clickNamed('Follow the system', 'radio');
  await tab.waitFor(() => document.documentElement.dataset['theme'] === 'system');
  await tab.close();
});

test('the first page opens the article that comes along, and closes it', async () => {
  const tab = await used.browser.openRecto('welcome');
  await tab.clickNamed('Open an article', 'button');
  await tab.waitFor(() => document.querySelector('.try-it h1')?.textContent === 'The right-hand page');
  await tab.waitFor(() => document.querySelector<HTMLImageElement>('.try-it img')?.naturalWidth);
  await tab.press('Escape');
  await tab.waitFor(() => !document.querySelector('.try-it'));
  await tab.close();
});
