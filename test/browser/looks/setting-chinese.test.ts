import { expect, test } from 'vitest';
import type { Tab } from '../driver/browser-driver.ts';
import { isZoomedTo, zoomAllTabs } from '../steps/narrow.ts';
import { readOverlay } from '../steps/read-overlay.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser({ locale: 'zh-CN' });

/** Runs in the page: how each kind of block is set, by the beginning of its text. */
function howBlocksAreSet() {
  const roots = [document, ...Array.from(document.documentElement.children, (child) => child.shadowRoot)];
  const page = roots
    .map((root) => root?.querySelector<HTMLElement>('.page'))
    .find((found) => found?.querySelector('p'));
  if (!page) return null;
  const px = (element: Element | null) =>
    element &&
    Number.parseFloat(getComputedStyle(element).textIndent) / Number.parseFloat(getComputedStyle(page).fontSize);
  const running = Array.from(page.querySelectorAll('.page-body p'), (found) => found).filter(
    (found) => !found.closest('li, blockquote, figure, .picture') && found.textContent.trim() !== '',
  );
  const marks = Array.from(page.querySelectorAll('em'), (em) => {
    const { fontStyle, textEmphasisStyle, textEmphasisPosition } = getComputedStyle(em);
    return { fontStyle, dotted: textEmphasisStyle !== 'none', below: textEmphasisPosition.includes('under') };
  });
  return {
    running: running.map(px),
    others: ['h2', 'li p', 'blockquote p', 'figcaption', '.picture', 'h1'].map((name) => px(page.querySelector(name))),
    marks,
    lineBreak: getComputedStyle(page).lineBreak,
    spacing: getComputedStyle(page).getPropertyValue('text-autospace'),
    lang: page.lang,
    text: page.textContent,
  };
}

const settle = (tab: Tab, wanted: unknown) =>
  expect.poll(() => tab.evaluate(howBlocksAreSet)).toMatchObject(wanted as object);

test('首行缩进 indents only running text, by two characters; short emphasis has dots below, and long emphasis is plain', async () => {
  const tab = await used.browser.open(used.site.url('/zh-Hans/typography.html'));
  await tab.pressShortcut('toggle-reader');
  await tab.waitFor(readOverlay);
  const before = await tab.evaluate(howBlocksAreSet);
  expect(before?.running).toEqual([0, 0, 0, 0]);
  expect(before?.lineBreak).toBe('strict');
  expect(before?.marks).toEqual([
    { fontStyle: 'normal', dotted: true, below: true },
    { fontStyle: 'normal', dotted: false, below: expect.any(Boolean) },
  ]);
  await tab.press('a');
  await tab.clickNamed('更多设置', 'button');
  await tab.clickNamed('首行缩进', 'radio');
  await settle(tab, { running: [2, 2, 2, 2], others: [0, 0, 0, 0, 0, 0] });
});

test('中英文间距 adds space when it is drawn and does not change the text', async () => {
  const tab = await used.browser.waitForTab('/zh-Hans/typography.html');
  const before = await tab.evaluate(howBlocksAreSet);
  expect(before?.spacing).toBe('normal');
  await tab.clickNamed('中英文间距', 'checkbox');
  await settle(tab, { spacing: 'no-autospace', text: before?.text });
});

test('繁体 converts by phrases what is shown, leaves the saved text as it is, and can be turned off', async () => {
  const tab = await used.browser.waitForTab('/zh-Hans/typography.html');
  const written = (await tab.evaluate(howBlocksAreSet))?.text ?? '';
  await tab.clickNamed('繁体', 'radio');
  await settle(tab, { lang: 'zh-Hant' });
  const shown = (await tab.evaluate(howBlocksAreSet))?.text ?? '';
  for (const words of [
    '理髮店的最後一天',
    '他剪頭髮比說話快',
    '發出的聲音像下雨',
    '他後來又說，皇后街',
    '往後可以慢慢地走',
  ])
    expect(shown).toContain(words);
  await tab.press('Escape');
  await tab.press('s');

  const list = await used.browser.openRecto('library');
  await list.clickNamed('理发店的最后一天', 'link');
  const reader = await used.browser.waitForTab('/src/reader/reader.html');
  await settle(reader, { lang: 'zh-Hant', running: [2, 2, 2, 2], spacing: 'no-autospace' });
  await reader.evaluate(() => chrome.storage.local.set({ 'settings.hanScript': 'as-written' }));
  await settle(reader, {
    lang: expect.stringMatching(/^zh(-CN|-Hans)?$/),
    text: expect.stringContaining('理发店的最后一天'),
  });
  await settle(tab, { text: written });
});

