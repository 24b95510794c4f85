import { beforeAll, expect, test } from 'vitest';
import { contrast } from '../../../src/model/settings/own-theme.ts';
import type { Tab, View } from '../driver/browser-driver.ts';
import { isDrawn } from '../steps/is-drawn.ts';
import { openOverlay, openSavedCopy } from '../steps/open-surfaces.ts';
import { useBrowser } from '../use-browser.ts';
import { readGreens } from './read-greens.ts';

const used = useBrowser({ forcedColors: true, reducedMotion: true });
let overlay: Tab;
let reader: Tab;

beforeAll(async () => {
  overlay = await openOverlay(used, '/en/handbook.html');
  reader = await openSavedCopy(used, overlay);
});

/** Colours of an element of the page, or of what CSS draws in it: what tells one state from another. */
const look = (view: View, selector: string, pseudo?: string) =>
  view.evaluate(
    (wanted, part) => {
      const element = document.querySelector(wanted);
      if (!element) throw new Error(`${wanted} is not there`);
      const { color, backgroundColor, borderTopStyle, outlineStyle } = getComputedStyle(element, part);
      return { color, backgroundColor, borderTopStyle, outlineStyle };
    },
    selector,
    pseudo ?? null,
  );

test('the browser forces its colours and asks for no motion', async () => {
  expect(
    await reader.evaluate(() => [
      matchMedia('(forced-colors: active)').matches,
      matchMedia('(prefers-reduced-motion: reduce)').matches,
    ]),
  ).toEqual([true, true]);
});

test('pressed, selected and current controls can be told from the others', async () => {
  await reader.press('a');
  await reader.waitFor(() => document.querySelector('.type-panel'));
  const pressed = await look(reader, '.reader-bar-line .button[aria-expanded="true"]');
  const other = await look(reader, '.reader-bar-line .button[aria-expanded="false"]');
  expect(pressed.backgroundColor).not.toBe(other.backgroundColor);
  expect(other.borderTopStyle).toBe('solid');
  const chosen = await look(reader, '.choice:has(:checked)');
  const free = await look(reader, '.choice:not(:has(:checked))');
  expect(chosen.backgroundColor).not.toBe(free.backgroundColor);
  const swatches = await Promise.all(['sepia', 'black'].map((theme) => look(reader, `.swatch[data-theme="${theme}"]`)));
  expect(swatches[0]?.backgroundColor).not.toBe(swatches[1]?.backgroundColor);
  await reader.press('a');
});

test('the current section and highlighted passages are marked', async () => {
  await reader.evaluate(() => document.querySelectorAll('.page-body h2')[1]?.scrollIntoView());
  await reader.waitFor(() => document.querySelector('.contents button[aria-current]'));
  const line = await look(reader, '.contents button[aria-current]', '::before');
  const paper = await look(reader, '.reader-bar-line');
  expect(line.backgroundColor).not.toBe(paper.backgroundColor);
  await reader.evaluate(() => {
    const text = document.querySelector('.page-body p')?.firstChild;
    text?.parentElement?.scrollIntoView();
    if (text instanceof Text) getSelection()?.setBaseAndExtent(text, 0, text, 12);
  });
  await reader.waitFor(() => document.querySelector('.highlight-bar'));
  await reader.click('.highlight-bar .button');
  await reader.waitFor(() => document.querySelector('.highlight-colour[aria-pressed="true"]'));
  const dots = await Promise.all(
    ['yellow', 'blue'].map((colour) => look(reader, `.highlight-colour[data-colour="${colour}"]`, '::before')),
  );
  expect(dots[0]?.backgroundColor).not.toBe(dots[1]?.backgroundColor);
  expect(dots[0]?.outlineStyle).toBe('solid');
  expect(dots[1]?.outlineStyle).toBe('none');
  await reader.waitFor(isDrawn, 'recto-yellow');
  const painted = await look(reader, '.page-body', '::highlight(recto-yellow)');
  expect(painted.backgroundColor).not.toBe(paper.backgroundColor);
});

test('words of code that are coloured otherwise do not look selected', async () => {
  const corner = await reader.waitFor(() => {
    const [marked] = CSS.highlights.get('recto-code-keyword') ?? [];
    if (!marked) return null;
    const range = new Range();
    range.setStart(marked.startContainer, marked.startOffset);
    range.setEnd(marked.endContainer, marked.endOffset);
    marked.startContainer.parentElement?.scrollIntoView({ block: 'center' });
    const { left, top } = range.getBoundingClientRect();
    return { x: Math.round(left) + 1, y: Math.round(top) + 2 };
  });
  const [word, paper] = await readGreens(reader, reader, [corner, { ...corner, x: corner.x - 8 }]);
  expect(word).toBe(paper);
});

