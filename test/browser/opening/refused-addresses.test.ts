import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import type { Popup } from '../driver/browser-driver.ts';
import { ChromiumDriver } from '../driver/chromium-driver.ts';
import { waitUntil } from '../driver/wait-until.ts';
import { accessibleNames } from '../steps/accessible-names.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser();
const isChromium = process.env['RECTO_TEST_BROWSER'] === 'chromium';

const STORY = pathToFileURL(join(import.meta.dirname, '../../site/en/news.html')).href;
const TITLE = 'The lighthouse keepers of Skerry Sound are going home';

/** What the popup says about the page, once it has said something. */
const readNotice = (popup: Popup): Promise<string> =>
  popup.waitFor(() => document.querySelector('.notice')?.textContent);

test("the browser's own extension store: the reason, and the link can be kept", async () => {
  const store = used.browser.name === 'firefox' ? 'addons.mozilla.org' : 'chromewebstore.google.com';
  used.site.serve('/detail/recto', '<title>Recto</title><h1>Recto</h1><p>Add it to your browser.</p>');
  const tab = await used.browser.open(`http://${store}/detail/recto`);
  const popup = await tab.pressToolbar();
  expect(await readNotice(popup)).toContain('Browsers do not let extensions read the pages of their stores');
  await popup.clickNamed('Save link', 'button');
  await popup.waitFor(() => document.body.textContent?.includes('Link saved'));
  await popup.close();
  await tab.close();
});

test('a local file is read where the browser allows it', async () => {
  const tab = await used.browser.open(STORY);
  const popup = await tab.pressToolbar();
  expect(await popup.waitFor(() => document.querySelector('.page-title')?.textContent)).toContain(TITLE);
  await popup.clickNamed('Save', 'button');
  await popup.waitFor(() => document.querySelector('.popup-bar')?.textContent?.includes('Saved'));
  await popup.close();
  await tab.close();
});

test('what was kept of a local file leads to it where the browser lets Recto open files', async () => {
  const list = await used.browser.openRecto('library');
  await list.clickNamed(TITLE, 'link');
  const reader = await used.browser.waitForTab('/src/reader/reader.html');
  await reader.waitFor(() => document.querySelector('.page-body p'));
  // The accessibility tree follows the document a moment later.
  const names = () => accessibleNames(reader);
  await expect.poll(names).toContain('Reading list');
  expect((await names()).includes('Original')).toBe(isChromium);
  if (!isChromium) return;
  await reader.clickNamed('Original', 'button');
  await (await used.browser.waitForTab(STORY)).close();
});

if (!isChromium)
  console.log(
    "Skipped in Firefox: files without access, which is Chromium's switch alone, and another extension's page, for want of one.",
  );

test.skipIf(!isChromium)("on another extension's page the reason is shown", async () => {
  const { browser } = used;
  if (!(browser instanceof ChromiumDriver)) throw new Error('Only Chromium is asked');
  const folder = mkdtempSync(join(tmpdir(), 'recto-other-'));
  writeFileSync(join(folder, 'manifest.json'), '{ "manifest_version": 3, "name": "Other", "version": "1" }');
  writeFileSync(join(folder, 'page.html'), '<!doctype html><title>Other</title><p>A page of another extension.</p>');
  const other = await browser.puppeteer.installExtension(folder);
  const tab = await browser.open(`chrome-extension://${other}/page.html`);
  const popup = await tab.pressToolbar();
  expect(await readNotice(popup)).toContain('another extension');
  await popup.close();
  await tab.close();
  rmSync(folder, { recursive: true });
});

test.skipIf(!isChromium)('on a local file without access the reason is shown, and how to allow it', async () => {
  const { browser } = used;
  if (!(browser instanceof ChromiumDriver)) throw new Error('Only Chromium is asked');
  await allowFiles(browser, false);
  const tab = await browser.open(STORY);
  const popup = await tab.pressToolbar();
  expect(await readNotice(popup)).toContain('Allow access to file URLs');
  await popup.close();
  await tab.close();
});

/** Flips "Allow access to file URLs", as on chrome://extensions; developer mode keeps the unpacked extension enabled. */
async function allowFiles(browser: ChromiumDriver, allowed: boolean): Promise<void> {
  const settings = await browser.open('chrome://extensions');
  await settings.evaluate(
    async (extensionId, fileAccess) => {
      const { developerPrivate } = chrome as unknown as {
        developerPrivate: Record<string, (o: object) => Promise<void>>;
      };
      await developerPrivate['updateProfileConfiguration']?.({ inDeveloperMode: true });
      await developerPrivate['updateExtensionConfiguration']?.({ extensionId, fileAccess });
    },
    new URL(browser.origin).host,
    allowed,
  );
  await waitUntil('the extension runs again', () =>
    settings.evaluate(async (id) => {
      const { developerPrivate } = chrome as unknown as {
        developerPrivate: {
          getExtensionInfo(id: string): Promise<{ state: string; fileAccess: { isActive: boolean } }>;
        };
      };
      const { state, fileAccess } = await developerPrivate.getExtensionInfo(id);
      return state === 'ENABLED' && !fileAccess.isActive;
    }, new URL(browser.origin).host),
  );
  await settings.close();
}
