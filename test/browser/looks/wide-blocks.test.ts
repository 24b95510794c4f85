import { writeFile } from 'node:fs/promises';
import type { CDPSession } from 'puppeteer-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Tab } from '../driver/browser-driver.ts';
import { ChromiumTab } from '../driver/chromium-tab.ts';
import { openOverlay } from '../steps/open-surfaces.ts';
import { useBrowser } from '../use-browser.ts';
import { readGreens } from './read-greens.ts';

const used = useBrowser({ colorScheme: 'light' });

const COLUMNS = Array.from({ length: 20 }, (_, at) => at);
const FORMULA = `<math display="block"><mtext>${'a'.repeat(300)}</mtext></math>`;
const CODE = `<pre><code># ${'A line of code that goes on and on. '.repeat(20)}</code></pre>`;

/** An article with a table, code and a formula that are wider than the text, and a table that is not. */
function pageIn(lang: string, dir: string, { title, text, row }: { title: string; text: string; row: string }): string {
  const cells = COLUMNS.map((at) => `<td>${at}.00</td>`).join('');
  const rows = [1, 2, 3].map((at) => `<tr><td>${row} ${at}</td>${cells}</tr>`).join('');
  const paragraph = `<p>${text.repeat(6)}</p>`;
  return `<!doctype html><html lang="${lang}" dir="${dir}"><title>${title}</title><meta property="og:type" content="article">
    <article><h1>${title}</h1>${paragraph.repeat(4)}
    <table><caption>${title}</caption><tbody>${rows}</tbody></table>${paragraph.repeat(2)}
    <table><caption>${title}</caption><tbody><tr><td>${row}</td><td>1</td></tr></tbody></table>${paragraph.repeat(2)}
    ${FORMULA}${paragraph}${CODE}${paragraph.repeat(3)}</article></html>`;
}

const PAGES = {
  ltr: pageIn('en', 'ltr', {
    title: 'Heights of the tide',
    text: 'The tide at a harbour can be told years ahead, by brass. ',
    row: 'Leith',
  }),
  rtl: pageIn('ar', 'rtl', {
    title: 'ارتفاعات المد',
    text: 'يمكن التنبؤ بالمد في المرفأ قبل سنوات، وكان ذلك يتم بالنحاس. ',
    row: 'المرفأ',
  }),
  zh: pageIn('zh-CN', 'ltr', {
    title: '各街道的潮汐',
    text: '港口的潮汐可以提前好几年算出来，很长一段时间里靠的是一架黄铜机器。',
    row: '街道',
  }),
};

/** Runs in the overlay: scrolls a table to one of its ends; gives where a blank row of its box is, in px of the window. */
function placeTable(which: number, side: 'left' | 'right') {
  const body = document.documentElement.lastElementChild?.shadowRoot?.querySelector('.page-body');
  const box = body?.querySelectorAll('.scroll')[which];
  box?.scrollIntoView({ block: 'center', behavior: 'instant' });
  box?.scrollTo({ left: side === 'left' ? -1e6 : 1e6, behavior: 'instant' });
  const [bounds, caption] = [box, box?.querySelector('caption')].map((found) => found?.getBoundingClientRect());
  if (!bounds || !caption) return null;
  return { left: Math.ceil(bounds.left), right: Math.floor(bounds.right), y: Math.round(caption.bottom - 3) };
}

/** How light the first pixels inside the box are at its left and right edge, and outside it: 0 to 255. */
async function edgesOf(tab: Tab, which: number, side: 'left' | 'right') {
  const place = await tab.waitFor(placeTable, which, side);
  const library = await used.browser.waitForTab('/src/library/');
  const [left = 0, right = 0, paper = 0] = await readGreens(
    tab,
    library,
    [place.left + 1, place.right - 2, place.left - 12].map((x) => ({ x, y: place.y })),
  );
  const isShaded = (light: number) => paper - light > 8;
  return { left: isShaded(left), right: isShaded(right) };
}

