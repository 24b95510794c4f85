import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BrowserDriver } from '../driver/browser-driver.ts';
import { launchNamed } from '../driver/launch-browser.ts';
import { type Site, startSite } from '../site/site-server.ts';
import { chooseFile } from '../steps/choose-file.ts';
import { finishedDownload } from './finished-download.ts';
import { dumpLibrary, enrichLibrary } from './library-dump.ts';

/** A library goes from the browser of this run to the other one: each run shows one way. */
const [here, there] =
  process.env['RECTO_TEST_BROWSER'] === 'firefox'
    ? (['firefox', 'chromium'] as const)
    : (['chromium', 'firefox'] as const);

let site: Site;
let [from, to]: [BrowserDriver | null, BrowserDriver | null] = [null, null];
beforeAll(async () => {
  site = await startSite();
});
afterAll(async () => {
  await from?.close();
  await to?.close();
  await site.close();
});

test(`a backup made in ${here} gives an equal library in ${there}`, async () => {
  from = await launchNamed(here, { proxyPort: site.port });
  for (const path of ['/en/news.html', '/zh-Hans/news.html', '/ar/news.html']) {
    const tab = await from.open(site.url(path));
    const popup = await tab.pressToolbar();
    await popup.clickNamed('Save', 'button');
    await popup.clickNamed(/^Saved/, 'button');
    await popup.close();
  }
  const settings = await from.openRecto('library#settings/backup');
  await settings.waitFor(() => document.querySelector('#backup'));
  await settings.evaluate(enrichLibrary);
  const before = await settings.evaluate(dumpLibrary);
  expect(before).toHaveLength(3 + 3 + 1 + 2 + 1 + 1);
  await settings.clickNamed('Make a backup', 'button');
  await settings.waitFor(() => document.querySelector('#backup')?.textContent?.includes('Sent to your downloads'));
  const file = readFileSync(await finishedDownload(from.downloads, '.gz'));
  await from.close();
  from = null;

  to = await launchNamed(there, { proxyPort: site.port });
  const other = await to.openRecto('library#settings/backup');
  await other.waitFor(() => document.querySelector('#backup input[type=file]'));
  await chooseFile(other, 'backup', 'library.jsonl.gz', file);
  await other.clickNamed('Restore', 'button');
  await other.waitFor(() => document.querySelector('#backup .intake')?.textContent?.includes('3 articles restored'));
  expect(await other.evaluate(dumpLibrary)).toEqual(before);
});
