import { describe, expect, test } from 'vitest';
import { buttonNames } from './button-names.ts';
import { findBeside, zoomAllTabs } from './narrow.ts';
import { overlayIsGone, readOverlay } from './read-overlay.ts';
import { useBrowser } from './use-browser.ts';

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
    await expect.poll(() => buttonNames(popup)).toEqual(expect.arrayContaining(['保存', '全屏阅读', '稍后读']));
    expect(await popup.evaluate(lightnessOfPage)).toBeLessThan(0.3);
  });

  test('the overlay speaks Chinese and is dark', async () => {
    const tab = await used.browser.open(used.site.url('/zh-Hans/news.html'));
    await tab.pressShortcut('toggle-reader');
    expect((await tab.waitFor(readOverlay)).readingTime).toContain('分钟');
    await expect.poll(() => buttonNames(tab)).toContain('关闭');
    await tab.press('Escape');
    await tab.waitFor(overlayIsGone);
  });

  test('at 400 % nothing of the welcome page is off the screen, its heading included', async () => {
    const welcome = await used.browser.openRecto('welcome');
    await zoomAllTabs(welcome, 4);
    await welcome.waitFor(() => innerWidth <= 325 && document.querySelector('.welcome h1'));
    expect(await welcome.evaluate(findBeside)).toEqual([]);
    await zoomAllTabs(welcome, 1);
    await welcome.close();
  });

  test('the list speaks Chinese and is dark', async () => {
    const list = await used.browser.openRecto('library');
    await list.waitFor(() => document.querySelector('main h1, main h2')?.textContent?.includes('稍后读'));
    expect(await list.evaluate(lightnessOfPage)).toBeLessThan(0.3);
  });
});

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
