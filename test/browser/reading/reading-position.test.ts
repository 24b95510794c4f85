import { expect, test } from 'vitest';
import type { Tab, View } from '../driver/browser-driver.ts';
import { barStays } from '../steps/bar-stays.ts';
import { pressShortcutAgain } from '../steps/press-shortcut-again.ts';
import { overlayIsGone, readOverlay } from '../steps/read-overlay.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser();

const PARAGRAPHS = Array.from(
  { length: 60 },
  (_, index) =>
    `<p>Number ${index}: the tide came in over the flats and the birds went up in one long sheet, turned over the harbour, and settled again where they had been before.</p>`,
);
const LONG = `<!doctype html><html lang="en"><title>Long</title><article><h1>A long article</h1>${PARAGRAPHS.join('')}</article></html>`;

/** Runs in a surface: the number of the first paragraph whose end is below the top edge, 0 while there is none. */
function paragraphAtTop(): number {
  const host = Array.from(document.documentElement.children).find((child) => child.shadowRoot?.querySelector('.page'));
  const root = host?.shadowRoot ?? document;
  const top = document.querySelector('.popup-main')?.getBoundingClientRect().top ?? 0;
  const first = Array.from(root.querySelectorAll('.page-body p')).find(
    (paragraph) => paragraph.getBoundingClientRect().bottom > top + 2,
  );
  return Number(/\d+/.exec(first?.textContent ?? '')?.[0] ?? 0);
}

/** Runs in the overlay's page: shows a paragraph at the top. */
function showParagraph(number: number): void {
  const host = Array.from(document.documentElement.children).find((child) => child.shadowRoot?.querySelector('.page'));
  const dialog = host?.shadowRoot?.querySelector('dialog');
  const paragraph = dialog?.querySelectorAll('.page-body p')[number];
  if (dialog && paragraph) dialog.scrollTop += paragraph.getBoundingClientRect().top + 4;
}

const near = async (view: View, number: number): Promise<void> => {
  await expect.poll(async () => Math.abs((await view.evaluate(paragraphAtTop)) - number)).toBeLessThanOrEqual(1);
};

async function openOverlay(tab: Tab): Promise<void> {
  await tab.pressShortcut('toggle-reader');
  await tab.waitFor(readOverlay);
}

async function closeOverlay(tab: Tab): Promise<void> {
  await tab.press('Escape');
  await tab.waitFor(overlayIsGone);
}

test('popup, overlay and saved copy share the reading position by paragraph, whatever the text size', async () => {
  used.site.serve('/long.html', LONG);
  const recto = await used.browser.openRecto('library');
  const tab = await used.browser.open(used.site.url('/long.html'));
  await openOverlay(tab);
  await tab.evaluate(showParagraph, 25);
  // The place is kept when scrolling has rested.
  await recto.waitFor(async () =>
    Object.values(await chrome.storage.session.get(null)).some((kept) => (kept as { block?: number }).block === 25),
  );
  await closeOverlay(tab);

  const popup = await tab.pressToolbar();
  await near(popup, 25);
  await popup.clickNamed('Save', 'button');
  await popup.clickNamed(/^Saved/, 'button');
  await popup.close();
  await tab.close();

  await recto.evaluate(() => chrome.storage.local.set({ 'settings.textSize': 150 }));
  await recto.activate();
  await recto.clickNamed('A long article', 'link');
  const reader = await used.browser.waitForTab('/src/reader/reader.html');
  await near(reader, 25);
  await reader.close();
});

/** Runs in the reader tab: shows a paragraph at the top. */
function showSavedParagraph(number: number): void {
  const paragraph = document.querySelectorAll('.page-body p')[number];
  if (paragraph) document.documentElement.scrollTop += paragraph.getBoundingClientRect().top + 4;
}