test("中英文间距 applies to the article alone, and not to Recto's own text at its end", async () => {
  const reader = await used.browser.waitForTab('/src/reader/reader.html');
  await reader.evaluate(() => chrome.storage.local.set({ 'settings.hanSpacing': true }));
  await settle(reader, { spacing: 'normal' });
  const ofEnd = await reader.waitFor(() => {
    const end = document.querySelector('.page .reader-end');
    return end && getComputedStyle(end).getPropertyValue('text-autospace');
  });
  await reader.evaluate(() => chrome.storage.local.set({ 'settings.hanSpacing': false }));
  await settle(reader, { spacing: 'no-autospace' });
  expect(ofEnd).toBe('no-autospace');
});

/** Runs in a surface: selects so many characters at the beginning of the text. */
function selectStart(length: number): string {
  const roots = [document, ...Array.from(document.documentElement.children, (child) => child.shadowRoot)];
  const text = roots.map((root) => root?.querySelector('.page-body p')).find((found) => found)?.firstChild;
  if (!(text instanceof Text)) throw new Error('no text');
  getSelection()?.setBaseAndExtent(text, 0, text, length);
  return text.data.slice(0, length);
}

const readPainted = (): string[] =>
  [...CSS.highlights].flatMap(([name, ranges]) => (name.startsWith('recto-') ? [...ranges].map(String) : []));

test('a passage highlighted in 繁体 is stored as it was written, and found again in either script', async () => {
  const reader = await used.browser.waitForTab('/src/reader/reader.html');
  await reader.activate();
  const written = await reader.evaluate(selectStart, 20);
  await reader.evaluate(() => chrome.storage.local.set({ 'settings.hanScript': 'traditional' }));
  await settle(reader, { lang: 'zh-Hant' });
  await reader.evaluate(() => getSelection()?.removeAllRanges());
  await reader.waitFor(() => !document.querySelector('.highlight-bar'));
  const shown = await reader.evaluate(selectStart, 20);
  expect(shown).not.toBe(written);
  await reader.clickNamed('划线', 'button');
  await expect.poll(() => reader.evaluate(readPainted)).toEqual([shown]);
  await reader.reload();
  await settle(reader, { lang: 'zh-Hant' });
  await expect.poll(() => reader.evaluate(readPainted)).toEqual([shown]);
  const kept = await reader.evaluate(async () => {
    const { value } = await chrome.runtime.sendMessage({ protocol: 'recto/1', name: 'highlight.list-all', input: {} });
    return value[0].highlights[0].exact;
  });
  expect(kept).toBe(written);
  await reader.evaluate(() => chrome.storage.local.set({ 'settings.hanScript': 'as-written' }));
  await expect.poll(() => reader.evaluate(readPainted)).toEqual([written]);
});

test('among the highlights, titles have the quotation marks of the language they are in', async () => {
  const list = await used.browser.openRecto('library#highlights');
  const font = () => {
    const title = document.querySelector('.highlights h2 bdi');
    return title && getComputedStyle(title).fontFamily;
  };
  expect(await list.waitFor(font)).toMatch(/^"?Recto Hei SC"?,/);
  await list.close();
});

