import { beforeAll, describe, expect, test } from 'vitest';
import type { Tab } from '../driver/browser-driver.ts';
import { openOverlay, useSurfaces } from '../steps/open-surfaces.ts';
import { overlayIsGone } from '../steps/read-overlay.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser();

/** Runs in a surface: what stays bright. */
function readVeil() {
  const roots = [document, ...Array.from(document.documentElement.children, (child) => child.shadowRoot)];
  const root = roots.find((found) => found?.querySelector('.page-body p'));
  const veil = root?.querySelector<HTMLElement>('.focus-veil');
  const [above, below] = Array.from(veil?.children ?? [], (sheet) => sheet.getBoundingClientRect());
  const paragraph = root?.querySelector('.page-body p');
  if (!root || !veil || !above || !below || !paragraph) return { mode: 'off', lines: 0, isBlock: false };
  const { bottom: from } = above;
  const { top: to } = below;
  const blocks = Array.from(root.querySelectorAll('.page-body :is(p, h2, figcaption, figure, .missing)'));
  const line = Number.parseFloat(getComputedStyle(paragraph).lineHeight);
  return {
    mode: veil.dataset['mode'],
    /** How high it is, in lines; a ruler's edges are drawn within it. */
    lines: Math.round((to - from) / line),
    /** It is what a block of the article takes, and a little more. */
    isBlock: blocks
      .map((block) => block.getBoundingClientRect())
      .some(({ top, bottom }) => Math.abs(top - from) < 8 && Math.abs(bottom - to) < 8),
  };
}

/**
 * Runs in a surface: what is drawn over the veil in what stands before or behind the bright block, by its class or name; null
 * while there is no veil, or nothing of the kind in the window.
 */
function findOverVeil(): string[] | null {
  const roots = [document, ...Array.from(document.documentElement.children, (child) => child.shadowRoot)];
  const root = roots.find((found) => found?.querySelector('.page-body p'));
  const sheets = Array.from(root?.querySelectorAll<HTMLElement>('.focus-veil > div') ?? []);
  const [above, below] = sheets.map((sheet) => sheet.getBoundingClientRect());
  if (!root || !above || !below) return null;
  const middles = Array.from(root.querySelectorAll('.page-line > *, .page-body img'), (element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return { element, x: left + width / 2, y: top + height / 2 };
  }).filter(({ y }) => y > 60 && y < innerHeight && (y < above.bottom || y > below.top));
  if (new Set(middles.map(({ element }) => element.localName === 'img')).size < 2) return null;
  for (const sheet of sheets) sheet.style.pointerEvents = 'auto';
  const over = middles.filter(({ x, y }) => !root.elementFromPoint(x, y)?.closest('.focus-veil'));
  for (const sheet of sheets) sheet.style.pointerEvents = '';
  return over.map(({ element }) => element.getAttribute('class') ?? element.localName);
}

/** Runs in a surface: how many pictures are seen, and how long the text is. */
function readPictures() {
  const roots = [document, ...Array.from(document.documentElement.children, (child) => child.shadowRoot)];
  const body = roots.map((root) => root?.querySelector('.page-body')).find((found) => found?.querySelector('p'));
  const pictures = Array.from(body?.querySelectorAll('img, .missing') ?? []);
  const paragraphs = Array.from(body?.querySelectorAll('p') ?? []);
  return {
    pictures: pictures.filter((picture) => picture.checkVisibility()).length,
    paragraphs: paragraphs.filter((paragraph) => paragraph.checkVisibility()).length,
  };
}

const veilIs = (tab: Tab, wanted: object) => expect.poll(() => tab.evaluate(readVeil)).toMatchObject(wanted);
const picturesAre = (tab: Tab, wanted: object) => expect.poll(() => tab.evaluate(readPictures)).toMatchObject(wanted);

/** Brings a tab in front; keys pressed before it has the focus would be lost. */
async function bringInFront(tab: Tab): Promise<void> {
  await tab.activate();
  await tab.waitFor(() => document.hasFocus());
}

const surfaces = useSurfaces(used, '/en/gallery.html');

const keptIs = (focus: string) =>
  surfaces.saved.waitFor(
    async (wanted) => (await chrome.storage.local.get('settings.focus'))['settings.focus'] === wanted,
    focus,
  );

