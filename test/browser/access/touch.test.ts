import { expect, test } from 'vitest';
import type { Tab } from '../driver/browser-driver.ts';
import { ChromiumTab } from '../driver/chromium-tab.ts';
import { accessibleText } from '../steps/accessible-names.ts';
import { extensionWithOpenRoots } from '../steps/axe-surfaces.ts';
import { findBeside } from '../steps/narrow.ts';
import { overlayIsGone, readOverlay } from '../steps/read-overlay.ts';
import { useBrowser } from '../use-browser.ts';
import { findSmallTargets } from './find-small-targets.ts';

// Roots that are open, so that the size of what stands in them can be measured; nothing else differs.
const used = useBrowser({ finger: true, extension: extensionWithOpenRoots() });

/** Opens the overlay on a phone: no mouse is there, and what was touched is noted. */
async function openOnPhone(path: string): Promise<Tab> {
  const tab = await used.browser.open(used.site.url(path));
  await tab.holdAsPhone();
  await tab.waitFor(() => innerWidth <= 500 && matchMedia('(pointer: coarse) and (hover: none)').matches);
  await tab.evaluate(() => {
    const { classList } = document.documentElement;
    addEventListener('pointerdown', ({ pointerType }) => classList.add(pointerType), true);
  });
  await tab.pressShortcut('toggle-reader');
  await tab.waitFor(readOverlay);
  return tab;
}

/** Whatever the tests run in, the page's own document remembers. */
const pointersOf = (tab: Tab) => tab.evaluate(() => [...document.documentElement.classList]);

/** Theme and size of the page that is shown. */
const lookOf = (tab: Tab) =>
  tab.evaluate(() => {
    const dialog = document.documentElement.lastElementChild?.shadowRoot?.querySelector('dialog');
    const page = dialog?.querySelector<HTMLElement>('.page');
    return { theme: dialog?.dataset['theme'], size: page?.style.getPropertyValue('--r-size') };
  });

/** Closes by the control, which must be where the thumb is. */
async function closeByThumb(tab: Tab): Promise<void> {
  const { y } = await tab.tapNamed('Close', 'button');
  await tab.waitFor(overlayIsGone);
  expect(y).toBeGreaterThan((await tab.evaluate(() => innerHeight)) * 0.8);
  expect(await pointersOf(tab)).toEqual(['touch']);
  await tab.close();
}

test('by touch alone the type panel is opened and theme and size are chosen, and Close is within reach of the thumb', async () => {
  const tab = await openOnPhone('/en/news.html');
  await tab.tapNamed(/^Aa/, 'button');
  await tab.tapNamed('Sepia', 'radio');
  await expect.poll(() => lookOf(tab)).toEqual({ theme: 'sepia', size: '1' });
  await tab.tapNamed('Larger text', 'button');
  await expect.poll(() => lookOf(tab)).toEqual({ theme: 'sepia', size: '1.1' });
  await tab.tapNamed(/^Aa/, 'button');
  await closeByThumb(tab);
});

test('a selection is highlighted by touch, in another colour too, and Close is not covered', async () => {
  const tab = await openOnPhone('/en/news.html');
  await tab.evaluate(() => {
    const host = document.documentElement.lastElementChild;
    const text = host?.shadowRoot?.querySelectorAll('.page-body p')[1]?.firstChild;
    if (text) getSelection()?.setBaseAndExtent(text, 0, text, 24);
  });
  await tab.tapNamed('Highlight', 'button');
  await tab.waitFor(() => CSS.highlights.has('recto-yellow'));
  await tab.tapNamed('Green');
  await tab.waitFor(() => CSS.highlights.has('recto-green') && !CSS.highlights.has('recto-yellow'));
  expect(await tab.evaluate(findSmallTargets)).toEqual([]);
  await closeByThumb(tab);
});

/** Runs in the page: by how much the bar beside a passage lies over the notice in the reader's own; null while one is not there. */
function overlapWithNotice(): number | null {
  const find = (root: ParentNode, selector: string): Element | null => {
    const inside = Array.from(root.querySelectorAll('*'), ({ shadowRoot }) => shadowRoot && find(shadowRoot, selector));
    return root.querySelector(selector) ?? inside.find(Boolean) ?? null;
  };
  const [bar, notice] = ['.highlight-bar', '.reader-bar .notice'].map((selector) =>
    find(document, selector)?.getBoundingClientRect(),
  );
  return bar && notice ? Math.min(bar.bottom, notice.bottom) - Math.max(bar.top, notice.top) : null;
}

test('the message that the first highlight saved the article stands beside the highlight bar, not under it', async () => {
  const tab = await openOnPhone('/en/gallery.html');
  await tab.evaluate(() => {
    const host = document.documentElement.lastElementChild;
    const text = host?.shadowRoot?.querySelector('.page-body p')?.firstChild;
    if (text) getSelection()?.setBaseAndExtent(text, 0, text, 24);
  });
  await tab.tapNamed('Highlight', 'button');
  await tab.waitFor(overlapWithNotice);
  await expect.poll(() => tab.evaluate(overlapWithNotice)).toBeLessThanOrEqual(0);
  await tab.close();
});

