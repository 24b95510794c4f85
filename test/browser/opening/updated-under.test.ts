import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copyExtension } from '../../../scripts/extraction/copy-extension.ts';
import { buildOf } from '../driver/build-of.ts';
import { FirefoxDriver } from '../driver/firefox-driver.ts';
import { waitUntil } from '../driver/wait-until.ts';
import { openOverlay } from '../steps/open-surfaces.ts';
import { pressShortcutAgain } from '../steps/press-shortcut-again.ts';
import { overlayIsGone, readOverlay } from '../steps/read-overlay.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser();

/** Runs in the page. */
const sheetsOfPage = () => document.adoptedStyleSheets.length;

test('after an update of Recto the shortcut closes the open full view, and then opens it as always', async () => {
  const tab = await used.browser.open(used.site.url('/en/news.html'));
  await tab.pressShortcut('toggle-reader');
  const { title } = await tab.waitFor(readOverlay);
  await tab.waitFor(() => document.adoptedStyleSheets.length > 0);

  await used.browser.update();
  await tab.activate();
  await tab.pressShortcut('toggle-reader');
  await tab.waitFor(overlayIsGone);
  expect(await tab.evaluate(sheetsOfPage)).toBe(0);
  expect(await tab.printedText()).toContain('somebody slept with one ear open on Skerry Rock');

  await pressShortcutAgain(tab, 'toggle-reader');
  expect((await tab.waitFor(readOverlay)).title).toBe(title);
  await tab.press('Escape');
  await tab.waitFor(overlayIsGone);
  expect(await tab.evaluate(sheetsOfPage)).toBe(0);
});

/** In Firefox nothing of the old full view is called again. */
test.runIf(process.env['RECTO_TEST_BROWSER'] === 'chromium')(
  'what cannot be done in a full view whose Recto was updated is answered with that, and what to do',
  async () => {
    const tab = await openOverlay(used, '/en/news.html');
    await used.browser.update();
    await tab.activate();
    await tab.press('s');
    expect(await tab.askNamed('', 'alert', (line) => line.textContent)).toContain('Recto was updated or turned off');
    await tab.press('Escape');
    await tab.waitFor(overlayIsGone);
    expect(await tab.evaluate(sheetsOfPage)).toBe(0);
    await tab.close();
  },
);

test('after an update a save without opening puts an end to the open full view, over which its notice could not be pressed', async () => {
  const tab = await openOverlay(used, '/en/handbook.html');
  await used.browser.update();
  await tab.activate();
  await tab.pressShortcut('save-page');
  await tab.clickNamed('Undo', 'button');
  await tab.waitFor(() => document.documentElement.querySelector('body ~ div')?.shadowRoot == null);
  expect(await tab.evaluate(sheetsOfPage)).toBe(0);
  await tab.close();
});

test('after an update Esc closes the open full view, too, and the shortcut works', async () => {
  const tab = await used.browser.open(used.site.url('/zh-Hans/news.html'));
  await tab.pressShortcut('toggle-reader');
  await tab.waitFor(readOverlay);
  await tab.waitFor(() => document.adoptedStyleSheets.length > 0);
  await used.browser.update();
  await tab.activate();
  await tab.press('Escape');
  await tab.waitFor(
    () => !document.documentElement.querySelector('body ~ div')?.shadowRoot?.querySelector('dialog')?.open,
  );
  // In Firefox nothing of it is called again: what is left of it must have no effect. A PDF's text has no Chinese.
  await expect.poll(() => tab.printedText()).toContain('2026');

  await tab.pressShortcut('toggle-reader');
  await tab.waitFor(readOverlay);
  expect(await tab.evaluate(() => document.querySelectorAll('body ~ div').length)).toBe(1);
  await tab.press('Escape');
  await tab.waitFor(overlayIsGone);
  expect(await tab.evaluate(sheetsOfPage)).toBe(0);
});

const NEWER = '99.0';

/** Chromium waits by itself until nothing of an extension runs. */
test.runIf(process.env['RECTO_TEST_BROWSER'] === 'firefox')(
  'an update waits while an article or the list is open, and is installed when none is',
  async () => {
    const { browser } = used;
    if (!(browser instanceof FirefoxDriver)) throw new Error('not Firefox');
    const build = buildOf('firefox');
    const manifest = JSON.parse(readFileSync(join(build, 'manifest.json'), 'utf8'));
    const newer = copyExtension(build, { 'manifest.json': JSON.stringify({ ...manifest, version: NEWER }) });

    const tab = await browser.open(used.site.url('/en/news.html'));
    await tab.pressShortcut('toggle-reader');
    await tab.waitFor(readOverlay);
    expect(await browser.offerUpdate(newer)).toBe(manifest.version);

    // Recto looks in its own time for what is open: until the list stands, full view does.
    const list = await browser.openRecto('library');
    expect(await browser.offerUpdate(newer)).toBe(manifest.version);
    await tab.activate();
    await tab.clickNamed('Close', 'button');
    await tab.waitFor(overlayIsGone);
    expect(await browser.offerUpdate(newer)).toBe(manifest.version);
    await list.close();
    await browser.offerUpdate(newer);
    // The file after this removes Recto: not before its background has started.
    await waitUntil('the update is in place', async () => (await browser.version()) === NEWER);
  },
);
