import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { Tab } from '../driver/browser-driver.ts';
import { chooseFile } from '../steps/choose-file.ts';
import { rowsAre } from '../steps/rows-are.ts';
import { saveByPopup } from '../steps/save-by-popup.ts';
import { useBrowser } from '../use-browser.ts';
import { finishedDownload } from './finished-download.ts';
import { loseLongRecords } from './lose-long-records.ts';
import { makeBackup } from './make-backup.ts';

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

test('an export of Pocket is previewed, then imported, and importing it again changes nothing', async () => {
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
  await settings.waitFor(() => document.querySelector('#export [role=status]')?.textContent?.includes('sent to your'));
  const path = await finishedDownload(used.browser.downloads, '.md');
  expect(basename(path)).toBe('最后一个点灯的人.md');
  const note = readFileSync(path, 'utf8');
  expect(note).toMatch(/^---\ntitle: "最后一个点灯的人"\n/);
  expect(note).toContain(`source: "${used.site.url('/zh-Hans/news.html')}"`);
  expect(note.split('---\n')[2]?.trim().length).toBeGreaterThan(200);
  await settings.waitFor(() => document.body.textContent?.includes('2 links without their text were left out'));
  await settings.close();
});

test('the check sets a damaged record aside, and the rest of the list stays', async () => {
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
    document.querySelector('.check')?.textContent?.includes('3 articles checked: no problems'),
  );
});

/** Runs in one of Recto's pages: makes the text of an article so long that its record lies in a file beside the database. */
async function lengthenText(title: string): Promise<void> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await done(indexedDB.open('recto-library'));
  const items: { id: string; title: string }[] = await done(
    database.transaction('metadata').objectStore('metadata').getAll(),
  );
  const id = items.find((item) => item.title === title)?.id ?? '';
  const transaction = database.transaction('bodies', 'readwrite');
  const bodies = transaction.objectStore('bodies');
  // Browsers pack what repeats itself.
  const pages = Array.from({ length: 40 }, () =>
    [...crypto.getRandomValues(new Uint8Array(50_000))].map((byte) => byte.toString(36)).join(''),
  );
  const body = await done(bodies.get(id));
  bodies.put({ ...body, html: `<p>${pages.join(' ')}</p>` });
  // The file is written last.
  await new Promise((resolve) => {
    transaction.oncomplete = resolve;
  });
  database.close();
}

const LOST = 'The lighthouse keepers of Skerry Sound are going home';

test('a text that the disk has lost does not stop search or backup, the check names it, and an older backup restores it', async () => {
  await saveByPopup(used, '/en/news.html');
  const settings = await openSettings('backup');
  const before = await makeBackup(used, settings);
  await settings.evaluate(lengthenText, LOST);
  expect(loseLongRecords(dirname(used.browser.downloads))).toBeGreaterThan(0);

  const list = await used.browser.openRecto('library');
  await list.waitFor(rowsAre, 3);
  const found = (title: string) =>
    list.waitFor((wanted: string) => {
      const titles = [...document.querySelectorAll('.row-title')].map(({ textContent }) => textContent);
      return titles.length === 1 && titles[0] === wanted;
    }, title);
  await list.press('/');
  await list.type('one ear open');
  await found(LOST);
  await list.close();

  await settings.activate();
  const lines = gunzipSync((await makeBackup(used, settings)).file)
    .toString()
    .trim()
    .split('\n');
  const kept = lines.flatMap((line) => {
    const { item } = JSON.parse(line);
    return item ? [`${item.metadata.title} ${item.metadata.kind}`] : [];
  });
  await settings.waitFor(() =>
    document.body.textContent?.includes('1 record is damaged: it is incomplete in the backup'),
  );
  expect(kept.sort()).toEqual([`${LOST} link`, 'The salt road link', '最后一个点灯的人 article', '灯塔守人 link']);

  await settings.evaluate(() => document.querySelector<HTMLElement>('#export .button[data-primary]')?.click());
  const told = /^1 article sent to your downloads as .* 1 article was left out: it can no longer be read\./;
  await settings.waitFor(
    (pattern: string) => new RegExp(pattern).test(document.querySelector('#export [role=status]')?.textContent ?? ''),
    told.source,
  );

  await settings.clickNamed('Check now', 'button');
  await settings.waitFor((title: string) => document.querySelector('.set-aside')?.textContent === title, LOST);
  await chooseFile(settings, 'backup', before.name, before.file);
  await settings.clickNamed('Restore', 'button');
  await settings.waitFor(() => document.querySelector('#backup .intake')?.textContent?.includes('4 were already here'));
  await settings.clickNamed('Check now', 'button');
  await settings.waitFor(() =>
    document.querySelector('.check')?.textContent?.includes('4 articles checked: no problems'),
  );
  await settings.close();
});

