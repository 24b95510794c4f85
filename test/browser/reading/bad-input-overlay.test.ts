import { expect, test } from 'vitest';
import type { Tab } from '../driver/browser-driver.ts';
import { LONG_TITLE, ODD_ARTICLES, oddPage, prose, withLazyPictures } from '../steps/odd-articles.ts';
import { openOverlay } from '../steps/open-surfaces.ts';
import { overlayIsGone, readOverlay } from '../steps/read-overlay.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser();

async function open(name: string, html: string, title = name): Promise<Tab> {
  used.site.serve('/odd.html', oddPage(title, html));
  return openOverlay(used, '/odd.html');
}

/** What stands in the overlay's open root, told so that nothing can be lost unnoticed. */
const read = (tab: Tab) =>
  tab.evaluate(() => {
    const hosts = Array.from(document.documentElement.children);
    const root = hosts.find(({ shadowRoot }) => shadowRoot)?.shadowRoot;
    const body = root?.querySelector('.page-body');
    const count = (selector: string) => body?.querySelectorAll(selector).length ?? 0;
    const scroller = root?.querySelector('dialog');
    return {
      title: root?.querySelector('.page-title')?.textContent?.length ?? 0,
      pictures: count('img, .missing'),
      headings: count('h2, h3, h4'),
      rows: count('tr'),
      text: body?.textContent?.length ?? 0,
      high: (scroller?.scrollHeight ?? 0) > 2 * innerHeight,
      beside: (scroller?.scrollWidth ?? 0) > innerWidth,
    };
  });

const textLength = (html: string): number => html.replace(/<[^>]*>/g, '').length;

const EXPECTED: Record<string, object> = {
  '5,000 pictures': { pictures: 5000 },
  '2,000 headings': { headings: 2000 },
  'a table of 10,000 rows': { rows: 10_001 },
  'no headings': { headings: 0 },
  'one paragraph of 1 MB': {},
  'right-to-left inside': { pictures: 0 },
};

/** Parts take their true height when they come near, so that the end moves: a person presses the key again. */
const atEnd = async (tab: Tab): Promise<boolean> => {
  await tab.press('End');
  return tab.evaluate(() => {
    const hosts = Array.from(document.documentElement.children);
    const scroller = hosts.find(({ shadowRoot }) => shadowRoot)?.shadowRoot?.querySelector('dialog');
    const bottom = scroller ? scroller.scrollTop + scroller.clientHeight : 0;
    return bottom > innerHeight && bottom >= (scroller?.scrollHeight ?? 0) - 2;
  });
};

test.each(Object.keys(EXPECTED))('%s: the overlay has all of it, scrolls to its end and closes', async (name) => {
  const html = withLazyPictures(ODD_ARTICLES[name]?.() ?? '');
  const tab = await open(name, html);
  await expect.poll(() => read(tab)).toMatchObject({ ...EXPECTED[name], high: true, beside: false });
  expect((await read(tab)).text).toBeGreaterThanOrEqual(textLength(html));
  await expect.poll(() => atEnd(tab)).toBe(true);
  await tab.press('Escape');
  await tab.waitFor(overlayIsGone);
  await tab.close();
});

test('a page with too many elements to lay out says so, and shows its text on demand', async () => {
  const text = prose(11_000);
  const html = `<p>${text.replace(/\S+/g, '<i>$&</i><b></b><u></u>')}</p>`;
  used.site.serve('/odd.html', oddPage('Elements', html));
  const tab = await used.browser.open(used.site.url('/odd.html'));
  await tab.pressShortcut('toggle-reader');
  await tab.clickNamed('Show anyway', 'button');
  await tab.waitFor(readOverlay);
  expect((await read(tab)).text).toBeGreaterThanOrEqual(text.length);
  await tab.close();
});

test('a title of 5,000 characters with right-to-left text in it stays within the overlay', async () => {
  const arabic = 'كان الحارس يقرأ ارتفاع المد كل صباح';
  const tab = await open(
    'odd',
    `<p>He wrote ${arabic} (1872).</p><blockquote dir="rtl"><p>${arabic}</p></blockquote>`,
    LONG_TITLE,
  );
  expect(await read(tab)).toMatchObject({ title: 4999, beside: false });
  const directions = await tab.evaluate(() => {
    const [root] = Array.from(document.documentElement.children).flatMap(({ shadowRoot }) => shadowRoot ?? []);
    const directionOf = (selector: string) => {
      const found = root?.querySelector(selector);
      return found && getComputedStyle(found).direction;
    };
    return [directionOf('.page-body p'), directionOf('blockquote p')];
  });
  expect(directions).toEqual(['ltr', 'rtl']);
  await tab.close();
});

test.each([
  ['quotes', '<blockquote>', '</blockquote>'],
  ['lists', '<ul><li>', '</li></ul>'],
])('text in fifty nested %s stays readable', async (_what, opens, closes) => {
  const deep = `${opens.repeat(50)}<p class="deep">The deepest of them: ${prose(60)}</p>${closes.repeat(50)}`;
  const tab = await open('deep', `<p>${prose(100)}</p>${deep}<p>${prose(100, 500)}</p>`);
  const widths = await tab.evaluate(() => {
    const [root] = Array.from(document.documentElement.children).flatMap(({ shadowRoot }) => shadowRoot ?? []);
    const all = Array.from(root?.querySelectorAll('.page-body p') ?? []);
    const deepest = all.find(({ textContent }) => textContent?.startsWith('The deepest'))?.getBoundingClientRect();
    const column = root?.querySelector('.page-body')?.getBoundingClientRect();
    return {
      outside: (deepest?.right ?? 9999) - (column?.right ?? 0),
      share: (deepest?.width ?? 0) / (column?.width ?? 1),
    };
  });
  expect(widths.outside).toBeLessThan(1);
  expect(widths.share).toBeGreaterThan(0.6);
  await tab.close();
});
