import type { Extension } from 'puppeteer-core';
import { ChromiumDriver } from '../test/browser/driver/chromium-driver.ts';
import { launchNamed } from '../test/browser/driver/launch-browser.ts';
import { startSite } from '../test/browser/site/site-server.ts';
import { choosePages } from './bench/choose-pages.ts';
import { describeTimes } from './bench/describe-times.ts';
import { leaveWorkersAlone } from './bench/leave-workers-alone.ts';
import { makeEmptyOverlay } from './bench/make-empty-overlay.ts';
import { measureList } from './bench/measure-list.ts';
import { measureOverlay } from './bench/measure-overlay.ts';
import { measurePopup } from './bench/measure-popup.ts';
import { pinIcons } from './bench/pin-icons.ts';
import { makeEmptyPopup, makeProbedExtension } from './bench/probed-extension.ts';
import { ensureBrowsers } from './ensure-browsers.ts';
import { ensureBuild } from './ensure-build.ts';
import { readArguments } from './read-arguments.ts';

/**
 * `npm run bench`: how long a person waits, in headless Chromium on 20 pages, in milliseconds. The extension is the
 * shipped build with two additions that measuring needs: access to the pages (no toolbar press can be made for a
 * command without a display) and a script in its own pages that notes when the text is laid out.
 */
readArguments('npm run bench   both ways to the article, the list and Save\n', {});
ensureBrowsers(['chromium']);
const build = await ensureBuild('chromium');
const extension = makeProbedExtension(build);
const site = await startSite();
const pages = choosePages(site);

const browser = await launchNamed('chromium', { extension, headless: true, proxyPort: site.port });
if (!(browser instanceof ChromiumDriver)) throw new Error('The bench is for Chromium');
try {
  await leaveWorkersAlone(browser);
  const recto = await findExtension(browser, browser.origin);
  await setToolbar(browser, 'full-view');
  const overFloor = await install(browser, makeEmptyOverlay());
  const overlay = await measureOverlay(browser, pages, { recto, floor: overFloor });
  for (const worker of ['warm', 'cold'] as const) {
    console.log(describeTimes(`overlay floor, ${worker} worker`, overlay[worker].floor));
    console.log(describeTimes(`overlay, ${worker} worker`, overlay[worker].overlay, 80));
  }
  await setToolbar(browser, 'popup');
  const floor = await install(browser, makeEmptyPopup());
  await pinIcons(browser, [recto, floor]);
  const popup = await measurePopup(browser, pages, { recto, floor });
  console.log(describeTimes('popup floor (empty popup)', popup.floor));
  for (const worker of ['warm', 'cold'] as const) {
    console.log(describeTimes(`popup, article laid out, ${worker} worker`, popup.article[worker]));
    console.log(describeTimes(`popup over the floor, ${worker} worker`, popup.overFloor[worker], 60));
  }
  console.log(describeTimes('Save to "Saved"', popup.save, 100));
  const list = await measureList(browser, 10_000);
  console.log(describeTimes('list of 10,000, first screen', list, 200));
} finally {
  await browser.close();
  await site.close();
}

async function install(driver: ChromiumDriver, folder: string): Promise<Extension> {
  return findExtension(driver, await driver.puppeteer.installExtension(folder));
}

/** The installed extension whose id `place` ends with. */
async function findExtension(driver: ChromiumDriver, place: string): Promise<Extension> {
  const all = await driver.puppeteer.extensions();
  const found = [...all.values()].find(({ id }) => place.endsWith(id));
  if (found === undefined) throw new Error(`The extension ${place} is missing`);
  return found;
}

/** The one press that DevTools can make without a display is that of the icon: it opens full view as the shortcut does. */
async function setToolbar(driver: ChromiumDriver, opens: 'popup' | 'full-view'): Promise<void> {
  const settings = await driver.openRecto('library');
  await settings.evaluate((value) => chrome.storage.local.set({ 'settings.toolbarOpens': value }), opens);
  await settings.close();
}
