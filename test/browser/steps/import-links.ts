import type { BrowserDriver, Tab } from '../driver/browser-driver.ts';
import { chooseFile } from './choose-file.ts';

/** Runs in one of Recto's pages: `address outcome` of every item, sorted. */
export async function readOutcomes(): Promise<string[]> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('recto-library');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const items = await new Promise<{ url: string; kind: string; fetched?: { outcome: string } }[]>((resolve) => {
    const request = database.transaction('metadata').objectStore('metadata').getAll();
    request.onsuccess = () => resolve(request.result);
  });
  database.close();
  return items.map(({ url, kind, fetched }) => `${url} ${fetched?.outcome ?? kind}`).sort();
}

/** Imports links through the settings and gives that tab, where their articles are offered. */
export async function importLinks(browser: BrowserDriver, urls: readonly string[]): Promise<Tab> {
  const settings = await browser.openRecto('library#settings/import');
  await settings.waitFor(() => document.querySelector('#import input[type=file]'));
  const rows = urls.map((url, at) => `Link ${at},${url},${1_600_000_000 + at}`);
  await chooseFile(settings, 'import', 'links.csv', ['title,url,time_added', ...rows].join('\n'));
  await settings.clickNamed(`Import ${urls.length.toLocaleString('en')}`, 'button');
  await settings.waitFor(() => document.querySelector('.fetch-offer'));
  return settings;
}