/** What opens over the article, by the control that opens it. */
const OPENED: [string, string | RegExp][] = [
  ['the article', ''],
  ['text and colours', /^Aa/],
  ['rare settings', 'More settings'],
  ['contents', 'Contents'],
  ['reading aloud', /^Read aloud/],
  ['more', 'More'],
];

test('every control is 44 px wide and high, on the screen, and visible without hover', async () => {
  const tab = await openOnPhone('/en/handbook.html');
  for (const [what, control] of OPENED) {
    if (control !== '') await tab.tapNamed(control, 'button');
    await expect.poll(async () => [what, ...(await tab.evaluate(findSmallTargets))]).toEqual([what]);
    await expect.poll(async () => [what, ...(await tab.evaluate(findBeside))]).toEqual([what]);
  }
  await tab.close();
});

test('what the receipt of a save offers is 44 px wide and high', async () => {
  const tab = await openOnPhone('/en/pictures.html');
  await tab.press('s');
  await expect.poll(() => accessibleText(tab)).toContain('Keep the rest');
  expect(await tab.evaluate(findSmallTargets)).toEqual([]);
  await tab.close();
});

test('the parts of the list, and the tags that an article can get, are 44 px high, and what rows offer can be hit on 24 px', async () => {
  const list = await used.browser.openRecto('library');
  await list.holdAsPhone();
  await list.waitFor(() => innerWidth <= 500 && matchMedia('(pointer: coarse)').matches);
  await list.evaluate(async () => {
    const ask = (name: string, input: object) => chrome.runtime.sendMessage({ protocol: 'recto/1', name, input });
    const { id } = (await ask('link.save', { url: 'https://news.example/tide', title: 'Tide' })).value;
    await ask('article.tag', { ids: [id], add: ['sea'], remove: [] });
  });
  await list.waitFor(() => document.querySelector('.row-title'));
  // The least that WCAG 2.2 asks for (success criterion 2.5.8): what the row below covers counts for nothing.
  const hard = await list.evaluate(() => {
    const offers = Array.from(document.querySelectorAll('.row:not(.row-probe) .row-actions button'));
    const heights = offers.map((button) => {
      button.scrollIntoView({ block: 'center' });
      const { x, width, top, height } = button.getBoundingClientRect();
      const lines = Array.from({ length: Math.ceil(height) }, (_, line) => top + line);
      const hit = lines.filter((y) => button.contains(document.elementFromPoint(x + width / 2, y))).length;
      return `${button.textContent} ${hit < 24 ? hit : 'fits'}`;
    });
    return [...new Set(heights)];
  });
  expect(hard.sort()).toEqual(['Archive fits', 'Delete fits', 'Favourite fits', 'Tags fits']);
  await list.press('j');
  await list.press('t');
  await list.waitFor(() => document.querySelector('.tag-dialog label'));
  const low = await list.evaluate(() => {
    const controls = Array.from(document.querySelectorAll('.rail a, .tag-dialog label, .tag-dialog-end button'));
    const heights = controls.map((control) => [control.textContent, control.getBoundingClientRect().height] as const);
    return heights.filter(([, height]) => height < 44).map(([name, height]) => `${name} ${Math.round(height)}`);
  });
  expect(low).toEqual([]);
  await list.close();
});

/** Runs in the library: the controls in what matches that are less than 44 px high or wide; null while there are none. */
function tooSmall(selector: string): string[] | null {
  const controls = Array.from(document.querySelectorAll(selector)).filter((control) => control.checkVisibility());
  const sizes = controls.map((control) => {
    const { width, height } = control.getBoundingClientRect();
    return { name: `${control.getAttribute('aria-label') ?? control.textContent}`, least: Math.min(width, height) };
  });
  if (sizes.length === 0 || !matchMedia('(pointer: coarse)').matches) return null;
  return sizes.filter(({ least }) => least < 44).map(({ name, least }) => `${name} ${Math.round(least)}`);
}

test('the menus of the list, what is done to selected rows, Undo, and the tags with their actions are 44 px high and wide', async () => {
  const list = await used.browser.openRecto('library');
  await list.holdAsPhone();
  await list.evaluate(async () => {
    const ask = (name: string, input: object) => chrome.runtime.sendMessage({ protocol: 'recto/1', name, input });
    const { id } = (await ask('link.save', { url: 'https://news.example/ebb', title: 'Ebb' })).value;
    await ask('article.tag', { ids: [id], add: ['sea', 'x'], remove: [] });
  });
  await list.waitFor(() => document.querySelector('.row-title'));
  expect(await list.waitFor(tooSmall, '.list-bar .arrange select')).toEqual([]);
  await list.press('j');
  await list.press('x');
  expect(await list.waitFor(tooSmall, '.list-bar .selection button')).toEqual([]);
  await list.press('s');
  expect(await list.waitFor(tooSmall, '.undo[data-shown] button')).toEqual([]);
  await list.press('Escape');
  await list.click('.rail li[data-section="tags"] a');
  await list.holdAsPhone();
  expect(await list.waitFor(tooSmall, '.rail a, .tag-list :is(a, button)')).toEqual([]);
  await list.clickNamed('Rename: sea', 'button');
  expect(await list.waitFor(tooSmall, '.tag-name')).toEqual([]);
  await list.close();
});

