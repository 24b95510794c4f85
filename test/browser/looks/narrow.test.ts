import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Tab, View } from '../driver/browser-driver.ts';
import { extensionWithOpenRoots } from '../steps/axe-surfaces.ts';
import {
  findBelow,
  findBeside,
  findTightBar,
  inEachLanguage,
  isZoomedTo,
  SECTION_TITLES,
  zoomAllTabs,
} from '../steps/narrow.ts';
import { openOverlay, openSavedCopy } from '../steps/open-surfaces.ts';
import { useBrowser } from '../use-browser.ts';

/** 1280 × 800 at 400 % is a window of 320 × 200 px (https://www.w3.org/TR/WCAG22/#reflow); at 200 %, 640 × 400. */
const ZOOMS = [2, 4];
const used = useBrowser({ extension: extensionWithOpenRoots() });
let overlay: Tab;
let reader: Tab;
let list: Tab;

beforeAll(async () => {
  overlay = await openOverlay(used, '/en/handbook.html');
  reader = await openSavedCopy(used, overlay);
  list = await used.browser.openRecto('library');
});
// Browsers keep it by address, and the files after this one use the same.
afterAll(() => zoomAllTabs(list, 1));

/** Waits until nothing is beside the window: panels come, and formulas are drawn, after a moment. */
async function fits(view: View, what: string): Promise<void> {
  await expect.poll(async () => [what, ...(await view.evaluate(findBeside))]).toEqual([what]);
}

async function zoomTo(view: Tab, zoom: number): Promise<void> {
  await zoomAllTabs(list, zoom);
  await view.activate();
  await view.waitFor(isZoomedTo, zoom);
}

/** Runs in the list: the names of sites and the tags that are seen, but not whole. */
function cutNames(): string[] {
  const seen = [...document.querySelectorAll('.row-facts :is(.row-site, .row-tag > bdi)')].filter(
    (name) => name.getBoundingClientRect().top < (name.closest('.row-facts')?.getBoundingClientRect().bottom ?? 0),
  );
  return seen.filter((name) => name.scrollWidth > name.clientWidth).map((name) => name.textContent ?? '');
}

const PANELS = [
  ['a', '.type-panel'],
  ['x', '.more-menu'],
  ['?', '.key-sheet'],
  ['c', '.contents'],
] as const;

test.each(ZOOMS)(
  'at %d00 % nothing of the overlay and the reader tab is off the screen, whatever is open, and the bar is one line',
  async (zoom) => {
    for (const tab of [overlay, reader]) {
      await zoomTo(tab, zoom);
      await fits(tab, 'article');
      await expect.poll(() => tab.evaluate(findTightBar)).toEqual([]);
      for (const [key, panel] of PANELS) {
        await tab.press(key);
        await fits(tab, panel);
        await expect.poll(() => tab.evaluate(findBelow, panel)).toEqual([]);
      }
      await tab.press('c');
    }
  },
);

test('at 400 % a message below the bar covers neither the title, nor the spoken sentence, nor the selected block', async () => {
  /** How far something is below what stands under the bar's line, in px; the title as if the article were at its top. */
  const below = (bar: string, of: 'title' | 'spoken' | 'chosen') =>
    reader.evaluate(
      (selector, what) => {
        const end = document.querySelector(selector)?.getBoundingClientRect().bottom ?? Number.NaN;
        const [range] = CSS.highlights.get('recto-spoken') ?? [];
        const { scrollTop } = document.documentElement;
        if (what === 'title')
          return (document.querySelector('.page-title')?.getBoundingClientRect().top ?? 0) + scrollTop - end;
        if (what === 'chosen') return (document.querySelector('[data-chosen]')?.getBoundingClientRect().top ?? 0) - end;
        // No voices in this browser: nothing is spoken.
        return range instanceof Range ? range.getBoundingClientRect().top - end : 0;
      },
      bar,
      of,
    );
  await zoomTo(reader, 4);
  await reader.press('Escape');
  await reader.press('r');
  await reader.waitFor(() => CSS.highlights.has('recto-spoken') || document.querySelector('.speech-bar p:not(:empty)'));
  await expect.poll(() => below('.speech-bar', 'title')).toBeGreaterThanOrEqual(0);
  await expect.poll(() => below('.speech-bar', 'spoken')).toBeGreaterThanOrEqual(0);
  await reader.press('Escape');
  await reader.press('z');
  await expect.poll(() => below('.hide-bar', 'chosen')).toBeGreaterThanOrEqual(0);
  await reader.press('Escape');
  await reader.waitFor(() => document.querySelector('.hide-bar') === null);
});

