import { afterEach, beforeAll, expect, test } from 'vitest';
import type { Tab } from '../driver/browser-driver.ts';
import { browserUnderTest } from '../driver/launch-browser.ts';
import { zoomAllTabs } from '../steps/narrow.ts';
import { openOverlay } from '../steps/open-surfaces.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser();

let list: Tab;
beforeAll(async () => {
  list = await used.browser.openRecto('library');
});
// Browsers keep it by address, and the files after this one use the same.
afterEach(() => zoomAllTabs(list, 1));

/** Opens an article with this title and paragraph, so often that it is one. */
async function openArticle(path: string, lang: string, title: string, paragraph: string): Promise<Tab> {
  used.site.serve(
    path,
    `<!doctype html><html lang="${lang}"><title>${title}</title><meta property="og:type" content="article">
      <article><h1>${title}</h1>${`<p>${paragraph}</p>`.repeat(6)}</article></html>`,
  );
  const tab = await openOverlay(used, path);
  await tab.waitFor(() =>
    document.documentElement.lastElementChild?.shadowRoot?.querySelector('.page-minutes:not([data-pending])'),
  );
  return tab;
}

/** Runs in the page: the lines of the first element that matches, after it was given this width in px, if any. */
function linesOf(selector: string, width: number | null): string[] {
  const element = document.documentElement.lastElementChild?.shadowRoot?.querySelector<HTMLElement>(selector);
  if (!element) throw new Error(`no ${selector}`);
  element.style.inlineSize = width === null ? '' : `${width}px`;
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const lines: string[] = [];
  let below = Number.NEGATIVE_INFINITY;
  for (let node = texts.nextNode(); node; node = texts.nextNode())
    for (const [at, character] of Array.from(node.nodeValue ?? '').entries()) {
      const range = new Range();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const { top, height } = range.getBoundingClientRect();
      if (top + height / 2 > below) lines.push('');
      if (height > 0) below = top + height;
      lines.push((lines.pop() ?? '') + character);
    }
  return lines;
}

const TIDES = '港口的潮汐可以提前算出来，那是1986年的事情，后来的事大家都知道了。';

test('a Chinese title breaks before and after words in quotation marks, and inside none of its words', async () => {
  const title = '用 TypeScript 重写 React Native 应用：我们从“能跑”到“好用”的十八个月';
  const tab = await openArticle('/zh/quoted.html', 'zh-CN', title, TIDES.repeat(3));
  for (const width of [440, 480, 520, 560, 600, 640, 680, 720]) {
    const lines = await tab.evaluate(linesOf, '.page-title', width);
    for (const word of ['重写', '应用：', '我们', '“能跑”', '“好用”', '十八'])
      expect([width, lines, word, lines.some((line) => line.includes(word))]).toEqual([width, lines, word, true]);
  }
});

test('where a line holds fewer characters than a quoted word has, none begins with its last mark, and none is stretched', async () => {
  await list.evaluate(() => chrome.storage.local.set({ 'settings.textSize': 300 }));
  const title = '图书馆的“守夜人”与“点灯的人”';
  const tab = await openArticle('/zh/large.html', 'zh-CN', title, TIDES.repeat(3));
  await zoomAllTabs(list, 4);
  await tab.waitFor(() => innerWidth <= 330);
  const lines = await tab.evaluate(linesOf, '.page-title', null);
  expect(lines.length).toBeGreaterThan(3);
  expect(lines.filter((line) => /^[”’」，。]/.test(line))).toEqual([]);
  const align = await tab.evaluate(() => {
    const page = document.documentElement.lastElementChild?.shadowRoot?.querySelector('.page-body');
    return page && getComputedStyle(page).textAlign;
  });
  expect(align).toBe('start');
  await list.evaluate(() => chrome.storage.local.remove('settings.textSize'));
});

