import { expect, test } from 'vitest';
import { contrast } from '../../../src/model/settings/own-theme.ts';
import { extensionWithOpenRoots } from '../steps/axe-surfaces.ts';
import { boxesOf } from '../steps/boxes-of.ts';
import { isZoomedTo, zoomAllTabs } from '../steps/narrow.ts';
import { openOverlay } from '../steps/open-surfaces.ts';
import { useBrowser } from '../use-browser.ts';

// Roots that are open, so that what is marked in them can be read; nothing else differs.
const used = useBrowser({ extension: extensionWithOpenRoots() });

/** Runs in the page: which choices of the overlay are marked, and the font in which each is named. */
function readChoices() {
  const marked: string[] = [];
  const fonts: Record<string, string> = {};
  const look = (root: ParentNode): void => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) look(element.shadowRoot);
      if (!(element instanceof HTMLInputElement) || element.type !== 'radio' || !element.parentElement) continue;
      if (element.checked) marked.push(element.value);
      fonts[element.value] = getComputedStyle(element.parentElement).fontFamily;
    }
  };
  look(document);
  return { marked, fonts };
}

test("opening the rare settings leaves the marks of the choices above, and each typeface's name is set in it", async () => {
  const tab = await openOverlay(used, '/en/news.html');
  await tab.press('a');
  const above = ['system', 'serif'];
  await expect.poll(async () => (await tab.evaluate(readChoices)).marked).toEqual(above);
  await tab.clickNamed('More settings', 'button');
  const all = [...above, 'space', 'auto', 'off'];
  await expect.poll(async () => (await tab.evaluate(readChoices)).marked).toEqual(all);
  const { serif, sans, mono } = (await tab.evaluate(readChoices)).fonts;
  expect(new Set([serif, sans, mono]).size).toBe(3);
});

test('Enter on a choice does not close full view or scroll the page', async () => {
  const tab = await openOverlay(used, '/en/news.html');
  const address = await tab.url();
  await tab.press('a');
  await tab.clickNamed('Sepia', 'radio');
  await tab.press('Enter');
  await tab.clickNamed('Follow the system', 'radio');
  await expect.poll(async () => (await tab.evaluate(readChoices)).marked).toContain('system');
  expect(await tab.url()).toBe(address);
  await tab.close();
});

/** Runs in the page: the space below each row of the overlay's choices, and whether the page is drawn as one from long ago. */
function spaceBelowChoices() {
  const below: string[] = [];
  const look = (root: ParentNode): void => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) look(element.shadowRoot);
      if (element.classList.contains('choices-row')) below.push(getComputedStyle(element).marginBlockEnd);
    }
  };
  look(document);
  return { old: document.compatMode === 'BackCompat', below: [...new Set(below)] };
}

test('a page in quirks mode, where browsers put space below each form, has none below the choices', async () => {
  const tab = await openOverlay(used, '/en/no-doctype.html');
  await tab.press('a');
  await expect.poll(() => tab.evaluate(spaceBelowChoices)).toEqual({ old: true, below: ['0px'] });
  await tab.close();
});

/** Runs in the page: the control that has the focus, and whether it does nothing now. */
function focusedControl() {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return { name: focused?.getAttribute('aria-label'), rests: focused?.getAttribute('aria-disabled') === 'true' };
}

test('a button at the end of its scale keeps the focus, and keys move on from there', async () => {
  const tab = await openOverlay(used, '/en/news.html');
  await tab.press('a');
  await expect.poll(async () => (await tab.evaluate(readChoices)).marked).toContain('serif');
  const isAt = async (name: string) => (await tab.evaluate(focusedControl)).name === name;
  for (let presses = 0; presses < 40 && !(await isAt('Narrower lines')); presses += 1) await tab.press('Tab');
  for (let presses = 0; presses < 20 && !(await tab.evaluate(focusedControl)).rests; presses += 1)
    await tab.press('Enter');
  expect(await tab.evaluate(focusedControl)).toEqual({ name: 'Narrower lines', rests: true });
  await tab.press('Tab');
  await expect.poll(() => isAt('Wider lines')).toBe(true);
  await tab.press('Enter');
  expect(await tab.evaluate(focusedControl)).toEqual({ name: 'Wider lines', rests: false });
  await tab.close();
});

