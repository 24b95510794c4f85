import { expect, test } from 'vitest';
import type { Tab } from '../driver/browser-driver.ts';
import { chooseFile } from '../steps/choose-file.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser();

/** Gives the settings with a file of so many links that is read, and whose import can begin. */
async function chooseLinks(count: number): Promise<Tab> {
  const tab = await used.browser.openRecto('library#settings/import');
  await tab.waitFor(() => document.querySelector('#import input[type=file]'));
  const rows = Array.from({ length: count }, (_, at) => `Link ${at},https://news.example/${at},${1_600_000_000 + at}`);
  await chooseFile(tab, 'import', 'links.csv', ['title,url,time_added', ...rows].join('\n'));
  await tab.waitFor(() => document.querySelector('#import .intake .button'));
  return tab;
}

test('whoever leaves the settings while a file is imported finds on coming back what came of it', async () => {
  // So many that they come in several transactions.
  const tab = await chooseLinks(3000);
  await tab.evaluate(() => {
    document.querySelector<HTMLElement>('#import .intake .button')?.click();
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
  await tab.close();
});

/** Runs in one of Recto's pages: how many items are kept. */
async function countItems(): Promise<number> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('recto-library');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const count = await new Promise<number>((resolve) => {
    const request = database.transaction('metadata').objectStore('metadata').count();
    request.onsuccess = () => resolve(request.result);
  });
  database.close();
  return count;
}

test('a list in another window shows what an import has brought whose tab was closed in the middle', async () => {
  const list = await used.browser.openRecto('library');
  const before = await list.waitFor(countItems);
  const tab = await chooseLinks(20_000);
  await tab.evaluate(() => document.querySelector<HTMLElement>('#import .intake .button')?.click());
  await tab.waitFor(
    (least) => (document.querySelector<HTMLProgressElement>('#import progress')?.value ?? 0) > least,
    before + 600,
  );
  await tab.close();
  await list.activate();
  const kept = await list.evaluate(countItems);
  expect(kept).toBeGreaterThan(before);
  expect(kept).toBeLessThan(20_000);
  await list.waitFor(
    (count) => document.querySelector('.rail .rail-count')?.textContent === count,
    kept.toLocaleString('en'),
  );
});
