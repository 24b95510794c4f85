import { beforeAll, expect, test } from 'vitest';
import type { Tab } from '../driver/browser-driver.ts';
import { extensionWithOpenRoots } from '../steps/axe-surfaces.ts';
import { boxesOf } from '../steps/boxes-of.ts';
import { zoomAllTabs } from '../steps/narrow.ts';
import { openOverlay, openSavedCopy } from '../steps/open-surfaces.ts';
import { useBrowser } from '../use-browser.ts';

// Roots that are open, so that what stands in them can be measured; nothing else differs.
/** Runs in a surface: scrolls to the end; gives how far below the window's upper edge the last heading of the text stands. */
function scrollToEnd(): number {
  const roots = Array.from(document.documentElement.children, ({ shadowRoot }) => shadowRoot ?? document);
  const root = roots.find((one) => one.querySelector('.page-body')) ?? document;
  const scroller = root.querySelector('dialog') ?? document.documentElement;
  scroller.scrollTop = scroller.scrollHeight;
  const headings = Array.from(root.querySelectorAll('.page-body :is(h2, h3)'));
  return headings.find(({ textContent }) => textContent === 'What is left')?.getBoundingClientRect().top ?? 0;
}

const used = useBrowser({ extension: extensionWithOpenRoots() });
let overlay: Tab;
let reader: Tab;

beforeAll(async () => {
  overlay = await openOverlay(used, '/en/handbook.html');
  reader = await openSavedCopy(used, overlay);
});

test('a message below the bar does not cut off the contents beside the text', async () => {
  await overlay.activate();
  const [notice, entry] = await overlay.waitFor(boxesOf, '.reader-bar .notice', '.contents[data-place="side"] bdi');
  expect(entry?.top).toBeGreaterThan(notice?.bottom ?? Number.POSITIVE_INFINITY);
});

test('nor do a message and the controls of reading aloud together', async () => {
  await overlay.activate();
  await overlay.press('r');
  const below = async () => {
    const boxes = await overlay.waitFor(
      boxesOf,
      '.speech-bar',
      '.reader-bar .notice',
      '.contents[data-place="side"] bdi',
    );
    return (boxes[2]?.top ?? 0) - Math.max(...boxes.slice(0, 2).map(({ bottom }) => bottom));
  };
  await expect.poll(below).toBeGreaterThan(0);
  await overlay.clickNamed('Stop reading aloud', 'button');
});

test('the contents beside the text are dimmed as a whole when focus is on a paragraph', async () => {
  await overlay.activate();
  await overlay.press('f');
  // The setting is one for both.
  for (const tab of [overlay, reader]) {
    await tab.activate();
    const opacity = () =>
      tab.evaluate(() => {
        const side = Array.from(document.documentElement.children, ({ shadowRoot }) => shadowRoot ?? document)
          .map((root) => root.querySelector('.overlay-side, .tab-side'))
          .find(Boolean);
        const style = side && getComputedStyle(side);
        return style && [Number(style.opacity) < 0.5, style.zIndex];
      });
    await expect.poll(opacity).toEqual([true, '1']);
  }
  await reader.evaluate(() => chrome.storage.local.remove('settings.focus'));
});

test('in a wide window the contents stand beside the text, and the empty space beside them does not catch clicks', async () => {
  for (const tab of [overlay, reader]) {
    await tab.activate();
    await zoomAllTabs(reader, 0.5);
    await tab.waitFor(() => innerWidth > 2000);
    const gap = async () => {
      const [list, text] = await tab.waitFor(boxesOf, '.contents[data-place="side"] ol', '.page-body');
      return (text?.left ?? 0) - (list?.right ?? 0);
    };
    await expect.poll(gap).toBeLessThan(60);
    expect(await gap()).toBeGreaterThan(0);
    const [whole, list] = await tab.waitFor(boxesOf, '.contents[data-place="side"]', '.contents[data-place="side"] ol');
    expect((list?.left ?? 0) - (whole?.left ?? 0)).toBeLessThan(10);
  }
});

test('in a tall window the last section is marked at the end of the article, far below the bar', async () => {
  for (const tab of [overlay, reader]) {
    await tab.activate();
    await zoomAllTabs(reader, 0.4);
    await tab.waitFor(() => innerWidth > 2600);
    await expect.poll(() => tab.evaluate(scrollToEnd)).toBeGreaterThan(200);
    const mark = () => tab.askNamed('What is left', 'button', (entry) => entry.getAttribute('aria-current'));
    await expect.poll(mark).toBe('location');
  }
  await zoomAllTabs(reader, 1);
});
