import { beforeAll, describe, expect, test } from 'vitest';
import type { Tab, View } from '../driver/browser-driver.ts';
import { useSurfaces } from '../steps/open-surfaces.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser();

/** Runs in a surface: how the running text is set, and which of the bundled faces are loaded. */
function readType() {
  const roots = [document, ...Array.from(document.documentElement.children, (child) => child.shadowRoot)];
  const body = roots.map((root) => root?.querySelector('.page-body')).find((found) => found?.querySelector('p'));
  const paragraph = body?.querySelector('p');
  if (!body || !paragraph) return null;
  const { fontFamily, fontSize, lineHeight, letterSpacing, wordSpacing } = getComputedStyle(paragraph);
  const em = (length: string) => Math.round((100 * Number.parseFloat(length)) / Number.parseFloat(fontSize)) / 100;
  const loaded = Array.from(document.fonts, (face) =>
    face.status === 'loaded' ? face.family.replaceAll('"', '') : '',
  );
  return {
    first: fontFamily.split(',')[0]?.replaceAll('"', ''),
    bundled: [...new Set(loaded.filter((family) => /^Recto (Literata|Atkinson)$/.test(family)))],
    line: em(lineHeight),
    letters: em(letterSpacing) || 0,
    words: em(wordSpacing) || 0,
    width: Math.round(body.getBoundingClientRect().width),
    widened: Number(getComputedStyle(body).getPropertyValue('--r-width')),
  };
}

/** Runs in a surface: the sizes in px of what stands beside the running text, by what it is. */
function readSmallPrint() {
  const roots = [document, ...Array.from(document.documentElement.children, (child) => child.shadowRoot)];
  const page = roots.map((root) => root?.querySelector('.page')).find((found) => found?.querySelector('.page-body p'));
  const sizes = ['.page-body p', '.page-line', 'figcaption', 'caption'].map((selector) => {
    const element = page?.querySelector(selector);
    return [selector, element ? Number.parseFloat(getComputedStyle(element).fontSize) : 0];
  });
  return Object.fromEntries(sizes) as Record<string, number>;
}

const typeIs = (view: View, wanted: object) => expect.poll(() => view.evaluate(readType)).toMatchObject(wanted);
const surfaces = useSurfaces(used, '/en/handbook.html');

describe.each(['overlay', 'saved'] as const)('typefaces and measures: %s', (surface) => {
  let tab: Tab;
  beforeAll(async () => {
    tab = surfaces[surface];
    await tab.activate();
    await tab.press('a');
  });

  test('a bundled typeface is loaded when it is chosen, and unloaded with the choice', async () => {
    await typeIs(tab, { bundled: [] });
    await tab.clickNamed('Literata', 'radio');
    await typeIs(tab, { first: 'Recto Literata', bundled: ['Recto Literata'] });
    await tab.clickNamed('Atkinson', 'radio');
    await typeIs(tab, { first: 'Recto Atkinson', bundled: ['Recto Atkinson'] });
    await tab.clickNamed('Serif', 'radio');
    await typeIs(tab, { bundled: [] });
  });

  test('width, line height, letter and word spacing are set by their controls, and can be reset', async () => {
    // What the other surface took back at its end is shown here once it has been written.
    await typeIs(tab, { line: 1.6, letters: 0, words: 0, widened: 1 });
    const before = await tab.evaluate(readType);
    if (!before) throw new Error('no text stands');
    await tab.clickNamed('Narrower lines', 'button');
    await expect.poll(async () => (await tab.evaluate(readType))?.width).toBeLessThan(before.width);
    await tab.clickNamed('Looser lines', 'button');
    await typeIs(tab, { line: 1.76 });
    await tab.clickNamed('More settings', 'button');
    await tab.clickNamed('More space', 'button');
    await typeIs(tab, { letters: 0.02, words: 0 });
    // The controls for words have the same names, and come next: less, at the end of its scale, and more.
    await tab.press('Tab');
    await tab.press('Tab');
    await tab.press('Enter');
    await expect.poll(async () => (await tab.evaluate(readType))?.words).toBeGreaterThan(0);
    await tab.press('Shift+Tab');
    await tab.press('Enter');
    await typeIs(tab, { letters: 0.02, words: 0 });
    await tab.clickNamed('Less space', 'button');
    await tab.clickNamed('Tighter lines', 'button');
    await tab.clickNamed('Wider lines', 'button');
    await typeIs(tab, before);
    await tab.press('a');
  });
});

test.each([80, 400])(
  'at %d percent every surface has its own base, and captions and bylines at least 14 px',
  async (size) => {
    const { overlay, saved } = surfaces;
    await saved.evaluate((textSize) => chrome.storage.local.set({ 'settings.textSize': textSize }), size);
    const page = await used.browser.open(used.site.url('/en/handbook.html'));
    const popup = await page.pressToolbar();
    for (const [view, base] of [
      [overlay, 20],
      [saved, 20],
      [popup, 16.5],
    ] as const) {
      await expect
        .poll(async () => (await view.evaluate(readSmallPrint))['.page-body p'])
        .toBeCloseTo((base * size) / 100);
      const { '.page-body p': _, ...small } = await view.evaluate(readSmallPrint);
      expect(Math.min(...Object.values(small))).toBeGreaterThanOrEqual(14);
    }
    await popup.close();
    await page.close();
  },
);