test('what has a picture kept, in its frame in the saved article, is 44 px high and wide', async () => {
  const tab = await openOnPhone('/en/pictures.html');
  await tab.press('s');
  const list = await used.browser.openRecto('library');
  const id = await list.waitFor(async (url): Promise<string | undefined> => {
    const question = { protocol: 'recto/1', name: 'article.find', input: { url } };
    return (await chrome.runtime.sendMessage(question)).value?.id;
  }, used.site.url('/en/pictures.html'));
  const reader = await used.browser.openRecto(`reader#${id}`);
  await reader.holdAsPhone();
  expect(await reader.waitFor(tooSmall, '.page-body .missing button')).toEqual([]);
  for (const opened of [reader, list, tab]) await opened.close();
});

test('the message while blocks are being hidden does not touch the line of text above it', async () => {
  const tab = await openOnPhone('/en/news.html');
  await tab.press('z');
  const room = await tab.askNamed('Done', 'button', (done) => {
    const bar = done.closest('.hide-bar');
    const hint = bar?.querySelector('p:not(:empty)');
    return bar && hint ? hint.getBoundingClientRect().top - bar.getBoundingClientRect().top : null;
  });
  expect(room).toBeGreaterThanOrEqual(6);
  await tab.press('Escape');
  await closeByThumb(tab);
});

test('printed code leaves no space for the copy button', async ({ skip }) => {
  const tab = await openOnPhone('/en/handbook.html');
  // Only Chromium's protocol shows a page as it would be printed; the sheet is the same in both browsers.
  if (!(tab instanceof ChromiumTab)) return skip();
  const room = () => {
    const code = document.documentElement.lastElementChild?.shadowRoot?.querySelector('.code pre');
    return (
      code &&
      Number.parseFloat(getComputedStyle(code).paddingBlockStart) -
        Number.parseFloat(getComputedStyle(code).paddingBlockEnd)
    );
  };
  await tab.waitFor(room);
  await tab.page.emulateMediaType('print');
  expect(await tab.evaluate(room)).toBe(0);
  await tab.page.emulateMediaType();
  await tab.close();
});

test('after an article with contents is saved, Undo fits on the one line of the bar', async () => {
  const tab = await openOnPhone('/en/handbook.html');
  await tab.press('s');
  const tops = () =>
    Promise.all(
      ['Undo', 'Contents', 'Close'].map((name) =>
        tab.askNamed(name, 'button', (control) => Math.round(control.getBoundingClientRect().top)),
      ),
    );
  // The bar may be on its way while the controls are asked one after the other.
  await expect.poll(async () => new Set(await tops()).size).toBe(1);
  await tab.close();
});

test('while a panel is open on a phone reading aloud can still be stopped, and the panel fits or scrolls', async () => {
  const tab = await openOnPhone('/en/news.html');
  await tab.press('r');
  await tab.askNamed('Stop reading aloud', 'button', () => true);
  for (const open of ['?', 'a', 'More settings']) {
    if (open.length === 1) await tab.press(open);
    else await tab.tapNamed(open, 'button');
    const room = () =>
      tab.askNamed('Stop reading aloud', 'button', (stop) => {
        const bar = stop.closest('.reader-bar');
        const boxOf = (selector: string) => bar?.querySelector(selector)?.getBoundingClientRect();
        const [panel, line, own] = [boxOf('.panel'), boxOf('.reader-bar-line'), stop.getBoundingClientRect()];
        return panel && line ? [panel.top, own.top - panel.bottom, line.top - own.bottom].map((px) => px >= 0) : null;
      });
    await expect.poll(async () => [open, await room()]).toEqual([open, [true, true, true]]);
  }
  await tab.tapNamed('Stop reading aloud', 'button');
  await tab.press('Escape');
  await closeByThumb(tab);
});

test('on a phone the copy button stands above the code, on the same ground', async () => {
  const tab = await openOnPhone('/en/handbook.html');
  const { space, ground } = await tab.waitFor(() => {
    const code = document.documentElement.lastElementChild?.shadowRoot?.querySelector('.code');
    const [button, words] = [code?.querySelector('.copy-code'), new Range()];
    const text = document.createTreeWalker(code ?? document, NodeFilter.SHOW_TEXT).nextNode();
    if (!button || !text) return null;
    words.selectNodeContents(text);
    const space = words.getBoundingClientRect().top - button.getBoundingClientRect().bottom;
    return { space, ground: getComputedStyle(button).backgroundColor };
  });
  expect(space).toBeGreaterThanOrEqual(0);
  expect(ground).toBe('rgba(0, 0, 0, 0)');
  await tab.close();
});
