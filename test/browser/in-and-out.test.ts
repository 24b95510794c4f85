import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import type { Tab } from './driver/browser-driver.ts';
import { finishedDownload } from './finished-download.ts';
import { useBrowser } from './use-browser.ts';

const used = useBrowser();

const POCKET = [
  'title,url,time_added,tags,status',
  'The salt road,https://pocket.example/salt,1700000000,sea|salt,unread',
  '灯塔守人,https://pocket.example/lamp,1600000000,,archive',
  'Evil,javascript:alert(1),1600000000,,unread',
].join('\n');

async function openSettings(part: string): Promise<Tab> {
  const settings = await used.browser.openRecto(`library#settings/${part}`);
  await settings.waitFor((id) => document.querySelector(`#${id}`), part);
  return settings;
}

function chooseFile(tab: Tab, part: string, name: string, content: string): Promise<void> {
  return tab.evaluate(
    (id, fileName, text) => {
      const files = new DataTransfer();
      files.items.add(new File([text], fileName));
      const input = document.querySelector<HTMLInputElement>(`#${id} input[type=file]`);
      if (input === null) throw new Error('no file input');
      input.files = files.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    part,
    name,
    content,
  );
}

/** Runs in one of Recto's pages: `[title, place, tags, saved]` of every item. */
async function readItems(): Promise<string[]> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('recto-library');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const items = await new Promise<{ title: string; place: string; tags: string[]; savedAt: number }[]>((resolve) => {
    const request = database.transaction('metadata').objectStore('metadata').getAll();
    request.onsuccess = () => resolve(request.result);
  });
  database.close();
  return items.map(({ title, place, tags, savedAt }) => [title, place, tags.join('+'), savedAt].join(' ')).sort();
}

test('an export of Pocket is shown first, then imported, and imported again changes nothing', async () => {
  const settings = await openSettings('import');
  await chooseFile(settings, 'import', 'pocket.csv', POCKET);
  await settings.waitFor(() => document.querySelector('#import .preview h3')?.textContent?.includes('Pocket'));
  expect(await settings.evaluate(() => document.querySelector('#import .preview-counts')?.textContent)).toBe(
    'new2already here0',
  );
  expect(await settings.evaluate(readItems)).toEqual([]);
  await settings.clickNamed('Import 2', 'button');
  await settings.waitFor(() => document.querySelector('#import .intake')?.textContent?.includes('2 imported'));
  const after = ['The salt road list sea+salt 1700000000000', '灯塔守人 archive  1600000000000'];
  expect(await settings.evaluate(readItems)).toEqual(after);
  expect(await settings.evaluate(() => document.querySelector('#import details')?.textContent)).toContain(
    'Not a web address',
  );

  await chooseFile(settings, 'import', 'pocket.csv', POCKET);
  expect(await settings.waitFor(() => document.querySelector('#import .preview-counts')?.textContent)).toBe(
    'new0already here2',
  );
  await settings.clickNamed('Add tags and notes', 'button');
  await settings.waitFor(() => document.querySelector('#import .intake')?.textContent?.includes('2 were already here'));
  expect(await settings.evaluate(readItems)).toEqual(after);
  await settings.close();
});

test('a saved article is exported as Markdown', async () => {
  const page = await used.browser.open(used.site.url('/zh-Hans/news.html'));
  const popup = await page.pressToolbar();
  await popup.clickNamed('Save', 'button');
  await popup.clickNamed(/^Saved/, 'button');
  await popup.close();
  const settings = await openSettings('export');
  // The settings above it load one after the other and move it: a click at a place could miss.
  await settings.evaluate(() => document.querySelector<HTMLElement>('#export .button[data-primary]')?.click());
  await settings.waitFor(() =>
    document.querySelector('#export [role=status]')?.textContent?.includes('handed to your'),
  );
  const path = await finishedDownload(used.browser.downloads, '.md');
  expect(basename(path)).toBe('最后一个点灯的人.md');
  const note = readFileSync(path, 'utf8');
  expect(note).toMatch(/^---\ntitle: "最后一个点灯的人"\n/);
  expect(note).toContain(`source: "${used.site.url('/zh-Hans/news.html')}"`);
  expect(note.split('---\n')[2]?.trim().length).toBeGreaterThan(200);
  await settings.waitFor(() => document.body.textContent?.includes('2 links without their text were left out'));
  await settings.close();
});

test('a damaged record is set aside by the check, and the rest of the list stays', async () => {
  const settings = await openSettings('backup');
  await settings.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('recto-library');
      request.onsuccess = () => resolve(request.result);
    });
    const transaction = database.transaction('metadata', 'readwrite');
    transaction.objectStore('metadata').put({ id: 'bad', title: 'A damaged one', place: 'list', sort: -1 });
    await new Promise((resolve) => {
      transaction.oncomplete = resolve;
    });
    database.close();
  });
  const list = await used.browser.openRecto('library');
  await list.waitFor(() => document.querySelector('.list-notice')?.textContent?.includes('not shown: A damaged one'));
  await list.close();
  await settings.clickNamed('Check now', 'button');
  await settings.waitFor(() => document.querySelector('.check')?.textContent?.includes('1 damaged record set aside'));
  expect(await settings.evaluate(() => document.querySelector('.set-aside')?.textContent)).toBe('A damaged one');
  expect(await settings.evaluate(readItems)).toHaveLength(3);
  await settings.clickNamed('Check now', 'button');
  await settings.waitFor(() =>
    document.querySelector('.check')?.textContent?.includes('3 articles checked: all in order'),
  );
});

test('a database that was emptied under us is noticed', async () => {
  await used.browser.stopBackground();
  const eraser = await used.browser.openRecto('permission');
  await eraser.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.deleteDatabase('recto-library');
        request.onsuccess = () => resolve();
        request.onerror = () => reject(request.error);
      }),
  );
  const list = await used.browser.openRecto('library');
  await list.waitFor(() => document.querySelector('.list-notice')?.textContent?.includes('Recto kept 3 articles here'));
  await list.clickNamed('This is right', 'button');
  await list.waitFor(() => document.querySelector('.list-notice') === null);
});