describe.each(['overlay', 'saved'] as const)('reading aids: %s', (surface) => {
  let tab: Tab;
  beforeAll(async () => {
    tab = surfaces[surface];
    await bringInFront(tab);
  });

  test('focus on a paragraph, on a line or on a ruler is set by key and by control', async () => {
    await veilIs(tab, { mode: 'off' });
    await tab.press('f');
    await veilIs(tab, { mode: 'paragraph', isBlock: true });
    // Lines that move without anybody scrolling.
    await tab.press('+');
    await veilIs(tab, { mode: 'paragraph', isBlock: true });
    await tab.press('0');
    await tab.press('a');
    await tab.clickNamed('More settings', 'button');
    await tab.clickNamed('Line', 'radio');
    await veilIs(tab, { mode: 'line', lines: 1 });
    await tab.clickNamed('Ruler', 'radio');
    await veilIs(tab, { mode: 'ruler', lines: 2 });
    await keptIs('ruler');
    await tab.press('a');
  });

  test('the veil lies over all that is not read, the line below the title and darkened pictures too', async () => {
    await surfaces.saved.evaluate(() =>
      chrome.storage.local.set({ 'settings.theme': 'dark', 'settings.focus': 'line' }),
    );
    await veilIs(tab, { mode: 'line' });
    await expect.poll(() => tab.evaluate(findOverVeil)).toEqual([]);
    await surfaces.saved.evaluate(() =>
      chrome.storage.local.set({ 'settings.theme': 'system', 'settings.focus': 'ruler' }),
    );
    await veilIs(tab, { mode: 'ruler' });
  });

  test('a key hides pictures and nothing else, and shows them again', async () => {
    const before = await tab.evaluate(readPictures);
    expect(before.pictures).toBeGreaterThan(3);
    await tab.press('i');
    await picturesAre(tab, { ...before, pictures: 0 });
    await tab.press('i');
    await picturesAre(tab, before);
    await tab.press('f');
    await veilIs(tab, { mode: 'off' });
    // What is set next in another tab has to come after it.
    await keptIs('off');
  });
});

test('both settings apply in the next overlay and in the saved copy', async () => {
  const { overlay, saved } = surfaces;
  await bringInFront(overlay);
  // What was set in the saved copy has come here: a key goes on from what is shown.
  await veilIs(overlay, { mode: 'off' });
  await overlay.press('f');
  await overlay.press('i');
  for (const tab of [overlay, saved]) {
    await veilIs(tab, { mode: 'paragraph' });
    await picturesAre(tab, { pictures: 0 });
  }
  await overlay.press('Escape');
  await overlay.waitFor(overlayIsGone);
  const next = await openOverlay(used, '/en/gallery.html');
  await veilIs(next, { mode: 'paragraph' });
  await picturesAre(next, { pictures: 0 });
});

test('letter shortcuts can be turned off, and other keys still work', async () => {
  const { saved } = surfaces;
  await bringInFront(saved);
  await saved.evaluate(() => chrome.storage.local.set({ 'settings.letterKeys': false, 'settings.focus': 'line' }));
  // Both come with one event: once the veil has changed, letters are off.
  await veilIs(saved, { mode: 'line' });
  await saved.press('f');
  await saved.press('?');
  await saved.waitFor(() => document.querySelector('.key-sheet'));
  expect((await saved.evaluate(readVeil)).mode).toBe('line');
  const list = await used.browser.openRecto('library');
  await list.waitFor(() => document.querySelector('main li[data-id]'));
  await list.press('ArrowDown');
  await list.waitFor(() => document.activeElement?.closest('li[data-id]'));
  await list.press('e');
  await list.press('?');
  await list.waitFor(() => document.querySelector('.key-help[open]'));
  expect(await list.evaluate(() => document.querySelectorAll('main li[data-id]').length)).toBe(1);
  const caps = await list.evaluate(() =>
    Array.from(document.querySelectorAll('.key-help kbd'), (cap) => cap.textContent),
  );
  expect(caps).toContain('/');
  expect(caps.filter((cap) => /^[A-Z]$/.test(cap ?? ''))).toEqual([]);
});