test.each([
  ['/de/news.html', ['serif', 'sans', 'mono', 'book', 'legible']],
  ['/ar/news.html', ['serif', 'sans', 'mono']],
] as const)('%s: a typeface without letters of the script is not offered', async (path, offered) => {
  const tab = await openOverlay(used, path);
  await tab.press('a');
  const typefaces = async () =>
    Object.keys((await tab.evaluate(readChoices)).fonts).filter((value) =>
      ['serif', 'sans', 'mono', 'book', 'legible'].includes(value),
    );
  await expect.poll(typefaces).toEqual(offered);
  await tab.close();
});

/** Runs in the page: makes the overlay's panel as narrow as it is beside a scrollbar of 15 px, in the root it is in. */
function narrowPanel(): boolean {
  const find = (root: ParentNode): HTMLElement | null =>
    root.querySelector<HTMLElement>('.type-panel') ??
    Array.from(root.querySelectorAll('*'), ({ shadowRoot }) => shadowRoot && find(shadowRoot)).find(Boolean) ??
    null;
  const panel = find(document);
  panel?.style.setProperty('inline-size', '276px');
  return panel !== null;
}

test('in the narrowest window no colour is alone on a line, with a scrollbar or without', async () => {
  const library = await used.browser.openRecto('library');
  const tab = await openOverlay(used, '/en/news.html');
  await tab.press('a');
  await zoomAllTabs(library, 4);
  await tab.waitFor(isZoomedTo, 4);
  const ends = ['.choice:has([value="system"])', '.choice:has([value="own"])'] as const;
  const [first, last] = await tab.waitFor(boxesOf, ...ends);
  expect(last?.top).toBe(first?.top);
  expect(await tab.evaluate(narrowPanel)).toBe(true);
  const [left, right] = await tab.waitFor(boxesOf, ...ends);
  expect(right?.top).toBe(left?.top);
  await zoomAllTabs(library, 1);
});

test('in the settings the panel is part of the page and does not scroll by itself in a low window', async () => {
  const settings = await used.browser.openRecto('library#settings');
  await settings.clickNamed('More settings', 'button');
  await zoomAllTabs(settings, 2);
  await settings.waitFor(() => innerHeight < 600 && document.querySelector('.type-details') !== null);
  const rooms = await settings.evaluate(() => {
    const panel = document.querySelector('.settings .type-panel');
    return panel && [panel.getBoundingClientRect().height > innerHeight - 58, getComputedStyle(panel).overflowY];
  });
  expect(rooms).toEqual([true, 'visible']);
  await zoomAllTabs(settings, 1);
});

/** Runs in the settings: colours of what is said of the own ones, and of what it stands on, each `#rrggbb`. */
function coloursOfVerdict(): [string, string] | null {
  const verdict = document.querySelector('.own-colours [data-poor]');
  const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!verdict || !pen) return null;
  const hexOf = (colour: string) => {
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = colour;
    pen.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = pen.getImageData(0, 0, 1, 1).data;
    return alpha < 255 ? null : `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
  };
  const paperOf = (element: Element | null): string =>
    element ? (hexOf(getComputedStyle(element).backgroundColor) ?? paperOf(element.parentElement)) : '#ffffff';
  return [hexOf(getComputedStyle(verdict).color) ?? '', paperOf(verdict)];
}

test('a warning about custom colours that are not readable on each other is shown in readable colours', async () => {
  const settings = await used.browser.openRecto('library#settings');
  const own = { theme: 'own', ownPaper: '#777777', ownInk: '#808080' };
  await settings.evaluate(
    (chosen) =>
      chrome.storage.local.set(
        Object.fromEntries(Object.entries(chosen).map(([name, value]) => [`settings.${name}`, value])),
      ),
    own,
  );
  await settings.waitFor(() => document.documentElement.dataset['theme'] === 'own');
  const [words, paper] = await settings.waitFor(coloursOfVerdict);
  expect(contrast(words, paper)).toBeGreaterThanOrEqual(4.5);
  await settings.evaluate(
    (names) => chrome.storage.local.remove(names),
    Object.keys(own).map((name) => `settings.${name}`),
  );
});
