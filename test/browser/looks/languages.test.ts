import { describe, expect, test } from 'vitest';
import { accessibleNames } from '../steps/accessible-names.ts';
import { findBeside, isZoomedTo, zoomAllTabs } from '../steps/narrow.ts';
import { overlayIsGone, readOverlay } from '../steps/read-overlay.ts';
import { useBrowser } from '../use-browser.ts';

interface Story {
  path: string;
  title: string;
  lang: RegExp;
  dir: 'ltr' | 'rtl';
  last: string;
  /** Regions by which Noto's Chinese, Japanese and Korean faces are named, of those its text is set in. */
  faces?: string[];
}

const STORIES: Story[] = [
  {
    path: 'en/news',
    title: 'The lighthouse keepers of Skerry Sound are going home',
    lang: /^en/,
    dir: 'ltr',
    last: 'nobody awake beside it',
  },
  {
    path: 'zh-Hans/news',
    title: '最后一个点灯的人',
    lang: /^zh/,
    dir: 'ltr',
    last: '数到第九盏，才转身回家',
    faces: ['SC'],
  },
  {
    path: 'zh-Hans/no-lang',
    title: '最后一个点灯的人',
    lang: /^zh/,
    dir: 'ltr',
    last: '数到第九盏，才转身回家',
    faces: ['SC'],
  },
  {
    path: 'ja/news',
    title: '井戸の水と二百丁の豆腐',
    lang: /^ja/,
    dir: 'ltr',
    last: '外はようやく明るくなりはじめていた',
    faces: ['JP'],
  },
  {
    path: 'ko/news',
    title: '등대 마을의 마지막 우편배달부',
    lang: /^ko/,
    dir: 'ltr',
    last: '그는 가방을 메고 천천히 배에 올랐다',
    faces: ['KR'],
  },
  { path: 'ar/news', title: 'مصلح الساعات في السوق القديم', lang: /^ar/, dir: 'rtl', last: 'كأن الدكان كله قلب واحد' },
  { path: 'de/news', title: 'Das Archiv hinter dem Deich', lang: /^de/, dir: 'ltr', last: 'So soll es sein' },
];

describe('in an English browser', () => {
  const used = useBrowser();

  test.each(STORIES)('$path is read completely, in its language, direction and typefaces', async (story) => {
    const { path, title, lang, dir, last, faces = [] } = story;
    const tab = await used.browser.open(used.site.url(`/${path}.html`));
    await tab.pressShortcut('toggle-reader');
    const shown = await tab.waitFor(readOverlay);
    expect(shown).toMatchObject({ title, dir });
    expect(shown.lang).toMatch(lang);
    expect(shown.text).toContain(last);
    expect(await tab.evaluate(facesOfText)).toEqual(faces);
    await tab.press('Escape');
    await tab.waitFor(overlayIsGone);
  });

  test('a Japanese title breaks between phrases', async () => {
    const title = '「文字を組む」ということ――活版からスクリーンへ、ある印刷所の百年と職人たちの手帳に残された記録';
    const body =
      '<p>海沿いの町に、いまも活字を拾う印刷所がある。棚には約三万本の活字が並び、職人は一時間に千二百字を拾う。</p>';
    const head = `<title>${title}</title><meta property="og:type" content="article">`;
    used.site.serve(
      '/ja/type.html',
      `<!doctype html><html lang="ja">${head}<article><h1>${title}</h1>${body.repeat(6)}</article></html>`,
    );
    const tab = await used.browser.open(used.site.url('/ja/type.html'));
    await tab.pressShortcut('toggle-reader');
    await tab.waitFor(readOverlay);
    await tab.waitFor(() =>
      document.documentElement.lastElementChild?.shadowRoot?.querySelector(
        '.page-title wbr, .page-minutes:not([data-pending])',
      ),
    );
    for (const width of [440, 520, 600, 680, 760])
      expect([width, await tab.evaluate(brokenWords, width)]).toEqual([width, []]);
    await tab.close();
  });

  test('a browser in light mode gets a light page', async () => {
    const list = await used.browser.openRecto('library');
    await list.waitFor(() => document.querySelector('main'));
    expect(await list.evaluate(lightnessOfPage)).toBeGreaterThan(0.9);
  });
});

