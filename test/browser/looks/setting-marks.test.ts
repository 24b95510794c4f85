import { describe, expect, test } from 'vitest';
import type { Tab } from '../driver/browser-driver.ts';
import { openOverlay, openSavedCopy } from '../steps/open-surfaces.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser();

/** Marks of which Latin fonts have their own, half as wide, each between characters so that none begins a line alone. */
const SENTENCE = '店里的人都说“好”字难写，街上的人都叫它‘老店’的字——一笔一画写了四十年……后来也没有人改。';
const PAGE = `<!doctype html><html lang="zh-CN"><title>老店的字</title><meta property="og:type" content="article">
  <article><h1>老店的字</h1>${`<p>${SENTENCE.repeat(4)}</p>`.repeat(5)}</article></html>`;

/** Runs in a surface: how wide the marks are beside the character before, as a line that is justified widens both: of each the widest, since some are trimmed at the start of a line. */
function readMarks() {
  const roots = [document, ...Array.from(document.documentElement.children, (child) => child.shadowRoot)];
  const body = roots.map((root) => root?.querySelector('.page-body')).find((found) => found?.querySelector('p'));
  const [first, ...others] = Array.from(body?.querySelectorAll('p') ?? []);
  if (!first) return null;
  const widest: Record<string, number> = { '“': 0, '”': 0, '‘': 0, '’': 0, '—': 0, '…': 0, '，': 0, '。': 0 };
  const widthOf = (text: Node, at: number) => {
    const range = new Range();
    range.setStart(text, at);
    range.setEnd(text, at + 1);
    return range.getBoundingClientRect().width;
  };
  for (const { firstChild } of [first, ...others])
    for (const [at, char] of Array.from(firstChild?.nodeValue ?? '').entries()) {
      if (!(char in widest) || !firstChild) continue;
      const width = Math.round((10 * widthOf(firstChild, at)) / widthOf(firstChild, at - 1)) / 10;
      widest[char] = Math.max(widest[char] ?? 0, width);
    }
  return widest;
}

const WHOLE = { '“': 1, '”': 1, '‘': 1, '’': 1, '—': 1, '…': 1, '，': 1, '。': 1 };

/** Japanese emphasis, as the page of the fixture site has it: short, then long. */
function readEmphasis() {
  const roots = [document, ...Array.from(document.documentElement.children, (child) => child.shadowRoot)];
  const page = roots.map((root) => root?.querySelector('.page')).find((found) => found?.querySelector('.page-body em'));
  return Array.from(page?.querySelectorAll('.page-body em') ?? [], (em) => {
    const { fontStyle, textEmphasisStyle, textEmphasisPosition } = getComputedStyle(em);
    return { fontStyle, dotted: textEmphasisStyle !== 'none', over: !textEmphasisPosition.includes('under') };
  });
}

async function both(path: string): Promise<{ overlay: Tab; saved: Tab }> {
  const overlay = await openOverlay(used, path);
  return { overlay, saved: await openSavedCopy(used, overlay) };
}

describe('punctuation of East Asian text', () => {
  test('what `q` quotes in traditional Chinese has corner brackets around it', async () => {
    const text = '<p>守塔人說：<q>潮水的高度，沒有人會讀兩遍</q>，然後他把數字寫在本子上，走下樓去。</p>';
    const page = `<!doctype html><html lang="zh-TW"><title>潮汐表</title><meta property="og:type" content="article">
      <article><h1>潮汐表</h1>${text.repeat(5)}</article></html>`;
    used.site.serve('/tw-marks.html', page);
    const overlay = await openOverlay(used, '/tw-marks.html');
    const quotes = await overlay.evaluate(() => {
      const quoted = document.documentElement.lastElementChild?.shadowRoot?.querySelector('.page-body q');
      return quoted && getComputedStyle(quoted).quotes;
    });
    expect(quotes).toBe('"「" "」" "『" "』"');
    await overlay.close();
  });

  test.each(['黑体', '宋体', '楷体'])(
    'Chinese quotation marks, dashes, ellipses, commas and full stops are one character wide in %s',
    async (face) => {
      used.site.serve('/marks.html', PAGE);
      const overlay = await openOverlay(used, '/marks.html');
      await overlay.press('a');
      await overlay.clickNamed(face, 'radio');
      await expect.poll(() => overlay.evaluate(readMarks)).toEqual(WHOLE);
      await overlay.press('a');
      await overlay.close();
    },
  );

  test('they have the same width in the saved copy', async () => {
    const { overlay, saved } = await both('/marks.html');
    await expect.poll(() => saved.evaluate(readMarks)).toEqual(WHOLE);
    await saved.close();
    await overlay.close();
  });

  test('emphasis in Japanese has dots above, and long emphasis has none', async () => {
    const overlay = await openOverlay(used, '/ja/emphasis.html');
    const [short, long] = await overlay.evaluate(readEmphasis);
    expect(short).toEqual({ fontStyle: 'normal', dotted: true, over: true });
    expect(long).toMatchObject({ fontStyle: 'normal', dotted: false });
    await overlay.close();
  });
});