/** Lines that begin at another character each, so that some are stretched more than others. */
const SHIFTED = Array.from(
  { length: 30 },
  (_, at) =>
    `<p>${'港口的潮汐可以提前算出来，'.repeat(5).slice(at)}那是1986年的事情，${'后来的事大家都知道了，'.repeat(8)}</p>`,
);
const TITLE = '人工智能时代的图书馆为什么仍然需要一位守夜人';
const SET = `<!doctype html><html lang="zh-CN"><title>${TITLE}</title><meta property="og:type" content="article">
  <article><h1>${TITLE}</h1>${SHIFTED.join('')}</article></html>`;

/** Runs in the overlay: the widths of a number in justified text, and on how many lines the title and each of its words is; null until it is set. */
function readLines() {
  const page = document.documentElement.lastElementChild?.shadowRoot?.querySelector('.page');
  const title = page?.querySelector('.page-title');
  if (!page || !title?.querySelector('wbr')) return null;
  const rangeOf = (element: Element, text: string): Range => {
    const range = new Range();
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.nodeValue?.indexOf(text) ?? -1;
      if (at < 0) continue;
      range.setStart(node, at);
      range.setEnd(node, at + text.length);
    }
    return range;
  };
  const linesOf = (range: Range): number =>
    new Set(Array.from(range.getClientRects(), ({ top }) => Math.round(top))).size;
  const whole = new Range();
  whole.selectNodeContents(title);
  const years = Array.from(page.querySelectorAll('.page-body p'), (paragraph) => rangeOf(paragraph, '1986'));
  return {
    widths: [...new Set(years.map((year) => Math.round(year.getBoundingClientRect().width)))],
    title: linesOf(whole),
    words: ['智能', '时代', '图书', '为什么', '仍然', '需要', '一位', '守夜'].map((word) =>
      linesOf(rangeOf(title, word)),
    ),
    align: getComputedStyle(page).textAlign,
  };
}

test('a number keeps its width in justified lines, and the title breaks between words', async () => {
  used.site.serve('/set.html', SET);
  const tab = await used.browser.open(used.site.url('/set.html'));
  await tab.pressShortcut('toggle-reader');
  const { widths, title, words, align } = await tab.waitFor(readLines);
  expect(align).toBe('justify');
  expect(widths).toHaveLength(1);
  expect(title).toBeGreaterThan(1);
  expect(words).toEqual(words.map(() => 1));
});

test('code in a justified line is as wide as it is elsewhere', async () => {
  const shifted = SHIFTED.map((paragraph) =>
    paragraph.replace('那是1986年', '先运行<code>npm run build</code>，那是1986年'),
  );
  used.site.serve('/code.html', `${SET.split('<p>')[0]}${shifted.join('')}</article></html>`);
  const tab = await used.browser.open(used.site.url('/code.html'));
  await tab.pressShortcut('toggle-reader');
  await tab.waitFor(readOverlay);
  const widths = await tab.evaluate(() => {
    const page = document.documentElement.lastElementChild?.shadowRoot?.querySelector('.page');
    const boxes = Array.from(page?.querySelectorAll('p code') ?? [], (code) => code.getClientRects());
    return boxes.flatMap(([box, more]) => (box && !more ? Math.round(box.width) : []));
  });
  expect(widths.length).toBeGreaterThan(10);
  expect(new Set(widths).size).toBe(1);
});

test('cells and headings that the page centres are centred in Chinese, too, and the others are not justified', async () => {
  const table =
    '<table><tr><th align="center">站</th><th>高度</th></tr><tr><td align="center">利斯</td><td>五米</td></tr></table>';
  const more = `<h2 style="text-align: center">潮汐</h2>${SHIFTED[0]}${table}${SHIFTED[0]}</article>`;
  used.site.serve('/centred.html', SET.replace('</article>', more));
  const tab = await used.browser.open(used.site.url('/centred.html'));
  await tab.pressShortcut('toggle-reader');
  await tab.waitFor(readLines);
  const sides = await tab.evaluate(() => {
    const body = document.documentElement.lastElementChild?.shadowRoot?.querySelector('.page-body');
    return Array.from(body?.querySelectorAll('h2, th, td') ?? [], (box) => getComputedStyle(box).textAlign);
  });
  expect(sides).toEqual(['center', 'center', 'start', 'center', 'start']);
});