describe('in a dark Chinese browser', () => {
  const used = useBrowser({ locale: 'zh-CN', colorScheme: 'dark' });

  test('the popup speaks Chinese and is dark', async () => {
    const tab = await used.browser.open(used.site.url('/zh-Hans/news.html'));
    const popup = await tab.pressToolbar();
    await popup.waitFor(() => document.querySelector('.page-body'));
    await expect
      .poll(() => accessibleNames(popup, 'button'))
      .toEqual(expect.arrayContaining(['保存', '全屏阅读', '稍后读']));
    expect(await popup.evaluate(lightnessOfPage)).toBeLessThan(0.3);
  });

  test('the overlay speaks Chinese and is dark', async () => {
    const tab = await used.browser.open(used.site.url('/zh-Hans/news.html'));
    await tab.pressShortcut('toggle-reader');
    expect((await tab.waitFor(readOverlay)).readingTime).toContain('分钟');
    await expect.poll(() => accessibleNames(tab, 'button')).toContain('关闭');
    await tab.press('Escape');
    await tab.waitFor(overlayIsGone);
  });

  test('at 400 % nothing of the welcome page is off the screen, its heading included', async () => {
    const welcome = await used.browser.openRecto('welcome');
    await zoomAllTabs(welcome, 4);
    await welcome.waitFor(isZoomedTo, 4);
    await welcome.waitFor(() => document.querySelector('.welcome h1'));
    expect(await welcome.evaluate(findBeside)).toEqual([]);
    // Nor, beside a scrollbar, is the last character of a heading alone in its line.
    const lasts = await welcome.evaluate(() => {
      document.body.style.inlineSize = '305px';
      return Array.from(document.querySelectorAll('.steps h2'), (heading) => {
        const range = new Range();
        range.selectNodeContents(heading);
        const lines = Array.from(range.getClientRects(), ({ width }) => width);
        return (lines.at(-1) ?? 0) / Math.max(...lines);
      });
    });
    expect(Math.min(...lasts)).toBeGreaterThan(0.5);
    // And the first heading ends its lines between words.
    const broken = await welcome.evaluate(() => {
      const heading = document.querySelector('.welcome h1');
      const pieces = Array.from(heading?.childNodes ?? []).filter((piece) => piece instanceof Text);
      return [260, 290, 305, 330, 360].flatMap((width) => {
        document.body.style.inlineSize = `${width}px`;
        return ['每篇', '文章', '排成', '清爽', '一页', '保存', '留得住'].filter((word) => {
          const text = pieces.find(({ data }) => data.includes(word));
          if (!text) return true;
          const range = new Range();
          range.setStart(text, text.data.indexOf(word));
          range.setEnd(text, text.data.indexOf(word) + word.length);
          return new Set(Array.from(range.getClientRects(), ({ top }) => Math.round(top))).size > 1;
        });
      });
    });
    expect(broken).toEqual([]);
    await zoomAllTabs(welcome, 1);
    await welcome.close();
  });

  test('the list speaks Chinese and is dark', async () => {
    const list = await used.browser.openRecto('library');
    await list.waitFor(() => document.querySelector('main h1, main h2')?.textContent?.includes('稍后读'));
    expect(await list.evaluate(lightnessOfPage)).toBeLessThan(0.3);
  });
});

/** Runs in the page: the words of the title that stand in two lines where it is so many px wide. */
function brokenWords(width: number): string[] {
  const title = document.documentElement.lastElementChild?.shadowRoot?.querySelector<HTMLElement>('.page-title');
  if (!title) throw new Error('no title');
  title.style.inlineSize = `${width}px`;
  const words = ['文字', '活版から', 'スクリーンへ', '印刷所の', '百年と', '職人たちの', '手帳に', '記録'];
  const texts = document.createTreeWalker(title, NodeFilter.SHOW_TEXT);
  const characters: { text: string; top: number }[] = [];
  for (let node = texts.nextNode(); node; node = texts.nextNode())
    for (let at = 0; at < (node.nodeValue ?? '').length; at += 1) {
      const range = new Range();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      characters.push({ text: String(range), top: Math.round(range.getBoundingClientRect().top) });
    }
  const whole = characters.map(({ text }) => text).join('');
  const linesOf = (word: string) => {
    const from = whole.indexOf(word);
    return new Set(characters.slice(from, from + word.length).map(({ top }) => top)).size;
  };
  return words.filter((word) => linesOf(word) !== 1);
}

/** Runs in the page: whose Chinese, Japanese or Korean characters the text of the overlay is set in. */
function facesOfText(): string[] | null {
  const roots = Array.from(document.documentElement.children, ({ shadowRoot }) => shadowRoot);
  const paragraph = roots.map((root) => root?.querySelector('.page-body p')).find(Boolean);
  if (!paragraph) return null;
  const named = getComputedStyle(paragraph).fontFamily.matchAll(/Noto (?:Sans|Serif) CJK (\w\w)/g);
  return Array.from(named, ([, region = '']) => region);
}

/** Runs in the page: lightness of its ground, 0 to 1, whatever colour space the style is written in. */
function lightnessOfPage(): number {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const grounds = [document.body, document.documentElement].map((element) => getComputedStyle(element).backgroundColor);
  const ground = grounds.find((color) => !/^(transparent|rgba\(0, 0, 0, 0\))$/.test(color)) ?? 'Canvas';
  if (context === null) return Number.NaN;
  context.fillStyle = ground;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return (red + green + blue) / 3 / 255;
}
