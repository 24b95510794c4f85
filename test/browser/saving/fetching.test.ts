import { expect, test } from 'vitest';
import type { Tab } from '../driver/browser-driver.ts';
import { importLinks, readOutcomes } from '../steps/import-links.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser();

const LINKS = [
  'http://press.example/en/news.html',
  'http://short.example/moved.html',
  'http://kanshu.example/gbk.html',
  'http://press.example/en/nothing-here.html',
  'http://members.example/members/page.html',
  'http://press.example/not-articles/search.html?q=lamps',
  'http://192.168.1.1/restart',
];
const isDone = (tab: Tab) =>
  tab.waitFor(
    async () =>
      !document.querySelector('#import .list-notice') && !(await chrome.storage.local.get('fetch.run'))['fetch.run'],
  );

/** Bytes of a text in the encoding of older Chinese pages, by the browser's own table. */
function toGbk(text: string): Buffer {
  const decoder = new TextDecoder('gbk');
  const bytes = new Map<string, number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1)
      bytes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  }
  return Buffer.from([...text].flatMap((letter) => bytes.get(letter) ?? [letter.charCodeAt(0)]));
}

test('access is asked for once; then each link becomes its article or is marked as gone, needing a sign-in, or no article', async () => {
  const paragraph =
    '<p>灯塔在雾里亮了一整夜，守灯的人没有合眼，直到天亮才把火熄灭，走下台阶，去看昨夜的船是否都已经平安回到港口。</p>';
  const gbk = `<meta charset=gbk><title>雾夜</title><article><h1>雾夜</h1>${paragraph.repeat(8)}</article>`;
  used.site.serve('/gbk.html', toGbk(gbk), { 'content-type': 'text/html' });
  used.site.serve('/members/welcome.html', '<p>Welcome back', { 'set-cookie': 'member=1; Path=/' });
  await used.browser.open('http://members.example/members/welcome.html');

  const settings = await importLinks(used.browser, LINKS);
  used.site.forget();
  await settings.clickNamed('Fetch the articles', 'button');
  const question = await used.browser.waitForTab('/src/permission/permission.html');
  await question.waitFor(() => document.querySelector('h1')?.textContent === 'All sites');
  expect(used.site.requests()).toEqual([]);
  await question.clickNamed('Allow', 'button');
  await question.answerPermission('allow');
  await settings.activate();
  // It has not begun yet when the question is answered, so that its end alone says nothing.
  await expect
    .poll(() => settings.evaluate(readOutcomes))
    .toEqual([
      'http://192.168.1.1/restart not-article',
      'http://kanshu.example/gbk.html kept',
      'http://members.example/members/page.html sign-in',
      'http://press.example/en/news.html kept',
      'http://press.example/en/nothing-here.html gone',
      'http://press.example/not-articles/search.html?q=lamps not-article',
      'http://short.example/en/news.html kept',
    ]);
  await isDone(settings);
  const asked = used.site.requests();
  expect(asked).toEqual([...new Set(asked)]);
  expect(asked.filter((url) => url.includes('192.168.'))).toEqual([]);
  await settings.close();
});

test('the list can be filtered by outcome, and a fetched article says so in its row and at its end', async () => {
  const list = await used.browser.openRecto('library');
  await list.waitFor(() => document.querySelector('.row[aria-setsize="7"]'));
  const texts = await list.evaluate(() =>
    [...document.querySelectorAll('.arrange select[aria-label="Text"] option')].map((option) => option.textContent),
  );
  expect(texts).toEqual(['Any text', 'Fetched by Recto', 'Gone', 'Needs sign-in', 'Not an article']);
  await list.press('/');
  await list.type('is:fetched 灯塔');
  await list.waitFor(() => document.querySelector('.found')?.textContent === '1 article');
  expect(await list.evaluate(() => document.querySelector('.row-facts')?.textContent)).toMatch(/fetched /);
  await list.clickNamed('雾夜', 'link');
  const reader = await used.browser.waitForTab('/src/reader/reader.html');
  await reader.waitFor(() => document.querySelector('.reader-end-note')?.textContent?.startsWith('Recto fetched this'));
  await reader.close();
});

test('saving the page from its tab replaces the fetched text and removes the mark', async () => {
  const page = await used.browser.open('http://press.example/en/news.html');
  await page.pressShortcut('save-page');
  // The browser asks the page before it takes the keys for its own, and means the tab that is in front by then.
  await expect.poll(async () => (await page.accessibilityTree()).map(({ role }) => role)).toContain('status');
  const list = await used.browser.openRecto('library');
  await expect.poll(() => list.evaluate(readOutcomes)).toContain('http://press.example/en/news.html article');
  expect(await list.evaluate(readOutcomes)).toHaveLength(7);
  await list.close();
  await page.close();
});