test('the position is kept when the reader is left right after scrolling, in the overlay and in the reader tab', async () => {
  used.site.serve('/hasty.html', LONG.replace('Long', 'A hasty article').replace('A long article', 'A hasty article'));
  const recto = await used.browser.openRecto('library');
  const tab = await used.browser.open(used.site.url('/hasty.html'));
  await openOverlay(tab);
  await tab.evaluate(showParagraph, 31);
  await closeOverlay(tab);
  await recto.waitFor(async () =>
    Object.values(await chrome.storage.session.get(null)).some((kept) => (kept as { block?: number }).block === 31),
  );

  await pressShortcutAgain(tab, 'toggle-reader');
  await tab.waitFor(readOverlay);
  await near(tab, 31);
  await barStays(tab, 'Save');
  await tab.clickNamed('Save', 'button');
  await recto.activate();
  await recto.clickNamed('A hasty article', 'link');
  const reader = await used.browser.waitForTab('/src/reader/reader.html');
  await near(reader, 31);
  await barStays(reader, 'Archive');
  await reader.evaluate(showSavedParagraph, 44);
  // The list's own tab has become the reader.
  await reader.close();
  const list = await used.browser.openRecto('library');
  await list.clickNamed('A hasty article', 'link');
  const again = await used.browser.waitForTab('/src/reader/reader.html');
  await near(again, 44);
  // The next test would take it for its own.
  await again.close();
});

test('the text that is read stays in place when the text size changes and changes back', async () => {
  used.site.serve('/growing.html', LONG.replace('Long', 'Growing').replace('A long article', 'A growing article'));
  const list = await used.browser.openRecto('library');
  await list.evaluate(() => chrome.storage.local.set({ 'settings.textSize': 100 }));
  const overlay = await used.browser.open(used.site.url('/growing.html'));
  await openOverlay(overlay);
  await overlay.press('s');
  await overlay.evaluate(showParagraph, 40);
  await list.activate();
  await list.clickNamed('A growing article', 'link');
  const saved = await used.browser.waitForTab('/src/reader/reader.html');
  await saved.waitFor(() => document.querySelector('.page-body p'));
  await saved.evaluate(showSavedParagraph, 40);
  for (const [tab, normal] of [
    [saved, await saved.evaluate(sizeOfText)],
    [overlay, await overlay.evaluate(sizeOfText)],
  ] as const) {
    await tab.activate();
    await near(tab, 40);
    // A tab that was behind may still be taking over the sizes that were chosen in the other.
    await expect.poll(() => tab.evaluate(sizeOfText)).toBe(normal);
    for (const key of ['+', '+', '+', '0']) {
      const before = await tab.evaluate(sizeOfText);
      await tab.press(key);
      await tab.waitFor(sizeOfTextIsNot, before);
      await near(tab, 40);
    }
  }
});

/** Runs in the overlay's page: shows a paragraph at the top in the moment in which the tab is hidden, before a frame is drawn. */
function showWhenHidden(number: number): void {
  const host = Array.from(document.documentElement.children).find((child) => child.shadowRoot?.querySelector('.page'));
  const dialog = host?.shadowRoot?.querySelector('dialog');
  const paragraph = dialog?.querySelectorAll('.page-body p')[number];
  const show = () => {
    if (dialog && paragraph) dialog.scrollTop += paragraph.getBoundingClientRect().top + 4;
  };
  window.addEventListener('visibilitychange', show, { capture: true, once: true });
}

test('a text that is hidden before its last scroll is painted keeps its position when the text size changes meanwhile', async () => {
  used.site.serve('/hidden.html', LONG.replace('Long', 'Hidden').replace('A long article', 'A hidden article'));
  const list = await used.browser.openRecto('library');
  const overlay = await used.browser.open(used.site.url('/hidden.html'));
  await openOverlay(overlay);
  await overlay.evaluate(showWhenHidden, 40);
  await list.activate();
  await near(overlay, 40);
  const before = await overlay.evaluate(sizeOfText);
  await list.evaluate(() => chrome.storage.local.set({ 'settings.textSize': 150 }));
  await overlay.waitFor(sizeOfTextIsNot, before);
  await overlay.activate();
  await near(overlay, 40);
});

/** Runs in a surface: how high the text is, in px. */
function sizeOfText(): number {
  const host = Array.from(document.documentElement.children).find((child) => child.shadowRoot?.querySelector('.page'));
  return (host?.shadowRoot ?? document).querySelector('.page-body')?.getBoundingClientRect().height ?? 0;
}

/** Runs in a surface: whether the text has another height. */
function sizeOfTextIsNot(height: number): boolean {
  const host = Array.from(document.documentElement.children).find((child) => child.shadowRoot?.querySelector('.page'));
  const body = (host?.shadowRoot ?? document).querySelector('.page-body');
  return body !== null && body.getBoundingClientRect().height !== height;
}
