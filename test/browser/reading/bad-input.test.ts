import { beforeAll, expect, test } from 'vitest';
import type { Tab } from '../driver/browser-driver.ts';
import {
  DAMAGED_SETTINGS,
  LONG_TITLE,
  longArticle,
  ODD_ARTICLES,
  prose,
  storeArticles,
} from '../steps/odd-articles.ts';
import { openOverlay, openSavedCopy } from '../steps/open-surfaces.ts';
import { useBrowser } from '../use-browser.ts';

/** The line at which an article was left stands below the bar. */
const BAR_PX = 48;

const used = useBrowser();
let list: Tab;

beforeAll(async () => {
  await (await openSavedCopy(used, await openOverlay(used, '/en/news.html'))).close();
  list = await used.browser.openRecto('library');
});

/** Stores an article and opens it; gives the tab once its text is laid out. */
async function open(html: string, title = 'Odd'): Promise<Tab> {
  await storeArticles(list, [{ id: 'odd-1', title, html }]);
  const tab = await used.browser.openRecto('reader#odd-1');
  await tab.waitFor(() => {
    const body = document.querySelector('.page-body');
    return body?.firstElementChild && body.getBoundingClientRect().height > 0;
  });
  return tab;
}

/** What stands in the reader, told so that nothing can be lost unnoticed. */
const read = (tab: Tab) =>
  tab.evaluate(() => {
    const body = document.querySelector('.page-body');
    const count = (selector: string) => body?.querySelectorAll(selector).length ?? 0;
    return {
      pictures: count('img, .missing'),
      headings: count('h2, h3, h4'),
      rows: count('tr'),
      text: (body?.textContent ?? '').length,
      contents: document.querySelectorAll('.contents button').length,
      high: (body?.scrollHeight ?? 0) > 2000,
      beside: document.documentElement.scrollWidth > innerWidth,
    };
  });

const textLength = (html: string): number => html.replace(/<[^>]*>/g, '').length;

/** What each article has to show; the captions of 5,000 frames and what stands in them come on top of its text. */
const EXPECTED: Record<string, object> = {
  '5,000 pictures': { pictures: 5000 },
  '2,000 headings': { headings: 2000, contents: 2000 },
  'a table of 10,000 rows': { rows: 10_001 },
  'no headings': { headings: 0, contents: 0 },
  'one paragraph of 1 MB': {},
  'right-to-left inside': { pictures: 0 },
};

test.each(Object.entries(ODD_ARTICLES))(
  '%s: all of it is there, laid out, and the reader obeys',
  async (what, make) => {
    const html = make();
    const tab = await open(html, what);
    await expect.poll(() => read(tab)).toMatchObject({ ...EXPECTED[what], high: true, beside: false });
    expect((await read(tab)).text).toBeGreaterThanOrEqual(textLength(html));
    await tab.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await tab.press('a');
    await tab.waitFor(() => document.querySelector('.type-panel'));
    await tab.close();
  },
);

test('the reading position in a very long article is kept', async () => {
  const tab = await open(longArticle(60_000), 'Long');
  const heading = await tab.evaluate(() => {
    const [found] = Array.from(document.querySelectorAll('.page-body h2')).slice(20);
    found?.scrollIntoView();
    return found?.textContent ?? '';
  });
  const stands = ([wanted, below]: [heading: string, below: number]): boolean => {
    const headings = Array.from(document.querySelectorAll('.page-body h2'));
    const top = headings.find(({ textContent }) => textContent === wanted)?.getBoundingClientRect().top;
    return top !== undefined && Math.abs(top - below) < 30;
  };
  await tab.waitFor(stands, [heading, 0]);
  await tab.close();
  await list.waitFor(async () => {
    const input = { id: 'odd-1' };
    const reply = await chrome.runtime.sendMessage({ protocol: 'recto/1', name: 'article.open', input });
    return reply.value?.metadata?.position?.block > 300;
  });
  const again = await used.browser.openRecto('reader#odd-1');
  await again.waitFor(stands, [heading, BAR_PX]);
  await again.close();
});

test('the contents of a very long article lead to its sections, and printing prints the whole article once', async () => {
  // Little more than what is laid out in parts: a browser takes its time to print.
  const tab = await open(longArticle(45_000), 'Long');
  await tab.clickNamed('Part 21', 'button');
  await tab.waitFor(() => {
    const heading = Array.from(document.querySelectorAll('.page-body h2')).find(
      ({ textContent }) => textContent === 'Part 21',
    );
    return Math.abs((heading?.getBoundingClientRect().top ?? 0) - 72) < 30;
  });
  const printed = await tab.printedText();
  for (const part of ['Part 1 ', 'Part 12 ', 'Part 23 ']) expect(printed.split(part).length, part).toBe(2);
  await tab.close();
});

test('right-to-left text in a left-to-right title and a title of 5,000 characters stay on their lines', async () => {
  const arabic = 'كان الحارس يقرأ ارتفاع المد كل صباح';
  const tab = await open(
    `<p>He wrote ${arabic} (1872).</p><blockquote dir="rtl"><p>${arabic}</p></blockquote><p>${prose(4000)}</p>`,
    LONG_TITLE,
  );
  expect((await read(tab)).beside).toBe(false);
  const title = await tab.evaluate(() => document.querySelector('.page-title')?.textContent?.length);
  expect(title).toBe(4999);
  const direction = await tab.evaluate(
    () => getComputedStyle(document.querySelector('blockquote p') ?? document.body).direction,
  );
  expect(direction).toBe('rtl');
  await tab.close();
});

test('a damaged setting gets its default, and the other settings keep their values', async () => {
  await list.evaluate(
    (damaged) =>
      chrome.storage.local.set({
        'settings.theme': 'sepia',
        ...damaged,
        'settings.width': 120,
      }),
    DAMAGED_SETTINGS,
  );
  const tab = await open(`<p>${prose(4000)}</p>`);
  const page = await tab.evaluate(() => {
    const { theme } = document.documentElement.dataset;
    const style = document.querySelector<HTMLElement>('.page');
    const value = (name: string) => style?.style.getPropertyValue(name);
    return [theme, style?.dataset['typeface'], value('--r-size'), value('--r-leading'), value('--r-width')];
  });
  expect(page).toEqual(['sepia', 'serif', '1', '1', '1.2']);
  await tab.close();
});