test('at 400 % the highlight bar is on the screen as a whole, and Close can be pressed', async () => {
  await zoomTo(reader, 4);
  await reader.evaluate(() => {
    const text = document.querySelector('.page-body p')?.firstChild;
    if (text instanceof Text) getSelection()?.setBaseAndExtent(text, text.length - 12, text, text.length);
    // What is left of the paragraph may be longer than the window is high.
    const end = getSelection()?.getRangeAt(0).getBoundingClientRect().bottom ?? 0;
    scrollBy({ top: end - innerHeight, behavior: 'instant' });
  });
  await expect.poll(() => reader.evaluate(findBelow, '.highlight-bar')).toEqual([]);
  await reader.click('.highlight-bar .button');
  await reader.waitFor(() => document.querySelectorAll('.highlight-bar .highlight-colour').length === 4);
  await fits(reader, 'highlight bar');
  await zoomTo(overlay, 4);
  await overlay.clickNamed('Close', 'button');
  await overlay.waitFor(() => document.querySelector('html > div') === null);
});

test.each(ZOOMS)('at %d00 % nothing of the list, its dialogs, and the settings is off the screen', async (zoom) => {
  await zoomTo(list, zoom);
  await list.click('.rail li[data-section="list"] a');
  await list.waitFor(() => document.querySelector('.row-title'));
  await list.press('j');
  await list.press('x');
  await list.waitFor(() => document.querySelector('.selection-count'));
  await fits(list, 'selection');
  await list.press('t');
  await list.waitFor(() => document.querySelector('dialog[open]'));
  await fits(list, 'tags');
  await list.press('Escape');
  await list.press('Escape');
  await list.evaluate(async () => {
    const ask = (name: string, input: object) => chrome.runtime.sendMessage({ protocol: 'recto/1', name, input });
    const ids = [document.querySelector<HTMLElement>('.row[data-id]')?.dataset['id']];
    await ask('article.tag', { ids, add: ['the sea', 'walking along the coast'], remove: [] });
    await ask('article.favourite', { ids, favourite: true });
  });
  await list.waitFor(() => document.querySelector('.row-favourite') && document.querySelector('.row-tag'));
  await fits(list, 'a favourite with tags');
  expect(await list.evaluate(cutNames)).toEqual([]);
  for (const section of ['favourites', 'archive', 'highlights', 'tags', 'deleted', 'settings']) {
    await list.click(`.rail li[data-section="${section}"] a`);
    await fits(list, section);
  }
});

test.each([200, 400])('text of %d percent scrolls no surface sideways, the popup included', async (size) => {
  await zoomTo(reader, 1);
  await reader.evaluate((textSize) => chrome.storage.local.set({ 'settings.textSize': textSize }), size);
  await reader.waitFor(
    (wanted) =>
      Number.parseFloat(getComputedStyle(document.querySelector('.page') ?? document.body).fontSize) >= wanted,
    size / 5,
  );
  await fits(reader, 'reader tab');
  const popup = await overlay.pressToolbar();
  await popup.waitFor(() => document.querySelector('.page-body p'));
  await fits(popup, 'popup');
  await popup.close();
});

test("the parts of the list beside the column keep a distance from the window's edge in any width", async () => {
  await zoomTo(list, 1.25);
  await list.waitFor(() => innerWidth > 860 && innerWidth < 1130);
  const rail = await list.evaluate(() => document.querySelector('.rail a')?.getBoundingClientRect().left);
  expect(rail).toBeGreaterThanOrEqual(24);
});

/** Runs in the page: whether the name of the site takes several lines, and how many of them are cut off. */
function linesOfSite() {
  const root = document.documentElement.lastElementChild?.shadowRoot;
  const [line, site] = ['.page-line', '.page-site bdi'].map((selector) => root?.querySelector(selector));
  if (!line || !site) return null;
  const words = document.createRange();
  words.selectNodeContents(site);
  const [lines, { left, right }] = [Array.from(words.getClientRects()), line.getBoundingClientRect()];
  return { wraps: lines.length > 1, cut: lines.filter((box) => box.left < left || box.right > right + 1).length };
}

