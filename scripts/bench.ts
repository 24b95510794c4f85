import { ChromiumDriver } from '../test/browser/driver/chromium-driver.ts';
import { launchNamed } from '../test/browser/driver/launch-browser.ts';
import { startSite } from '../test/browser/site/site-server.ts';
import { choosePages } from './bench/choose-pages.ts';
import { describeTimes } from './bench/describe-times.ts';
import { measureList } from './bench/measure-list.ts';
import { measureOverlay } from './bench/measure-overlay.ts';
import { measurePopup } from './bench/measure-popup.ts';
import { makeEmptyPopup, makeProbedExtension } from './bench/probed-extension.ts';
import { ensureBrowsers } from './ensure-browsers.ts';
import { ensureBuild } from './ensure-build.ts';

/**
 * `npm run bench`: how long a person waits, in headless Chromium on 20 pages, in milliseconds. The extension is the
 * shipped build with two additions that measuring needs: access to the pages (no toolbar press can be made for a
 * command without a display) and a script in its own pages that notes when the text is laid out.
 */
ensureBrowsers(['chromium']);
const build = ensureBuild('chromium');
const extension = makeProbedExtension(build);
const site = await startSite();
const pages = choosePages(site);

const browser = await launchNamed('chromium', { extension, headless: true, proxyPort: site.port });
if (!(browser instanceof ChromiumDriver)) throw new Error('The bench is for Chromium');
try {
  const overlay = await measureOverlay(browser, pages);
  console.log(describeTimes('overlay, warm worker', overlay.warm, 80));
  console.log(describeTimes('overlay, cold worker', overlay.cold, 80));
  const popup = await measurePopup(browser, pages, makeEmptyPopup());
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
