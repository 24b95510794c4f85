import { expect, test } from 'vitest';
import { chooseFile } from '../steps/choose-file.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser();

/** So many that they come in several transactions. */
const LINKS = 3000;

test('whoever leaves the settings while a file is imported finds on coming back what came of it', async () => {
  const tab = await used.browser.openRecto('library#settings/import');
  await tab.waitFor(() => document.querySelector('#import input[type=file]'));
  const rows = Array.from({ length: LINKS }, (_, at) => `Link ${at},https://news.example/${at},${1_600_000_000 + at}`);
  await chooseFile(tab, 'import', 'links.csv', ['title,url,time_added', ...rows].join('\n'));
  await tab.waitFor(() =>
    [...document.querySelectorAll('button')].some((button) => button.textContent === 'Import 3,000'),
  );
  await tab.evaluate(() => {
    for (const button of document.querySelectorAll('button')) if (button.textContent === 'Import 3,000') button.click();
    location.hash = '#list';
  });
  await tab.waitFor(() => document.querySelectorAll('main li[data-id]').length > 0);
  expect(await tab.evaluate(() => document.querySelector('#import')?.checkVisibility() ?? false)).toBe(false);
  await tab.clickNamed('Settings', 'link');
  await tab.waitFor(() => document.querySelector('#import')?.checkVisibility());
  await tab.waitFor(() => document.querySelector('#import .facts')?.textContent?.includes('3,000'));
  // Seen once, it goes with the part.
  await tab.clickNamed(/^Reading list/, 'link');
  await tab.waitFor(() => !document.querySelector('#import'));
});
