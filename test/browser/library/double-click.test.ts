import { beforeAll, expect, test } from 'vitest';
import { saveByPopup } from '../steps/save-by-popup.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser();
const PAGES = ['/zh-Hans/news.html', '/de/news.html', '/en/news.html'];
const TAGS = ['Harbour', 'Lake', 'Sea'];
const SITES = ['a.example', 'b.example', 'c.example'];

/** Runs in a page of Recto: gives the newest article these tags. */
async function tagNewest(tags: string[]): Promise<void> {
  const ask = async (name: string, input: object) =>
    (await chrome.runtime.sendMessage({ protocol: 'recto/1', name, input })).value;
  const { items } = await ask('library.list', { place: 'list', limit: 1 });
  await ask('article.tag', { ids: [items[0].id], add: tags });
}

beforeAll(async () => {
  for (const path of PAGES) await saveByPopup(used, path);
});

test.each([
  { what: 'Archive in the list', link: 'Reading list', button: /^Archive: /, row: 'main .row-title' },
  { what: 'Delete in the list', link: 'Reading list', button: /^Delete: /, row: 'main .row-title' },
  { what: 'Delete among the tags', link: 'Tags', button: /^Delete: /, row: '.tag-list [data-row]' },
])('a double click on $what takes one row', async ({ link, button, row }) => {
  const list = await used.browser.openRecto('library');
  await list.evaluate(tagNewest, TAGS);
  await list.clickNamed(link, 'link');
  const rows = (count: number) =>
    list.waitFor((each, many) => document.querySelectorAll(each).length === many, row, count);
  await rows(3);
  await list.clickNamed(button, 'button');
  await rows(2);
  await list.clickAgain();
  // Undo is of what was taken last: had the second row gone, it would come back and the first would still be missing.
  await list.clickNamed('Undo', 'button');
  await rows(3);
  await list.close();
});

test('a double click on Forget forgets one site', async () => {
  const list = await used.browser.openRecto('library#settings');
  await list.evaluate(
    (sites) => chrome.storage.local.set(Object.fromEntries(sites.map((site) => [`site.${site}/alwaysOpen`, true]))),
    SITES,
  );
  const sites = () =>
    list.evaluate(() => Array.from(document.querySelectorAll('.sites bdi'), ({ textContent }) => textContent));
  await expect.poll(sites).toEqual(SITES);
  // At the foot of the window the shorter list would stand lower, and no button under the pointer.
  await list.evaluate(() => document.querySelector('.sites')?.scrollIntoView({ block: 'center' }));
  await list.clickNamed('Forget a.example', 'button');
  await expect.poll(sites).toEqual(['b.example', 'c.example']);
  await list.clickAgain();
  // What goes after it would find it gone, had the second click forgotten it.
  await list.clickNamed('Forget c.example', 'button');
  await expect.poll(sites).toEqual(['b.example']);
  await list.close();
});