test('the name of a site is shown in full, over several lines and with a word longer than a line', async () => {
  const text =
    '<p>The tide at a place is the sum of a few dozen waves, each with the period of some motion.</p>'.repeat(9);
  const name = 'The Extraordinarily Long Named Donaudampfschifffahrtselektrizitätenintelligenzblatt';
  used.site.serve(
    '/long-name.html',
    `<!doctype html><html lang="en"><title>Tides</title><meta property="og:site_name" content="${name}">
     <article><h1>The tides of the harbour</h1>${text}</article></html>`,
  );
  await zoomTo(reader, 1);
  const tab = await openOverlay(used, '/long-name.html');
  await zoomTo(tab, 4);
  await expect.poll(() => tab.evaluate(linesOfSite)).toEqual({ wraps: true, cut: 0 });
  await zoomTo(reader, 1);
  await tab.close();
});

test('with large text in a narrow window the title is hardly larger than the text, so that its words fit', async () => {
  await reader.evaluate(() => chrome.storage.local.set({ 'settings.textSize': 400 }));
  await zoomTo(reader, 4);
  const ratio = () =>
    reader.evaluate(() => {
      const [title, text] = ['.page-title', '.page-body p'].map((selector) => {
        const element = document.querySelector(selector);
        return element ? Number.parseFloat(getComputedStyle(element).fontSize) : 0;
      });
      return text === 80 ? (title ?? 0) / text : 0;
    });
  await expect.poll(ratio).toBeCloseTo(1.1);
  await reader.evaluate(() => chrome.storage.local.remove('settings.textSize'));
  await zoomTo(reader, 1);
  await expect.poll(() => reader.evaluate(() => innerWidth)).toBeGreaterThan(900);
});

test('at 400 % the heading of each part of the list is one line, in each language, also beside a classic scrollbar', async () => {
  await zoomTo(list, 4);
  const titles = SECTION_TITLES.flatMap(inEachLanguage);
  const broken = await list.evaluate((all) => {
    const heading = document.querySelector<HTMLElement>('.column h1');
    const [{ lang, style }, own] = [document.documentElement, heading?.textContent ?? ''];
    style.width = 'calc(100vw - 15px)';
    const found = all.filter(([locale, title]) => {
      if (!heading || !locale || !title) return true;
      document.documentElement.lang = locale;
      heading.textContent = title;
      return heading.getBoundingClientRect().height > 1.5 * Number.parseFloat(getComputedStyle(heading).lineHeight);
    });
    document.documentElement.lang = lang;
    style.width = '';
    if (heading) heading.textContent = own;
    return found;
  }, titles);
  expect(broken).toEqual([]);
});

test('at 400 % no sentence of the settings has a single character on its last line, where the browser can prevent it', async () => {
  await zoomTo(list, 4);
  await list.click('.rail li[data-section="settings"] a');
  await list.waitFor(() => document.querySelector('.settings p.quiet'));
  const ends = await list.evaluate(() => {
    const [{ lang }, sentence] = [document.documentElement, document.querySelector<HTMLElement>('.settings p.quiet')];
    const own = sentence?.textContent ?? '';
    if (!sentence || !CSS.supports('text-wrap', 'pretty')) return sentence ? [40] : [];
    document.documentElement.lang = 'zh-CN';
    const found = Array.from({ length: 40 }, (_, length) => {
      sentence.textContent = `${'读'.repeat(20 + length)}。`;
      const lines = document.createRange();
      lines.selectNodeContents(sentence);
      return Array.from(lines.getClientRects()).at(-1)?.width ?? 0;
    });
    document.documentElement.lang = lang;
    sentence.textContent = own;
    return found;
  });
  // A character and its full stop are two of 13 px.
  expect(Math.min(...ends)).toBeGreaterThan(2.5 * 13);
});

/** Runs in the list: where its first row is on the page. */
const topOfRow = () => (document.querySelector('.row[data-id]')?.getBoundingClientRect().top ?? 0) + scrollY;

test.each([1, ...ZOOMS])(
  'at %d00 % no row moves when it is selected, in the list and in search results',
  async (zoom) => {
    await zoomTo(list, zoom);
    await list.click('.rail li[data-section="list"] a');
    for (const search of ['', 'tide']) {
      if (search) {
        await list.press('/');
        await list.type(search);
        await list.waitFor(() => document.querySelector('.rows-flow .row-title'));
      }
      await list.waitFor(() => document.querySelector('.row-title'));
      await list.press(search ? 'ArrowDown' : 'j');
      await list.waitFor(() => document.activeElement?.matches('.row-title'));
      const top = await list.evaluate(topOfRow);
      await list.press('x');
      await list.waitFor(() => document.querySelector('.selection'));
      expect(await list.evaluate(topOfRow)).toBe(top);
      await list.press('Escape');
      await list.waitFor(() => !document.querySelector('.selection'));
    }
    await list.press('/');
    await list.press('Escape');
  },
);