/**
 * Runs in the page: the widest space between words, in `em`. `natural`: where lines are not justified; `shared`: as the
 * article is set; `unshared`: where spaces alone take what a line lacks.
 */
function widestSpaces() {
  const roots = Array.from(document.documentElement.children, ({ shadowRoot }) => shadowRoot);
  const paragraph = roots.map((root) => root?.querySelector<HTMLElement>('.page-body p')).find(Boolean);
  const words = paragraph?.firstChild;
  if (!(words instanceof Text)) throw new Error('The article begins with no text');
  const range = new Range();
  const widest = (textAlign: string, textJustify: string) => {
    Object.assign(words.parentElement?.style ?? {}, { textAlign, textJustify });
    const spaces = Array.from(words.data.matchAll(/ /g), ({ index }) => {
      range.setStart(words, index);
      range.setEnd(words, index + 1);
      return range.getBoundingClientRect().width;
    });
    return Math.max(...spaces) / Number.parseFloat(getComputedStyle(words.parentElement as Element).fontSize);
  };
  return { shared: widest('', ''), natural: widest('start', ''), unshared: widest('', 'inter-word') };
}

test('in a narrow column the space that a line lacks is shared between letters, not only between long Latin words', async () => {
  const { browser, site } = used;
  const text =
    '港口的潮汐可以提前算出来，Massachusetts Institute of Technology 的 internationalization 团队说，Deutsche Bundesbahn 与 telecommunications infrastructure 的工程师在报告中写道：机器的每一个轮子代表月亮的一种运动。';
  const page = `<!doctype html><html lang="zh-CN"><title>窄栏</title><meta property="og:type" content="article">
    <article><h1>窄栏里的长单词</h1>${`<p>${text}</p>`.repeat(5)}</article></html>`;
  site.serve('/zh/narrow.html', page);
  const library = await browser.openRecto('library');
  const tab = await browser.open(site.url('/zh/narrow.html'));
  await tab.pressShortcut('toggle-reader');
  await tab.waitFor(readOverlay);
  await zoomAllTabs(library, 3);
  await tab.waitFor(isZoomedTo, 3);
  const { natural, shared, unshared } = await tab.evaluate(widestSpaces);
  // How much a line lacks depends on the faces that are installed; how it is shared does not.
  expect(unshared - natural).toBeGreaterThan(0.5);
  expect((shared - natural) / (unshared - natural)).toBeLessThan(0.2);
  await zoomAllTabs(library, 1);
});

test('a footnote mark never begins a line', async () => {
  const { browser, site } = used;
  const text = Array.from({ length: 60 }, (_, at) => `${'潮'.repeat(1 + (at % 5))}<sup><a href="#n">1</a></sup>`).join(
    '',
  );
  const page = `<!doctype html><html lang="zh-CN"><title>注释</title><meta property="og:type" content="article">
    <article><h1>注释的记号</h1>${`<p>${text}</p>`.repeat(4)}<ol><li id="n">港口的潮汐可以提前算出来。</li></ol></article></html>`;
  site.serve('/zh/notes.html', page);
  const tab = await browser.open(site.url('/zh/notes.html'));
  await tab.pressShortcut('toggle-reader');
  await tab.waitFor(readOverlay);
  const marks = await tab.evaluate(() => {
    const roots = Array.from(document.documentElement.children, ({ shadowRoot }) => shadowRoot);
    const paragraphs = roots.flatMap((root) => Array.from(root?.querySelectorAll('.page-body p') ?? []));
    return paragraphs.flatMap((paragraph) => {
      const { left } = paragraph.getBoundingClientRect();
      return Array.from(paragraph.querySelectorAll('sup'), (mark) => mark.getBoundingClientRect().left - left < 3);
    });
  });
  expect(marks.length).toBeGreaterThan(100);
  expect(marks).not.toContain(true);
});
