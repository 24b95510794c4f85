import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import type { Tab } from './driver/browser-driver.ts';
import { finishedDownload } from './finished-download.ts';
import { useBrowser } from './use-browser.ts';

const used = useBrowser();
const STORIES = [
  ['/en/news.html', 'The lighthouse keepers of Skerry Sound are going home'],
  ['/zh-Hans/news.html', '最后一个点灯的人'],
  ['/ar/news.html', 'مصلح الساعات في السوق القديم'],
] as const;

/** Runs in one of Recto's pages: everything in the store of texts, ordered by title. */
async function readTexts(): Promise<string[]> {
  const all = <T>(store: IDBObjectStore): Promise<T[]> =>
    new Promise((resolve) => {
      const request = store.getAll();
      request.onsuccess = () => resolve(request.result);
    });
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('recto-library');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const transaction = database.transaction(['metadata', 'bodies']);
  const items = await all<{ id: string; title: string; url: string; savedAt: number }>(
    transaction.objectStore('metadata'),
  );
  const bodies = await all<{ id: string; html: string; text: string }>(transaction.objectStore('bodies'));
  database.close();
  return items
    .map(({ id, title, url, savedAt }) => {
      const body = bodies.find((candidate) => candidate.id === id);
      return JSON.stringify([title, url, savedAt, body?.html, body?.text]);
    })
    .sort();
}

async function openSettings(): Promise<Tab> {
  const settings = await used.browser.openRecto('library#settings');
  await settings.waitFor(() => document.querySelector('#backup input[type=file]'));
  return settings;
}

/** Chooses a file as the file dialog does: the input gets it and says so. */
function chooseFile(tab: Tab, name: string, content: Buffer): Promise<void> {
  return tab.evaluate(
    async (base64, fileName) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const files = new DataTransfer();
      files.items.add(new File([bytes], fileName));
      const input = document.querySelector<HTMLInputElement>('#backup input[type=file]');
      if (input === null) throw new Error('no file input');
      input.files = files.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    content.toString('base64'),
    name,
  );
}

test('backup, wipe, restore: everything is there again as it was', async () => {
  for (const [path, title] of STORIES) {
    const tab = await used.browser.open(used.site.url(path));
    const popup = await tab.pressToolbar();
    await popup.clickNamed('Save', 'button');
    await popup.clickNamed(/^Saved/, 'button');
    expect(await popup.evaluate(() => document.querySelector('.page-title')?.textContent)).toBe(title);
    await popup.close();
  }
  const settings = await openSettings();
  const before = await settings.evaluate(readTexts);
  expect(before).toHaveLength(STORIES.length);

  await settings.clickNamed('Make a backup', 'button');
  await settings.waitFor(() =>
    document.querySelector('#backup [role=status]')?.textContent?.includes('Handed to your downloads'),
  );
  const path = await finishedDownload(used.browser.downloads, '.gz');
  const [name, file] = [basename(path), readFileSync(path)];
  await settings.close();

  const eraser = await used.browser.openRecto('permission');
  await used.browser.stopBackground();
  await eraser.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.deleteDatabase('recto-library');
        request.onsuccess = () => resolve();
        request.onerror = () => reject(request.error);
      }),
  );
  await eraser.close();

  const restored = await openSettings();
  await chooseFile(restored, name, file);
  expect(await restored.waitFor(() => document.querySelector('#backup .preview-counts')?.textContent)).toMatch(/3.*0/);
  expect(await restored.evaluate(readTexts)).toEqual([]);
  await restored.clickNamed('Restore', 'button');
  await restored.waitFor(() => document.querySelector('#backup .intake')?.textContent?.includes('3 articles restored'));
  expect(await restored.evaluate(readTexts)).toEqual(before);

  await chooseFile(restored, name, file);
  await restored.clickNamed('Restore', 'button');
  await restored.waitFor(() => document.querySelector('#backup .intake')?.textContent?.includes('3 were already here'));
  expect(await restored.evaluate(readTexts)).toEqual(before);
});

test('a file that is no backup changes nothing and says so', async () => {
  const settings = await openSettings();
  const before = await settings.evaluate(readTexts);
  await chooseFile(settings, 'holiday.recto', Buffer.from('not a backup'));
  await settings.waitFor(() => document.body.textContent?.includes('Recto does not know this file'));
  const damaged = Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3]);
  await chooseFile(settings, 'damaged.jsonl.gz', damaged);
  await settings.waitFor(() => document.body.textContent?.includes('not a Recto backup'));
  expect(await settings.evaluate(readTexts)).toEqual(before);
});

test('the button of restore asks the browser for a file', async () => {
  const settings = await openSettings();
  await settings.evaluate(() =>
    document.querySelector('#backup input[type=file]')?.addEventListener('click', (event) => {
      // The browser's own dialog would stay open; what opens it is a click that a person's click caused.
      document.documentElement.dataset['asked'] = String(navigator.userActivation.isActive && !event.defaultPrevented);
      event.preventDefault();
    }),
  );
  await settings.clickNamed('Restore a backup', 'button');
  expect(await settings.waitFor(() => document.documentElement.dataset['asked'])).toBe('true');
});
