import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { copyExtension } from '../../../scripts/extraction/copy-extension.ts';
import type { Tab, View } from '../driver/browser-driver.ts';
import { buildOf } from '../driver/build-of.ts';
import { browserUnderTest } from '../driver/launch-browser.ts';
import { openOverlay, openSavedCopy } from '../steps/open-surfaces.ts';
import { useBrowser } from '../use-browser.ts';

/**
 * The first callback for a frame runs right before anything is painted, so that what it sees is the first colour. It is
 * asked for by a script of its own at the top of the page; the build has no more than that beside what is shipped.
 */
const PROBE = `requestAnimationFrame(() => {
  globalThis.firstColour = getComputedStyle(document.documentElement).backgroundColor;
});`;

function probedExtension(): string {
  const folder = copyExtension(buildOf(browserUnderTest()), { 'probe.js': PROBE });
  for (const name of ['popup', 'library', 'reader']) {
    const path = join(folder, 'src', name, `${name}.html`);
    writeFileSync(path, readFileSync(path, 'utf8').replace('<head>', '<head><script src="/probe.js"></script>'));
  }
  return folder;
}

const used = useBrowser({ extension: probedExtension(), colorScheme: 'light' });

/** The first colour of a page of Recto's own, and the one that it has once it stands. */
async function coloursOf(view: View): Promise<{ first: string; settled: string }> {
  // A popup can have its text before its first frame.
  await view.waitFor(() => 'firstColour' in globalThis && document.querySelector('.page-body p, main li[data-id]'));
  return view.evaluate(() => ({
    first: (globalThis as { firstColour?: string }).firstColour ?? '',
    settled: getComputedStyle(document.documentElement).backgroundColor,
  }));
}

/** A document at Recto's address that is no page of Recto's, and leaves no word itself. */
let beside: Tab;
beforeAll(async () => {
  beside = await used.browser.open(`${used.browser.origin}/icons/icon-16.png`);
});

/**
 * What is chosen in the overlay is stored a moment after. In Firefox the background leaves word of it then
 * (`remember-overlay-theme.ts`).
 */
async function waitForWord(key: string, theme: string | null): Promise<void> {
  await beside.waitFor(
    async (ofSite, wanted) => {
      const kept = Object.entries(await chrome.storage.local.get(null));
      const styles = JSON.stringify(kept.filter(([name]) => name.startsWith(ofSite ? 'site.' : 'settings.')));
      return wanted === null ? styles === '[]' : styles.includes(`"${wanted}"`);
    },
    key === 'theme.sites',
    theme,
  );
  if (browserUnderTest() !== 'firefox') return;
  await beside.waitFor(
    (name, wanted) => (localStorage.getItem(name)?.includes(wanted ?? '') ?? false) === (wanted !== null),
    key,
    theme,
  );
}

async function chooseTheme(overlay: Tab, name: string, stored: string): Promise<void> {
  await overlay.clickNamed(name, 'radio');
  await overlay.waitFor(
    (theme) => document.documentElement.lastElementChild?.shadowRoot?.querySelector(`[data-theme="${theme}"]`),
    stored,
  );
}

test('a theme chosen in the overlay is the first colour that list, saved article and popup are painted with', async () => {
  const overlay = await openOverlay(used, '/en/news.html');
  const saved = await openSavedCopy(used, overlay);
  const address = new URL(await saved.url());
  const light = await coloursOf(saved);
  await saved.close();

  await overlay.press('a');
  await chooseTheme(overlay, 'Dark', 'dark');
  await waitForWord('theme', 'dark');
  const dark = await coloursOf(await used.browser.openRecto('library'));
  expect(dark.first).toBe(dark.settled);
  expect(dark.first).not.toBe(light.first);
  await (await used.browser.waitForTab('/src/library/library.html')).close();

  await overlay.activate();
  await chooseTheme(overlay, 'Sepia', 'sepia');
  await waitForWord('theme', 'sepia');
  const sepia = await coloursOf(await used.browser.openRecto(`reader${address.hash}`));
  expect(sepia.first).toBe(sepia.settled);
  expect(sepia.first).not.toBe(dark.first);
  await (await used.browser.waitForTab('/src/reader/reader.html')).close();

  await overlay.activate();
  await chooseTheme(overlay, 'Black', 'black');
  await waitForWord('theme', 'black');
  await overlay.press('Escape');
  await overlay.press('Escape');
  const popup = await overlay.pressToolbar();
  const black = await coloursOf(popup);
  expect(black.first).toBe(black.settled);
  expect(black.first).not.toBe(sepia.first);
  await popup.close();
});

test('an article whose site has its own theme is first painted in that theme, and other pages in the general one', async () => {
  const overlay = await openOverlay(used, '/en/news.html');
  await overlay.press('a');
  await overlay.clickNamed('Keep this look for news.localhost only', 'checkbox');
  await chooseTheme(overlay, 'Sepia', 'sepia');
  await waitForWord('theme.sites', 'sepia');
  const list = await used.browser.openRecto('library');
  const address = await list.waitFor(() => document.querySelector<HTMLAnchorElement>('main li[data-id] a')?.href);
  const once = await used.browser.open(address);
  const { first, settled } = await coloursOf(once);
  expect(first).toBe(settled);
  await once.close();
  const again = await used.browser.open(address);
  expect(await coloursOf(again)).toEqual({ first: settled, settled });
  await again.close();
  const other = await coloursOf(await used.browser.openRecto('library'));
  expect(other.first).toBe(other.settled);
  expect(other.first).not.toBe(settled);

  await overlay.activate();
  await overlay.clickNamed('Keep this look for news.localhost only', 'checkbox');
  await overlay.waitFor(() =>
    document.documentElement.lastElementChild?.shadowRoot?.querySelector('dialog:not([data-theme="sepia"])'),
  );
  await waitForWord('theme.sites', null);
  const common = await coloursOf(await used.browser.open(address));
  expect(common).toEqual(other);
});
