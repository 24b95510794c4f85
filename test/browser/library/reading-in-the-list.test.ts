import { beforeAll, expect, test } from 'vitest';
import type { Tab } from '../driver/browser-driver.ts';
import { rowsAre } from '../steps/rows-are.ts';
import { saveByPopup } from '../steps/save-by-popup.ts';
import { useBrowser } from '../use-browser.ts';
import { copyArticles } from './copy-articles.ts';

const used = useBrowser();
const PAGES = ['/zh-Hans/news.html', '/de/news.html', '/en/news.html'];
/** The title of the last, which is the first of the list. */
let newest = '';

beforeAll(async () => {
  for (const path of PAGES) await saveByPopup(used, path);
});

/** Opens the list and marks its document, so that it is known again. */
async function openMarkedList(): Promise<Tab> {
  const list = await used.browser.openRecto('library');
  await list.waitFor(rowsAre, 3);
  newest = await list.evaluate(() => document.querySelector('.row-title')?.textContent ?? '');
  await list.evaluate(() => void Object.assign(window, { sameDocument: true }));
  // The browser fetches what shows an article when the list has nothing to do.
  await list.waitFor(() => performance.getEntriesByName('reader-in-place').length > 0);
  return list;
}

const isSame = (tab: Tab) => tab.evaluate(() => 'sameDocument' in window);
const stands = (tab: Tab, title: string) =>
  tab.waitFor(
    (wanted: string) => document.title === wanted && document.querySelector('.page-body p')?.checkVisibility(),
    title,
  );
const listStands = (tab: Tab) =>
  tab.waitFor(() => /library\.html/.test(location.href) && document.querySelector('.library')?.checkVisibility());
/** The date is put into words after the text. */
const inWords = (tab: Tab) =>
  tab.waitFor(() => document.querySelector('.page-date') && !document.querySelector('.page [data-pending]'));
const goBack = (tab: Tab) => tab.evaluate(() => history.back());

test('an article opens in the same document below its own address, and Back leads to the list as it was left', async () => {
  const list = await openMarkedList();
  await list.press('/');
  await list.type('one ear open');
  await list.waitFor(rowsAre, 1);
  await list.press('Enter');
  await list.waitFor(() => document.activeElement?.matches('.row-title'));
  await list.press('Enter');
  await stands(list, newest);
  expect(await list.url()).toContain('/src/reader/reader.html?site=');
  expect(await isSame(list)).toBe(true);
  expect(await list.evaluate(() => document.querySelector('.library')?.checkVisibility())).toBe(false);

  await goBack(list);
  await listStands(list);
  const readList = () =>
    list.evaluate(() => ({
      search: document.querySelector<HTMLInputElement>('.list-view input')?.value,
      rows: document.querySelectorAll('.row-title').length,
      title: document.title,
      onRow: document.activeElement?.matches('.row-title'),
      articles: document.querySelectorAll('.page-body').length,
    }));
  // The title follows once the list is drawn.
  await expect.poll(readList).toEqual({
    search: 'one ear open',
    rows: 1,
    title: expect.stringContaining('list'),
    onRow: true,
    articles: 0,
  });
  expect(await isSame(list)).toBe(true);
  await list.close();
});

test('keys act on the article while it is read, and on the list afterwards', async () => {
  const list = await openMarkedList();
  await list.click('main li[data-id] a');
  await stands(list, newest);
  // In the list they would select a row and tag it: here they open More and the tags of the article.
  for (const key of ['x', 't']) await list.press(key);
  await list.waitFor(() => document.activeElement?.matches('.tag-dialog input'));
  await list.press('Escape');
  await list.waitFor(() => !document.querySelector('.tag-dialog'));
  // Twice leads back once, not to what was before the list.
  await list.press('l');
  await list.press('l');
  await listStands(list);
  expect(await list.evaluate(() => document.querySelectorAll('.tag-dialog, [data-selected]').length)).toBe(0);
  await list.press('x');
  await list.waitFor(() => document.querySelectorAll('[data-selected]').length === 1);
  await list.close();
});

test('after a reload Back still leads to the list, and Forward to the article', async () => {
  const list = await openMarkedList();
  await list.click('main li[data-id] a');
  await stands(list, newest);
  await list.reload();
  await stands(list, newest);
  expect(await isSame(list)).toBe(false);
  await goBack(list);
  await list.waitFor(rowsAre, 3);
  await listStands(list);
  await list.evaluate(() => history.forward());
  await stands(list, newest);
  await goBack(list);
  await listStands(list);
  await list.close();
});