test('a long address begins on the line of the words before it, which would be stretched else, and is copied as it is', async () => {
  const address = 'https://tides.example.org/harbours/of/the/north/sea/heights.html?year=1986';
  const tab = await openArticle('/zh/address.html', 'zh-CN', '潮汐的表', `详情见 ${address} 。${TIDES.repeat(3)}`);
  const lines = await tab.evaluate(linesOf, '.page-body p', 400);
  // Twice as long as its line at this width.
  expect(lines[0]).toMatch(/^详情见 https:\/\/tides\.example\.org\//);
  const copied = await tab.evaluate(() => {
    const paragraph = document.documentElement.lastElementChild?.shadowRoot?.querySelector('.page-body p');
    if (!paragraph) return null;
    getSelection()?.setBaseAndExtent(paragraph, 0, paragraph, paragraph.childNodes.length);
    return String(getSelection());
  });
  expect(copied).toContain(` ${address} `);
});

/** Runs in the overlay: how many lines of text the title is high. */
function linesHigh(): number {
  const title = document.documentElement.lastElementChild?.shadowRoot?.querySelector('.page-title');
  return title ? Math.round(title.clientHeight / Number.parseFloat(getComputedStyle(title).lineHeight)) : 0;
}

test('a line of a Chinese title ends at the space between two clauses, where each has a line', async () => {
  const text = '港口的潮汐可以提前算出来，后来的事大家都知道了。'.repeat(4);
  const tab = await openArticle('/zh/clauses.html', 'zh-CN', '多地项目连环爆雷 狂奔的龙湖集团曝露暗伤', text);
  await tab.waitFor(() => document.documentElement.lastElementChild?.shadowRoot?.querySelector('.page-title:has(wbr)'));
  const clauses = ['多地项目连环爆雷', '狂奔的龙湖集团曝露暗伤'];
  for (const width of [500, 560, 620]) {
    // Firefox gives the space at the end of a line a place of its own.
    const lines = (await tab.evaluate(linesOf, '.page-title', width)).map((line) => line.trim()).filter(Boolean);
    expect(lines).toEqual(clauses);
    expect(await tab.evaluate(linesHigh)).toBe(2);
  }
  await tab.close();
});

/** Debian's Chromium has no patterns to divide words by. */
test.skipIf(browserUnderTest() === 'chromium')(
  'a German compound that is longer than a line is divided in the title and in headings, and other words are not',
  async () => {
    const text = 'Die Gezeiten eines Hafens lassen sich im Voraus berechnen, sagte der Wärter der Maschine. '.repeat(4);
    const title = 'Hafenwasserstandsvorhersagerechenmaschinenbetriebsanleitung und Zeitungsberichterstattung';
    const heading = '</p><h2>Hafenwasserstandsvorhersagerechenmaschinenbetriebsanleitungen</h2><p>';
    const tab = await openArticle('/de/compound.html', 'de', title, `${text}${heading}${text}`);
    const syllables = 'Ha fen was ser stands vor her sa ge re chen ma schi nen be triebs an lei tun gen'.split(' ');
    const beginnings = syllables.map((_, at) => syllables.slice(0, at + 1).join(''));
    for (const width of [300, 330, 360, 390, 420])
      for (const selector of ['.page-title', '.page-body h2']) {
        const [first = ''] = await tab.evaluate(linesOf, selector, width);
        expect([width, selector, first, beginnings.includes(first)]).toEqual([width, selector, first, true]);
      }
    // Room for the first word of the two, and for a part of the other, which is shorter than a line.
    const lines = await tab.evaluate(linesOf, '.page-title', 620);
    expect(lines.some((line) => line.includes('Zeitungsberichterstattung'))).toBe(true);
  },
);

test('in a narrow window headings stay whole where the words of the text are divided by choice', async () => {
  await list.evaluate(() => chrome.storage.local.set({ 'settings.hyphens': true }));
  const text = 'The tide at a place is the sum of a few dozen waves, each with a period of its own. '.repeat(4);
  const tab = await openArticle('/en/narrow.html', 'en', 'Tides', `${text}</p><h2>The machines</h2><p>${text}`);
  await zoomAllTabs(list, 4);
  await tab.waitFor(() => innerWidth <= 330);
  const set = await tab.evaluate(() => {
    const root = document.documentElement.lastElementChild?.shadowRoot;
    return ['.page-body p', '.page-body h2', '.page-title'].map((selector) => {
      const element = root?.querySelector(selector);
      return element && getComputedStyle(element).hyphens;
    });
  });
  expect(set).toEqual(['auto', 'manual', 'manual']);
  await list.evaluate(() => chrome.storage.local.remove('settings.hyphens'));
});

test('Korean has no space drawn between a number and the word that belongs to it, and no switch for it, and its dots stand above', async () => {
  const text = '기계는 1881년부터 하루도 쉬지 않고 <em>바다의 높이</em>를 계산했다. '.repeat(4);
  const tab = await openArticle('/ko/years.html', 'ko', '기계를 지키는 사람', text);
  const set = await tab.evaluate(() => {
    const body = document.documentElement.lastElementChild?.shadowRoot?.querySelector('.page-body');
    const em = body?.querySelector('em');
    if (!body || !em) return null;
    return [
      getComputedStyle(body).getPropertyValue('text-autospace'),
      // In Firefox it is `auto` at first, which in Korean is above.
      getComputedStyle(em).textEmphasisPosition.includes('under'),
    ];
  });
  expect(set).toEqual(['no-autospace', false]);
  await tab.press('a');
  await tab.clickNamed('More settings', 'button');
  await tab.askNamed('Hide pictures', 'checkbox', () => true);
  expect((await tab.accessibilityTree()).map(({ name }) => name)).not.toContain('Space between Han and Latin');
});
