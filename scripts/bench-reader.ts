import { launchNamed } from '../test/browser/driver/launch-browser.ts';
import { startVirtualDisplay } from '../test/browser/driver/virtual-display.ts';
import { startSite } from '../test/browser/site/site-server.ts';
import {
  DAMAGED_SETTINGS,
  LONG_TITLE,
  longArticle,
  ODD_ARTICLES,
  oddPage,
  storeArticles,
  withLazyPictures,
} from '../test/browser/steps/odd-articles.ts';
import { openOverlay, openSavedCopy } from '../test/browser/steps/open-surfaces.ts';
import { measureOddPage } from './bench/measure-odd-page.ts';
import { measureReader } from './bench/measure-reader.ts';
import { ensureBrowsers } from './ensure-browsers.ts';
import { ensureBuild } from './ensure-build.ts';
import { readArguments } from './read-arguments.ts';

/**
 * `npm run bench:reader`: long and odd articles in the reader tab, in Chromium. A setting is to be repainted
 * within 50 ms on 20,000 words; 100,000 words are to open within 500 ms and to scroll at 60 frames a second. Then the same
 * as pages, in the overlay, opened by a real key on a virtual display: without one the popup stands in, which reads the page as well.
 * `-- --overlay` measures that alone.
 */
const { values: options } = readArguments(
  'npm run bench:reader [-- --overlay]   long and odd articles; or in the overlay alone\n',
  {
    options: { overlay: { type: 'boolean', default: false } },
  },
);
ensureBrowsers(['chromium', 'virtualDisplay', 'keyPresses']);
await ensureBuild('chromium');
const DAMAGED = 'damaged settings';
const ARTICLES: Record<string, () => string> = {
  '20,000 words': () => longArticle(20_000),
  '100,000 words': () => longArticle(100_000),
  ...ODD_ARTICLES,
  [LONG_TITLE]: () => longArticle(2000),
  [DAMAGED]: () => longArticle(2000),
};
const display = await startVirtualDisplay();
if (display !== null) process.env['RECTO_DISPLAY'] = display.name;
const site = await startSite();
const browser = await launchNamed('chromium', { headless: display === null, proxyPort: site.port });
const used = { browser, site };
await (await openSavedCopy(used, await openOverlay(used, '/en/news.html'))).close();
const list = await browser.openRecto('library');
try {
  for (const [title, make] of options.overlay ? [] : Object.entries(ARTICLES)) {
    await storeArticles(list, [{ id: 'odd-1', title, html: make() }]);
    await damageSettings(title === DAMAGED);
    const tab = await browser.openRecto('reader#odd-1');
    await tab.waitFor(() => document.querySelector('.page-body > *') && document.readyState === 'complete');
    const { opened, settings, frame, slowFrame, longestTask } = await measureReader(tab);
    const [slowest = ['', 0]] = Object.entries(settings).sort(([, one], [, other]) => other - one);
    console.log(
      `${nameOf(title)} first text ${ms(opened)}, slowest setting ${ms(slowest[1])} (${slowest[0]}), ` +
        `frame ${ms(frame)}, one in twenty over ${ms(slowFrame)}, longest task ${ms(longestTask)}`,
    );
    await tab.close();
  }
  for (const [title, make] of Object.entries(ARTICLES)) {
    site.serve('/odd.html', oddPage(title, withLazyPictures(make())));
    await damageSettings(title === DAMAGED);
    const { longestTask, isRefused } = await measureOddPage(browser, site.url('/odd.html'));
    const how = isRefused ? ', too large, its text shown when asked' : '';
    console.log(`${nameOf(title)} in the overlay: longest task ${ms(longestTask)}${how}`);
  }
} finally {
  await browser.close();
  await site.close();
  display?.stop();
}

function damageSettings(isWanted: boolean): Promise<void> {
  return list.evaluate(
    (settings, wanted) =>
      wanted ? chrome.storage.local.set(settings) : chrome.storage.local.remove(Object.keys(settings)),
    DAMAGED_SETTINGS,
    isWanted,
  );
}

function nameOf(title: string): string {
  return (title === LONG_TITLE ? 'a title of 5,000' : title).padEnd(24);
}

function ms(value: number): string {
  return `${value.toFixed(0)} ms`;
}
