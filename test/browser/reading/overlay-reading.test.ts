import { expect, test } from 'vitest';
import { accessibleNames } from '../steps/accessible-names.ts';
import { overlayIsGone, readOverlay } from '../steps/read-overlay.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser();

/** Runs in the page: how the overlay's first paragraph is set, and how far it is scrolled. */
function howItIsSet() {
  const host = Array.from(document.documentElement.children).find((child) => child.shadowRoot?.querySelector('.page'));
  const paragraph = host?.shadowRoot?.querySelector('.page-body p');
  const dialog = host?.shadowRoot?.querySelector('dialog');
  if (!paragraph || !dialog) return null;
  const { fontSize, textAlign } = getComputedStyle(paragraph);
  return { fontSize, textAlign, scrolled: dialog.scrollTop, theme: dialog.dataset['theme'] };
}

test('keys enlarge the text and change the theme, and the next page opens with both', async () => {
  const tab = await used.browser.open(used.site.url('/en/news.html'));
  await tab.pressShortcut('toggle-reader');
  await tab.waitFor(readOverlay);
  expect((await tab.evaluate(howItIsSet))?.fontSize).toBe('20px');
  await tab.press('+');
  await tab.press('w');
  // Firefox's key presses are sent to the page's process without waiting for it.
  await expect.poll(() => tab.evaluate(howItIsSet)).toMatchObject({ fontSize: '22px', theme: 'light' });
  await tab.press('Escape');
  await tab.waitFor(overlayIsGone);
  const next = await used.browser.open(used.site.url('/en/busy.html'));
  await next.pressShortcut('toggle-reader');
  await next.waitFor(readOverlay);
  // Full view was closed right after the keys: what they chose may still be on its way to storage.
  await expect.poll(() => next.evaluate(howItIsSet)).toMatchObject({ fontSize: '22px', theme: 'light' });
});

test('holding Esc closes the panel and nothing else', async () => {
  const tab = await used.browser.open(used.site.url('/en/news.html'));
  await tab.pressShortcut('toggle-reader');
  await tab.waitFor(readOverlay);
  const isOpen = () => tab.askNamed('Aa: Text and colours', 'button', (button) => button.getAttribute('aria-expanded'));
  await tab.press('a');
  await expect.poll(isOpen).toBe('true');
  await tab.hold('Escape', 3);
  await expect.poll(isOpen).toBe('false');
  // Full view would be gone by now: this key comes after those.
  await tab.press('a');
  await expect.poll(isOpen).toBe('true');
});

test('every control has a name', async () => {
  const tab = await used.browser.open(used.site.url('/en/news.html'));
  await tab.pressShortcut('toggle-reader');
  await tab.waitFor(readOverlay);
  const names = () => accessibleNames(tab, 'button');
  await expect
    .poll(names)
    .toEqual(expect.arrayContaining(['Save', 'Aa: Text and colours', 'Original', 'Reading list', 'More', 'Close']));
  expect(await names()).not.toContain('');
});

test('the sheet of keys names the key that is set for full view', async () => {
  const tab = await used.browser.open(used.site.url('/en/news.html'));
  await tab.pressShortcut('toggle-reader');
  await tab.waitFor(readOverlay);
  await tab.press('?');
  await expect
    .poll(() => tab.askNamed('Keyboard shortcuts', 'region', ({ textContent }) => textContent))
    .toContain('Alt+ROpen or close the reader in the page');
});