test('updating the copy from its page restores a text that the disk has lost, as the check says', async () => {
  const settings = await openSettings('backup');
  await settings.evaluate(lengthenText, LOST);
  expect(loseLongRecords(dirname(used.browser.downloads))).toBeGreaterThan(0);
  await settings.clickNamed('Check now', 'button');
  await settings.waitFor(() => document.querySelector('.check')?.textContent?.includes('choose Update copy'));
  await settings.clickNamed(LOST, 'button');
  const page = await used.browser.waitForTab('/en/news.html');
  const popup = await page.pressToolbar();
  await popup.waitFor(() => document.body.textContent?.includes('has lost the saved text'));
  await popup.clickNamed('Update copy', 'button');
  await popup.waitFor(() => /up to date/i.test(document.body.textContent ?? ''));
  await popup.close();
  await page.close();
  await settings.activate();
  await settings.clickNamed('Check now', 'button');
  await settings.waitFor(() =>
    document.querySelector('.check')?.textContent?.includes('4 articles checked: no problems'),
  );
  const lines = gunzipSync((await makeBackup(used, settings)).file).toString();
  expect(lines).toContain('slept with one ear open');
  await settings.close();
});

/** A file that adds a note to an article that is here, or brings one that is not. */
async function importFile(name: string, content: string | Uint8Array, press: string): Promise<void> {
  const settings = await openSettings('import');
  await chooseFile(settings, 'import', name, content);
  await settings.clickNamed(press, 'button');
  // The preview says "already here", too: a page that is closed over it would take the import with it.
  await settings.waitFor(() => document.querySelector('#import .intake > .facts'));
  await settings.close();
}

/** What a saved article shows of highlights and notes: painted in the text, and listed because it has no place there. */
async function readMarks(title: string, painted: number): Promise<{ painted: string[]; listed: string[] }> {
  const reader = await used.browser.openRecto('library');
  await reader.clickNamed(title, 'link');
  await reader.waitFor((count: number) => CSS.highlights.get('recto-yellow')?.size === count, painted);
  const marks = await reader.evaluate(() => ({
    painted: [...(CSS.highlights.get('recto-yellow') ?? [])].map(String).sort(),
    listed: [...document.querySelectorAll('.highlight-lost')].map(({ textContent }) => textContent ?? ''),
  }));
  await reader.close();
  return marks;
}

test('imported highlights of Omnivore, Pocket and Readwise are shown in the article, and a note on the whole page beside it', async () => {
  const url = used.site.url('/en/news.html');
  const tide = `<p>The lamps were lit at four. ${'The tide came in over the flats. '.repeat(12)}</p>`;
  const row = { slug: 'tide', title: 'Lamps', url: 'https://omnivore.example/tide', savedAt: '2024-01-02T03:04:05Z' };
  const omnivore = zipSync({
    'metadata_0_to_20.json': strToU8(JSON.stringify([row])),
    'content/tide.html': strToU8(tide),
    'highlights/tide.md': strToU8('All of it is true\n\n> lamps were lit\n\nby whom?'),
  });
  await importFile('omnivore.zip', omnivore, 'Import 1');
  expect(await readMarks('Lamps', 1)).toEqual({ painted: ['lamps were lit'], listed: ['NoteAll of it is true'] });

  const annotations = [
    { url, title: 'Keepers', highlights: [{ quote: 'slept with one ear open', created_at: 1_700_000_001 }] },
  ];
  const pocket = zipSync({
    'annotations/part_000000.json': strToU8(JSON.stringify(annotations)),
    'part_000000.csv': strToU8(`title,url,time_added,tags,status\nKeepers,${url},1700000000,,unread\n`),
  });
  await importFile('pocket.zip', pocket, 'Add tags and notes');
  const readwise = `Highlight,Book Title,URL,Note\neleven crates of books,Keepers,${url},count them\n`;
  await importFile('readwise.csv', readwise, 'Add tags and notes');
  const painted = ['eleven crates of books', 'slept with one ear open'];
  expect(await readMarks(LOST, 2)).toEqual({ painted, listed: [] });
});

test('a database that was emptied under us is noticed, and the list says so', async () => {
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
  await list.waitFor(() => document.querySelector('.list-notice')?.textContent?.includes('Recto kept 5 articles here'));
  await list.clickNamed('This is correct', 'button');
  await list.waitFor(() => document.querySelector('.list-notice') === null);
});
