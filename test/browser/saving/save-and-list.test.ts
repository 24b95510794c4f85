import { beforeEach, expect, test } from 'vitest';
import type { Popup, Tab } from '../driver/browser-driver.ts';
import { accessibleNames } from '../steps/accessible-names.ts';
import { useBrowser } from '../use-browser.ts';
import { readReceipt } from './saved-gallery.ts';

const used = useBrowser();
const TITLE = 'The lighthouse keepers of Skerry Sound are going home';

/** Each test saves an address of its own, so that none leans on the one before. */
let number = 0;
beforeEach(() => {
  number += 1;
});

async function openPopup(path = '/en/news.html'): Promise<{ tab: Tab; popup: Popup }> {
  const tab = await used.browser.open(`${used.site.url(path)}?story=${number}`);
  const popup = await tab.pressToolbar();
  return { tab, popup };
}

async function saveInPopup(path?: string): Promise<void> {
  const { popup } = await openPopup(path);
  await popup.clickNamed('Save');
  await popup.clickNamed(/^Saved/);
  await popup.close();
}

/** Opens the reading list and gives how many rows have this title, once it has been read from storage. */
async function countInList(title: string): Promise<number> {
  const list = await used.browser.openRecto('library');
  await list.waitFor(
    () => document.querySelector('main li[data-id]') ?? /Nothing saved yet/.test(document.body.textContent ?? ''),
  );
  const count = await list.evaluate(
    (wanted) =>
      Array.from(document.querySelectorAll('main li[data-id]')).filter((row) => row.textContent?.includes(wanted))
        .length,
    title,
  );
  await list.close();
  return count;
}

test('a click on the icon shows the article in the popup', async () => {
  const { popup } = await openPopup();
  await popup.waitFor(() => document.querySelector('.page-body'));
  expect(await popup.evaluate(() => document.querySelector('.page-title')?.textContent)).toBe(TITLE);
  const text = await popup.evaluate(() => document.body.textContent ?? '');
  for (const part of ['Maren Holt', 'Harbour Gazette', '2 min', 'with nobody awake beside it'])
    expect(text).toContain(part);
  await expect
    .poll(() => accessibleNames(popup, 'button'))
    .toEqual(expect.arrayContaining(['Save', 'Full view', 'Reading list']));
  const size = await popup.evaluate(() => [innerWidth <= 800, innerHeight <= 600]);
  expect(size).toEqual([true, true]);
});

test('a saved article opens from the list offline, without a single request', async () => {
  const { popup } = await openPopup('/en/pictures.html');
  await popup.clickNamed('Save');
  // The page asks for its pictures once its text is kept, in its own time.
  await readReceipt(popup);
  await popup.close();
  const list = await used.browser.openRecto('library');
  used.site.goOffline();
  used.site.forget();
  try {
    await list.clickNamed('Two pictures from the valley', 'link');
    const reader = await used.browser.waitForTab('/src/reader/reader.html');
    const text = await reader.waitFor(() => document.querySelector('.page-body')?.textContent);
    expect(text).toContain('it will change every day');
    expect(used.site.requests()).toEqual([]);
    await reader.close();
  } finally {
    used.site.goOnline();
  }
});

test.each([
  ['control', '/en/busy.html', 'A page with something to lose'],
  ['key', '/en/handbook.html', 'How the tide was computed'],
])('Original opens the web page of a saved article, by %s', async (by, path, title) => {
  await saveInPopup(path);
  const [page, address] = [`${path}?story=${number}`, `${used.site.url(path)}?story=${number}`];
  await (await used.browser.waitForTab(page)).close();
  const list = await used.browser.openRecto('library');
  await list.clickNamed(title, 'link');
  const reader = await used.browser.waitForTab('/src/reader/reader.html');
  await reader.waitFor(() => document.querySelector('.page-body p'));
  await (by === 'control' ? reader.clickNamed('Original', 'button') : reader.press('o'));
  const original = await used.browser.waitForTab(page);
  expect(await original.url()).toBe(address);
  await original.waitFor(() => document.querySelector('article, main'));
  await original.close();
  await reader.close();
});

test('a popup closed right after Save loses nothing', async () => {
  const before = await countInList(TITLE);
  const { popup } = await openPopup();
  await popup.clickNamed('Save');
  await popup.close();
  await expect.poll(() => countInList(TITLE)).toBe(before + 1);
});

test('the background may be killed between Save and the list', async () => {
  await saveInPopup('/de/news.html');
  await used.browser.stopBackground();
  expect(await countInList('Das Archiv hinter dem Deich')).toBe(1);
});

test('the list is there after the browser was restarted', async () => {
  await saveInPopup('/ja/news.html');
  await used.browser.restart();
  expect(await countInList('井戸の水と二百丁の豆腐')).toBe(1);
});

test('an article saved again under an address with a fragment and tracking parameters is one item', async () => {
  await saveInPopup('/ar/news.html');
  const tab = await used.browser.open(`${used.site.url('/ar/news.html')}?story=${number}&utm_source=mail#top`);
  const popup = await tab.pressToolbar();
  await popup.clickNamed(/^Saved/);
  await popup.close();
  expect(await countInList('مصلح الساعات في السوق القديم')).toBe(1);
});

test('Undo takes a save back', async () => {
  const { popup } = await openPopup('/zh-Hans/news.html');
  await popup.clickNamed('Save');
  await popup.clickNamed('Undo');
  await popup.waitFor(() => !document.body.textContent?.includes('Saved'));
  await popup.close();
  await expect.poll(() => countInList('最后一个点灯的人')).toBe(0);
});