/** Runs in the page: what the article is made of, with one more of what articles can have, where each part stands and how it looks. */
function lookOfArticle(): string[] {
  const more = 'h2 h3 ul ol dl table figure blockquote pre hr details kbd code samp mark sub a button'.split(' ');
  document
    .querySelector('.page-body p')
    ?.after(...more.map((name) => Object.assign(document.createElement(name), { textContent: 'K' })));
  return [...document.querySelectorAll('.page, .page *')].map((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const { color, font, margin, border, padding } = getComputedStyle(element);
    return [element.tagName, left, top + scrollY, width, height, color, font, margin, border, padding].join(' ');
  });
}

test('two steps back lead to the part of the library that was open', async () => {
  const list = await openMarkedList();
  await list.clickNamed('Archive', 'link');
  await list.waitFor(() => document.querySelector('h1')?.textContent === 'Archive');
  await list.clickNamed('Reading list', 'link');
  await list.waitFor(rowsAre, 3);
  await list.click('main li[data-id] a');
  await stands(list, newest);
  await list.evaluate(() => history.go(-2));
  await list.waitFor(() => document.querySelector('h1')?.checkVisibility() && document.title === 'Archive');
  expect(await list.evaluate(() => document.querySelector('h1')?.textContent)).toBe('Archive');
  await list.close();
});

test('an article looks as in the reader tab, without anything of the list', async () => {
  const list = await openMarkedList();
  await list.click('main li[data-id] a');
  await stands(list, newest);
  await inWords(list);
  const here = await list.evaluate(lookOfArticle);
  await list.reload();
  await stands(list, newest);
  await inWords(list);
  expect(here.length).toBeGreaterThan(20);
  expect(here).toEqual(await list.evaluate(lookOfArticle));
  await list.close();
});

test('a long list keeps its scroll position, and so does the article', async () => {
  const list = await openMarkedList();
  await list.evaluate(copyArticles, 200, 'de');
  await list.reload();
  await list.waitFor(() => document.querySelectorAll('.row-title').length > 3);
  await list.waitFor(() => performance.getEntriesByName('reader-in-place').length > 0);
  // That so many articles have no backup is said above the rows, once storage has answered.
  await list.waitFor(() => document.querySelector('.list-notice') !== null);
  // The rest of the list comes after its first rows.
  await list.waitFor(() => {
    scrollTo(0, 5000);
    return scrollY === 5000;
  });
  const pressed = await list.waitFor(() => {
    const inSight = ({ top }: DOMRect) => top > 200 && top < 500;
    const row = [...document.querySelectorAll('.row[data-id]')].find((each) => inSight(each.getBoundingClientRect()));
    const [id, title] = [row?.getAttribute('data-id'), row?.querySelector<HTMLElement>('.row-title')];
    title?.focus({ preventScroll: true });
    title?.click();
    return title && id;
  });
  await list.waitFor(() => document.querySelector('.page-body p')?.checkVisibility());
  expect(await list.evaluate(() => scrollY)).toBe(0);
  await list.evaluate(() => scrollTo(0, 240));

  for (const step of ['once', 'again'] as const) {
    await goBack(list);
    await listStands(list);
    const top = await list.evaluate((id) => {
      const row = document.querySelector(`.row[data-id="${id}"]`);
      return { list: scrollY, row: row?.getBoundingClientRect().top ?? -1 };
    }, pressed);
    // What was begun is listed above the rows and may take another line: the row stays in sight, not the pixel.
    expect(Math.abs(top.list - 5000), step).toBeLessThan(100);
    expect(top.row, step).toBeGreaterThan(150);
    expect(top.row, step).toBeLessThan(550);
    // The place is written behind the list's back.
    await list.waitFor((id) => {
      const read = document.querySelector<HTMLElement>(`.row[data-id="${id}"] .row-progress`)?.style;
      return Number(read?.getPropertyValue('--r-progress')) > 0;
    }, pressed);
    await list.evaluate(() => history.forward());
    await list.waitFor(() => document.querySelector('.page-body p')?.checkVisibility() && Math.abs(scrollY - 240) < 60);
  }
  const noted = await list.evaluate(() => document.querySelectorAll('.notice').length);
  await list.press('e');
  await list.waitFor((before) => document.querySelectorAll('.notice').length > before, noted);
  await list.press('l');
  await listStands(list);
  await list.waitFor((id) => !document.querySelector(`.row[data-id="${id}"]`), pressed);
  await list.waitFor(() => document.activeElement?.matches('.row-title'));
  expect(Math.abs((await list.evaluate(() => scrollY)) - 5000)).toBeLessThan(200);
  await list.close();
});
