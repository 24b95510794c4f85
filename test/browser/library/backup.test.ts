import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Tab } from '../driver/browser-driver.ts';
import { chooseFile } from '../steps/choose-file.ts';
import { rowsAre } from '../steps/rows-are.ts';
import { useBrowser } from '../use-browser.ts';
import { makeBackup } from './make-backup.ts';

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

/** Restores a backup whose articles are all here. */
async function restoreOver(settings: Tab, file: Uint8Array): Promise<void> {
  await chooseFile(settings, 'backup', 'library.jsonl.gz', file);
  await settings.clickNamed('Restore', 'button');
  await settings.waitFor(() => document.querySelector('#backup .intake')?.textContent?.includes('3 were already here'));
}

test('a backup that is restored after a wipe brings everything back as it was', async () => {
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

  const { name, file } = await makeBackup(used, settings);
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
  await chooseFile(restored, 'backup', name, file);
  expect(await restored.waitFor(() => document.querySelector('#backup .preview-counts')?.textContent)).toMatch(/3.*0/);
  expect(await restored.evaluate(readTexts)).toEqual([]);
  await restored.clickNamed('Restore', 'button');
  await restored.waitFor(() => document.querySelector('#backup .intake')?.textContent?.includes('3 articles restored'));
  expect(await restored.evaluate(readTexts)).toEqual(before);

  await restoreOver(restored, file);
  expect(await restored.evaluate(readTexts)).toEqual(before);
  // The loss is settled: nothing above the list asks for a restore any more.
  await restored.clickNamed('Reading list', 'link');
  await restored.waitFor(rowsAre, 3);
  expect(await restored.evaluate(() => document.querySelector('.list-notice')?.textContent ?? '')).toBe('');
  await restored.close();
});

test('a restore keeps all older texts of another browser that were stored in the same millisecond, and the current text', async () => {
  const settings = await openSettings();
  const before = await settings.evaluate(readTexts);
  const { file } = await makeBackup(used, settings);
  const lines = gunzipSync(file).toString().trim().split('\n');
  const at = lines.findIndex((line) => JSON.parse(line).item?.metadata.title === STORIES[0][1]);
  const { item } = JSON.parse(lines[at] ?? '');
  const { id: articleId, updatedAt: keptAt } = item.metadata;
  const written = (words: string) => ({
    ...item.article,
    html: `<p>${words}</p>`,
    text: words,
    contentHash: `hash of ${words}`,
  });
  const front = written('Front of the other browser.');
  lines[at] = JSON.stringify({
    item: { ...item, metadata: { ...item.metadata, contentHash: front.contentHash }, article: front },
  });
  const copies = ['First of the other.', 'Second of the other.'].map((words) =>
    JSON.stringify({ copy: { articleId, keptAt, why: 'replaced', article: written(words) } }),
  );
  const other = gzipSync([...lines.slice(0, -1), ...copies].join('\n'));
  for (let round = 0; round < 2; round += 1) {
    await restoreOver(settings, other);
    expect(await settings.evaluate(readTexts)).toEqual(before);
  }
  await settings.clickNamed('Reading list', 'link');
  await settings.clickNamed(STORIES[0][1], 'link');
  const shown: string[] = [];
  for (let copy = 0; copy < 3; copy += 1) {
    await settings.waitFor(() => document.querySelectorAll('.receipt li').length === 3);
    await settings.evaluate(
      (number) => document.querySelectorAll<HTMLElement>('.receipt li button')[number]?.click(),
      copy,
    );
    shown.push(
      await settings.waitFor(() => document.querySelector('.page-body')?.textContent?.match(/\S.* other.*/)?.[0]),
    );
    await settings.goto(await settings.url());
    await settings.reload();
  }
  expect(shown.sort()).toEqual(['First of the other.', 'Front of the other browser.', 'Second of the other.']);
  await settings.close();
});

test('restoring a backup that has an article as deleted does not delete it again', async () => {
  const list = await used.browser.openRecto('library');
  await list.waitFor(rowsAre, 3);
  const title = await list.evaluate(() => document.querySelector('.row-title')?.textContent);
  await list.press('j');
  await list.press('Delete');
  await list.waitFor(rowsAre, 2);
  const settings = await openSettings();
  const { file } = await makeBackup(used, settings);
  await list.activate();
  await list.clickNamed('Recently deleted', 'link');
  await list.clickNamed(`Restore: ${title}`, 'button');
  await list.waitFor(() => document.querySelector('.empty'));
  await settings.activate();
  await restoreOver(settings, file);
  await settings.close();
  await list.activate();
  await list.clickNamed('Reading list', 'link');
  await list.waitFor(rowsAre, 3);
  await list.close();
});

test('a file that is not a backup is refused with a message and changes nothing', async () => {
  const settings = await openSettings();
  const before = await settings.evaluate(readTexts);
  await chooseFile(settings, 'backup', 'holiday.recto', Buffer.from('not a backup'));
  await settings.waitFor(() => document.body.textContent?.includes('Recto does not recognise this file'));
  const damaged = Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3]);
  await chooseFile(settings, 'backup', 'damaged.jsonl.gz', damaged);
  await settings.waitFor(() =>
    document.body.textContent?.includes('cannot be read: it is no longer there, or damaged'),
  );
  expect(await settings.evaluate(readTexts)).toEqual(before);
});

test('the restore button opens the file picker', async () => {
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
