import { launchNamed } from '../test/browser/driver/launch-browser.ts';
import { longArticle, ODD_ARTICLES, oddPage, storeArticles, withLazyPictures } from '../test/browser/odd-articles.ts';
import { openOverlay, openSavedCopy } from '../test/browser/open-surfaces.ts';
import { startSite } from '../test/browser/site/site-server.ts';
import { measureOddPage } from './bench/measure-odd-page.ts';
import { measureReader } from './bench/measure-reader.ts';
import { ensureBrowsers } from './ensure-browsers.ts';
import { ensureBuild } from './ensure-build.ts';

/**
 * `npm run bench:reader`: long and odd articles in the reader tab, in headless Chromium. A setting is to be repainted
 * within 50 ms on 20,000 words; 100,000 words are to open within 500 ms and to scroll at 60 frames a second. Then the same
 * as pages, in the overlay: the longest task there is that of reading the page. `-- --overlay` measures that alone.
 */
ensureBrowsers(['chromium']);
ensureBuild('chromium');
const ARTICLES: Record<string, () => string> = {
  '20,000 words': () => longArticle(20_000),
  '100,000 words': () => longArticle(100_000),
  ...ODD_ARTICLES,
};
const site = await startSite();
const browser = await launchNamed('chromium', { headless: true, proxyPort: site.port });
try {
  const used = { browser, site };
  await (await openSavedCopy(used, await openOverlay(used, '/en/news.html'))).close();
  const list = await browser.openRecto('library');
  for (const [title, make] of process.argv.includes('--overlay') ? [] : Object.entries(ARTICLES)) {
    await storeArticles(list, [{ id: 'odd-1', title, html: make() }]);
    const tab = await browser.openRecto('reader#odd-1');
    await tab.waitFor(() => document.querySelector('.page-body > *') && document.readyState === 'complete');
    const { opened, settings, frame, slowFrame, longestTask } = await measureReader(tab);
    const [slowest = ['', 0]] = Object.entries(settings).sort(([, one], [, other]) => other - one);
    console.log(
      `${title.padEnd(24)} first text ${ms(opened)}, slowest setting ${ms(slowest[1])} (${slowest[0]}), ` +
        `frame ${ms(frame)}, one in twenty over ${ms(slowFrame)}, longest task ${ms(longestTask)}`,
    );
    await tab.close();
  }
  for (const [title, make] of Object.entries(ARTICLES)) {
    site.serve('/odd.html', oddPage(title, withLazyPictures(make())));
    const longest = await measureOddPage(browser, site.url('/odd.html'));
    const told = longest === null ? 'too large, Show anyway is offered' : `longest task ${ms(longest)}`;
    console.log(`${title.padEnd(24)} in the overlay: ${told}`);
  }
} finally {
  await browser.close();
  await site.close();
}

function ms(value: number): string {
  return `${value.toFixed(0)} ms`;
}