/** The colour of the element that is found, and of the system's paper, both as `#rrggbb`. */
function inkAndPaper(selector: string): [string, string] {
  const ink = document.querySelector(selector);
  if (!ink) throw new Error(`${selector} is not there`);
  const sample = document.createElement('p');
  sample.style.cssText = 'background: Canvas';
  document.body.append(sample);
  const colours = [getComputedStyle(ink).color, getComputedStyle(sample).backgroundColor];
  sample.remove();
  const hexOf = (colour = ''): string =>
    `#${(colour.match(/\d+/g) ?? []).map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`;
  return [hexOf(colours[0]), hexOf(colours[1])];
}

test('the current part of the library is readable: its colour is one for text', async () => {
  const list = await used.browser.openRecto('library');
  await list.waitFor(() => document.querySelector('nav [aria-current]'));
  const [ink, paper] = await list.evaluate(inkAndPaper, 'nav [aria-current]');
  expect(contrast(ink, paper)).toBeGreaterThanOrEqual(4.5);
  await list.close();
});

test('a primary button that is hovered keeps the background that its text colour is made for', async () => {
  const settings = await used.browser.openRecto('library#settings/backup');
  const main = '#backup .button[data-primary]:enabled';
  await settings.waitFor((selector) => document.querySelector(selector), main);
  const before = await look(settings, main);
  await settings.click(main);
  await settings.waitFor((selector) => document.querySelector(selector), `${main}:hover`);
  expect(await look(settings, `${main}:hover`)).toEqual(before);
  await settings.close();
});

test('a selected row of the list is outlined', async () => {
  const list = await used.browser.openRecto('library');
  await list.waitFor(() => document.querySelector('.row-title'));
  await list.press('j');
  await list.press('x');
  await list.waitFor(() => document.querySelector('.row[data-selected]'));
  await list.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  expect((await look(list, '.row[data-selected]')).outlineStyle).toBe('solid');
  await list.close();
});

test('menus of the list have an arrow, and placeholders do not look typed', async () => {
  const list = await used.browser.openRecto('library');
  await list.waitFor(() => document.querySelector('.row-title'));
  const arrow = await list.evaluate(() => {
    const { appearance, backgroundImage } = getComputedStyle(document.querySelector('.arrange select') as Element);
    return appearance !== 'none' || backgroundImage.includes('gradient');
  });
  expect(arrow).toBe(true);
  await list.press('j');
  await list.press('t');
  await list.waitFor(() => document.querySelector('.tag-dialog input'));
  for (const field of ['.search input', '.tag-dialog input'])
    expect((await look(list, field, '::placeholder')).color).not.toBe((await look(list, field)).color);
  await list.close();
});

test('nothing moves by itself: no transition and no animation lasts', async () => {
  const moving = await reader.evaluate(() =>
    Array.from(document.querySelectorAll('*')).flatMap((element) => {
      const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
      const still = /^(0s(, )?)+$/.test(transitionDuration) && animationName === 'none' && scrollBehavior !== 'smooth';
      return still ? [] : [`${element.localName}.${element.getAttribute('class')}`];
    }),
  );
  expect(moving).toEqual([]);
});

test('the overlay has the colours of the contrast theme, whatever theme is chosen, and nothing in it moves by itself', async () => {
  await overlay.activate();
  for (const theme of ['Sepia', 'Dark']) {
    await overlay.press('a');
    await overlay.clickNamed(theme, 'radio');
    await overlay.press('a');
    await overlay.waitFor(
      (chosen) =>
        document.documentElement.lastElementChild?.shadowRoot?.querySelector(`dialog[data-theme="${chosen}"]`),
      theme.toLowerCase(),
    );
    const { paper, ink, system, moving } = await overlay.evaluate(() => {
      const root = document.documentElement.lastElementChild?.shadowRoot;
      const of = (selector: string) => {
        const found = root?.querySelector(selector);
        if (!found) throw new Error(`${selector} is not there`);
        return getComputedStyle(found);
      };
      // How the browser draws the system's own colours, where nobody else has a say.
      const sample = document.createElement('p');
      sample.style.cssText = 'color: CanvasText; background: Canvas';
      document.body.append(sample);
      const { color, backgroundColor } = getComputedStyle(sample);
      sample.remove();
      return {
        paper: of('dialog').backgroundColor,
        ink: of('.page-body p').color,
        system: { paper: backgroundColor, ink: color },
        moving: Array.from(root?.querySelectorAll('*') ?? []).flatMap((element) => {
          const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
          const still =
            /^(0s(, )?)+$/.test(transitionDuration) && animationName === 'none' && scrollBehavior !== 'smooth';
          return still ? [] : [`${element.localName}.${element.getAttribute('class')}`];
        }),
      };
    });
    expect({ paper, ink }).toEqual(system);
    expect(moving).toEqual([]);
  }
});