describe.each(['ltr', 'rtl'] as const)('blocks wider than the text: %s', (dir) => {
  let tab: Tab;
  beforeAll(async () => {
    await used.browser.openRecto('library');
    used.site.serve(`/${dir}.html`, PAGES[dir]);
    tab = await openOverlay(used, `/${dir}.html`);
  });

  test('a table has a shade only at an edge beyond which it continues', async () => {
    await expect.poll(() => edgesOf(tab, 0, 'left')).toEqual({ left: false, right: true });
    await expect.poll(() => edgesOf(tab, 0, 'right')).toEqual({ left: true, right: false });
    await expect.poll(() => edgesOf(tab, 1, 'left')).toEqual({ left: false, right: false });
  });

  test.each([1, 0.6])(
    'the caption of a scrolling table is visible as a whole before it is scrolled: column of %d',
    async (width) => {
      const { caption, box } = await tab.waitFor((share) => {
        const body = document.documentElement.lastElementChild?.shadowRoot?.querySelector('.page-body');
        const table = body?.querySelector('.scroll');
        const words = table?.querySelector('caption');
        const page = body?.closest<HTMLElement>('.page');
        if (!table || !words || !page) return null;
        page.style.setProperty('--r-width', `${share}`);
        table.scrollTo({ left: 0, behavior: 'instant' });
        const [first = ''] = [words.textContent];
        words.textContent = `${first} `.repeat(12);
        const [caption, box] = [words, table].map((element) => element.getBoundingClientRect().toJSON());
        words.textContent = first;
        page.style.removeProperty('--r-width');
        return { caption, box };
      }, width);
      expect(caption.left).toBeGreaterThanOrEqual(box.left - 1);
      expect(caption.right).toBeLessThanOrEqual(box.right + 1);
      expect(caption.height).toBeGreaterThan(40);
    },
  );

  test('a table ends with the words of its last column', async () => {
    const [words, table] = await tab.evaluate(() => {
      const body = document.documentElement.lastElementChild?.shadowRoot?.querySelector('.page-body');
      const range = new Range();
      range.selectNodeContents(body?.querySelector('table td:last-child') ?? document);
      return [range, body?.querySelector('table')].map((found) => found?.getBoundingClientRect().toJSON());
    });
    expect(Math.min(words.left - table.left, table.right - words.right)).toBeCloseTo(0, 0);
  });

  test('a formula can be scrolled to both its ends', async () => {
    const ends = await tab.evaluate(() => {
      const body = document.documentElement.lastElementChild?.shadowRoot?.querySelector('.page-body');
      const box = body?.querySelector('.formula');
      const sides = (left: number) => {
        box?.scrollTo({ left, behavior: 'instant' });
        const [outer, inner] = [box, box?.querySelector('mtext')].map((found) => found?.getBoundingClientRect());
        return { left: (inner?.left ?? 0) - (outer?.left ?? 0), right: (outer?.right ?? 0) - (inner?.right ?? 0) };
      };
      return { start: sides(-1e6).left, end: sides(1e6).right, room: box?.clientWidth };
    });
    expect(ends.room).toBeGreaterThan(0);
    expect(ends.start).toBeGreaterThanOrEqual(-1);
    expect(ends.end).toBeGreaterThanOrEqual(-1);
  });

  test('the copy button stands at the end of the lines of code, not at their beginning', async () => {
    const [button, code] = await tab.evaluate(() => {
      const body = document.documentElement.lastElementChild?.shadowRoot?.querySelector('.page-body');
      return ['.copy-code', '.code'].map((selector) => body?.querySelector(selector)?.getBoundingClientRect().toJSON());
    });
    expect(button?.left).toBeGreaterThan((code?.left + code?.right) / 2);
  });
});

/** Writes what a tab shows with each pixel of the screen it stands for, into a file. */
async function writeScreen(session: CDPSession, file: string): Promise<void> {
  const { data } = await session.send('Page.captureScreenshot', { format: 'png' });
  await writeFile(file, data, 'base64');
}

