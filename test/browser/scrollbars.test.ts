import { expect, test } from 'vitest';
import { openOverlay } from './open-surfaces.ts';
import { useBrowser } from './use-browser.ts';

const used = useBrowser({ colorScheme: 'light' });

/** Runs in the page: the paper of the overlay, its scrollbar, and the page's own beside it. */
function readColours() {
  const dialog = Array.from(document.documentElement.children, (child) => child.shadowRoot?.querySelector('dialog'))
    .filter((found) => found instanceof HTMLElement)
    .at(0);
  if (!dialog) return null;
  const { backgroundColor: paper, scrollbarColor: own } = getComputedStyle(dialog);
  return {
    theme: dialog.dataset['theme'],
    paper,
    own,
    page: getComputedStyle(document.documentElement).scrollbarColor,
  };
}

test('the scrollbars of full view have the colours of the theme, also of one that is chosen while it is open', async () => {
  const tab = await openOverlay(used, '/en/news.html');
  await tab.press('a');
  for (const [label, theme] of [
    ['Dark', 'dark'],
    ['Sepia', 'sepia'],
  ] as const) {
    await tab.clickNamed(label, 'radio');
    await expect.poll(async () => (await tab.evaluate(readColours))?.theme).toBe(theme);
    const paper = (await tab.evaluate(readColours))?.paper;
    await expect.poll(async () => (await tab.evaluate(readColours))?.page).toBe(`${paper} ${paper}`);
    const own = (await tab.evaluate(readColours))?.own;
    expect(own?.endsWith(` ${paper}`)).toBe(true);
  }
});