/** As many screens are set: the edges of boxes then lie between pixels. In Firefox no tab can be set so by itself. */
const SCALE = 1.25;

test('nothing is drawn round a table that does not scroll, where the screen has more pixels than the page', async ({
  skip,
}) => {
  await used.browser.openRecto('library');
  used.site.serve('/ltr.html', PAGES.ltr);
  const tab = await openOverlay(used, '/ltr.html');
  skip(!(tab instanceof ChromiumTab));
  const session = await (tab as ChromiumTab).session();
  const screen = { width: 721, height: 800, deviceScaleFactor: SCALE, mobile: false };
  await session.send('Emulation.setDeviceMetricsOverride', screen);
  const lines = async () => {
    const { left, right, y } = await tab.waitFor(placeTable, 1, 'left');
    const points = [left, right].flatMap((edge) =>
      [-2, -1, 0, 1, 2].map((by) => ({ x: Math.round(edge * SCALE) + by, y: Math.round(y * SCALE) })),
    );
    const view = { screenshot: (file: string) => writeScreen(session, file) };
    const greens = await readGreens(view, await used.browser.waitForTab('/src/library/'), points);
    return Math.max(...greens) - Math.min(...greens);
  };
  await expect.poll(lines).toBeLessThan(3);
});

test('a column of Chinese is never one character wide', async () => {
  used.site.serve('/zh.html', PAGES.zh);
  const tab = await openOverlay(used, '/zh.html');
  const lines = await tab.evaluate(() => {
    const body = document.documentElement.lastElementChild?.shadowRoot?.querySelector('.page-body');
    const range = new Range();
    range.selectNodeContents(body?.querySelector('td') ?? document);
    return new Set(Array.from(range.getClientRects(), ({ top }) => top)).size;
  });
  expect(lines).toBe(1);
});

test('a column of sentences keeps a few words to a line before its table scrolls; one of numbers stays narrow', async () => {
  const sentence = 'The height that the machine gave for the spring tide at the outer mole';
  const cells = `<td>1.25</td>${`<td class="words">${sentence}</td>`.repeat(7)}`;
  const table = `<table><tbody>${`<tr>${cells}</tr>`.repeat(3)}</tbody></table>`;
  used.site.serve('/words.html', PAGES.ltr.replace(/<table>.*?<\/table>/s, table));
  const tab = await openOverlay(used, '/words.html');
  const { widths, scrolls } = await tab.evaluate(() => {
    const body = document.documentElement.lastElementChild?.shadowRoot?.querySelector('.page-body');
    const row = body?.querySelector('tr')?.cells ?? [];
    const box = body?.querySelector('.scroll');
    return {
      widths: Array.from(row, (cell) => cell.getBoundingClientRect().width),
      scrolls: (box?.scrollWidth ?? 0) > (box?.clientWidth ?? 0),
    };
  });
  expect(scrolls).toBe(true);
  expect(widths).toHaveLength(8);
  expect(widths[0]).toBeLessThan(80);
  expect(Math.min(...widths.slice(1))).toBeGreaterThan(150);
});

test('over a page in quirks mode the text of a table is as light as the text around it', async () => {
  const list = await used.browser.waitForTab('/src/library/');
  await list.evaluate(() => chrome.storage.local.set({ 'settings.theme': 'dark' }));
  used.site.serve('/quirks.html', PAGES.ltr.replace('<!doctype html>', ''));
  const tab = await openOverlay(used, '/quirks.html');
  const colours = await tab.waitFor(() => {
    const body = document.documentElement.lastElementChild?.shadowRoot?.querySelector('.page-body');
    const [text, cell] = ['p', 'td'].map((selector) => body?.querySelector(selector));
    return text && cell && document.compatMode === 'BackCompat'
      ? [text, cell].map((element) => getComputedStyle(element).color)
      : null;
  });
  await list.evaluate(() => chrome.storage.local.remove('settings.theme'));
  expect(colours[1]).toBe(colours[0]);
});
