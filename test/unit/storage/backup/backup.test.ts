import 'fake-indexeddb/auto';
import { gzipSync } from 'node:zlib';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Highlight } from '../../../../src/model/highlights/highlight.ts';
import type { SavedArticle } from '../../../../src/model/saved-article.ts';
import { makeBackup } from '../../../../src/storage/backup/make-backup.ts';
import { restoreBackup } from '../../../../src/storage/backup/restore-backup.ts';
import {
  changeTags,
  keepHidden,
  keepPosition,
  markOpened,
  moveItems,
  setFavourite,
} from '../../../../src/storage/change-items.ts';
import { changeHighlight } from '../../../../src/storage/highlights/change-highlights.ts';
import type { LibraryDatabase } from '../../../../src/storage/library-schema.ts';
import { openDatabase } from '../../../../src/storage/open-database.ts';
import { readList, readMetadata, readSaved } from '../../../../src/storage/read-items.ts';
import { saveArticle, saveLink } from '../../../../src/storage/save-article.ts';
import { searchLibrary } from '../../../../src/storage/search/search-library.ts';
import { updateCopy } from '../../../../src/storage/update-copy.ts';
import { sampleArticle } from '../sample-article.ts';

const HIDE = { block: { quote: '潮水每天来两次。', nth: 2 }, isHidden: true };

let database: LibraryDatabase;

beforeEach(wipe);

async function wipe(): Promise<void> {
  globalThis.indexedDB = new IDBFactory();
  database = await openDatabase();
}

async function everything(): Promise<unknown[]> {
  const { items } = await readList(database, { place: 'list', limit: 100 });
  const archive = await readList(database, { place: 'archive', limit: 100 });
  const all = [...items, ...archive.items].map(async ({ id }) => {
    const { metadata, article } = (await readSaved(database, id)) as SavedArticle;
    return { metadata: { ...metadata, searchStamp: 0 }, article };
  });
  return [await Promise.all(all), await database.getAll('copies'), await database.getAll('highlights')];
}

async function fill(): Promise<string> {
  const text = '潮水每天来两次。 “Quotes”, \u2028 lines\n and 😀. '.repeat(9);
  const { id } = await saveArticle(database, { article: sampleArticle({ text }) }, 1000);
  await updateCopy(database, sampleArticle({ text: `${text} More.` }), 2000);
  await keepPosition(database, id, { block: 3, offset: 0.5, quote: '潮水', progress: 0.4, at: 3000 });
  await keepHidden(database, id, [HIDE], 3000);
  await markOpened(database, id, 3000);
  await changeTags(database, [id], { add: ['海', 'tide'] }, 3000);
  await setFavourite(database, [id], true, 3000);
  const other = await saveArticle(database, { article: sampleArticle({ url: 'https://news.example/b' }) }, 1500);
  await moveItems(database, [other.id], 'archive', { today: 0, now: 4000 });
  await saveLink(database, { url: 'https://news.example/later', title: 'Later' }, 1600);
  const anchor = { exact: '潮水', prefix: '', suffix: '每天', start: 0, end: 2 };
  const times = { createdAt: 3000, changedAt: 3000 };
  await database.put('highlights', { id: 'h', articleId: id, ...anchor, colour: 'yellow', note: 'n', ...times });
  return id;
}

test('a wiped library is equal after restoring its backup, and can be searched', async () => {
  const id = await fill();
  const before = await everything();
  const file = await makeBackup(database, { theme: 'dark' });
  await wipe();
  const onSettings = vi.fn(async () => undefined);
  const result = await restoreBackup(database, file, undefined, onSettings);
  expect(result).toEqual({ imported: 3, present: 0, refused: [], moreRefused: 0 });
  expect(onSettings).toHaveBeenCalledExactlyOnceWith({ theme: 'dark' });
  expect(await everything()).toEqual(before);
  expect((await searchLibrary(database, { text: '潮水', limit: 5 })).hits.map((hit) => hit.metadata.id)).toEqual([id]);
});

test('the list of hidden blocks that was changed later is kept, whichever side has it', async () => {
  const id = await fill();
  const file = await makeBackup(database, {});
  const later = { at: 4000, blocks: [] };
  await keepHidden(database, id, [{ ...HIDE, isHidden: false }], later.at);
  await restoreBackup(database, file);
  expect((await readMetadata(database, [id]))[0]?.hidden).toEqual(later);

  const newer = await makeBackup(database, {});
  await wipe();
  await restoreBackup(database, file);
  await restoreBackup(database, newer);
  expect((await readMetadata(database, [id]))[0]?.hidden).toEqual(later);
});

test('a note that was restored is found by search', async () => {
  const id = await fill();
  await changeHighlight(database, 'h', { note: 'Ask the lamplighter' });
  const file = await makeBackup(database, {});
  await wipe();
  await restoreBackup(database, file);
  expect((await searchLibrary(database, { text: 'lamplighter', limit: 5 })).hits.map((hit) => hit.metadata.id)).toEqual(
    [id],
  );
});

test('a highlight that was changed on both sides has the later colour and both notes, and does not grow', async () => {
  const id = await fill();
  const start = await makeBackup(database, {});
  await changeHighlight(database, 'h', { note: 'From home', colour: 'green' }, 5000);
  const home = await makeBackup(database, {});
  await wipe();
  await restoreBackup(database, start);
  await changeHighlight(database, 'h', { note: 'From work', colour: 'pink' }, 6000);
  await restoreBackup(database, home);
  const merged = { colour: 'pink', note: 'From home\n\nFrom work', articleId: id };
  expect(await database.get('highlights', 'h')).toMatchObject(merged);
  expect((await searchLibrary(database, { text: 'home', limit: 5 })).hits).toHaveLength(1);
  const work = await makeBackup(database, {});
  await wipe();
  await restoreBackup(database, home);
  for (const file of [work, home, work]) await restoreBackup(database, file);
  expect(await database.get('highlights', 'h')).toMatchObject(merged);
});

test('restoring twice changes nothing', async () => {
  await fill();
  const file = await makeBackup(database, {});
  const before = await everything();
  expect(await restoreBackup(database, file)).toMatchObject({ imported: 0, present: 3, refused: [] });
  expect(await everything()).toEqual(before);
});

test('an older backup overwrites nothing newer and removes nothing it lacks', async () => {
  const id = await fill();
  const old = await makeBackup(database, {});
  await changeTags(database, [id], { add: ['new'], remove: ['tide'] }, 9000);
  await moveItems(database, [id], 'archive', { today: 0, now: 9000 });
  await updateCopy(database, sampleArticle({ text: 'Newest text. '.repeat(60) }), 9000);
  await saveArticle(database, { article: sampleArticle({ url: 'https://news.example/since' }) }, 9000);
  await restoreBackup(database, old);
  const saved = await readSaved(database, id);
  expect(saved?.metadata).toMatchObject({ tags: ['海', 'new'], place: 'archive', updatedAt: 9000 });
  expect(saved?.article?.text).toContain('Newest text.');
  expect(await database.count('metadata')).toBe(4);
});

test('a newer backup brings its newer fields, and the text it replaces is kept', async () => {
  await saveArticle(database, { article: sampleArticle({ text: 'word '.repeat(60) }) }, 1000);
  await updateCopy(database, sampleArticle({ text: 'fresh '.repeat(60) }), 5000);
  const file = await makeBackup(database, {});
  await wipe();
  const { id } = await saveArticle(database, { article: sampleArticle({ text: 'mine '.repeat(60) }) }, 2000);
  await restoreBackup(database, file);
  expect((await readSaved(database, id))?.article?.text).toBe('fresh '.repeat(60));
  const copies = (await database.getAll('copies')).map((copy) => copy.article.text.slice(0, 4));
  expect(copies.sort()).toEqual(['mine', 'word']);
});

test('a record that cannot be read and a picture without bytes are left out of a backup and reported', async () => {
  const id = await fill();
  const lost = { hash: 'a'.repeat(64), type: 'image/gif', bytes: new Blob(['lost'], { type: 'image/gif' }) };
  const whole = { ...lost, hash: 'b'.repeat(64), bytes: new Blob(['whole'], { type: 'image/gif' }) };
  await database.put('pictures', lost);
  await database.put('pictures', whole);
  await database.put('highlights', { ...(await database.get('highlights', 'h')), id: 'h2' } as Highlight);
  const unreadable = await saveLink(database, { url: 'https://news.example/unreadable', title: 'Unreadable' });
  const [broken] = (await readList(database, { place: 'archive', limit: 1 })).items;
  const { get } = IDBObjectStore.prototype;
  const { arrayBuffer } = Blob.prototype;
  const fail = (): never => {
    throw new DOMException('corrupt', 'UnknownError');
  };
  vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, key) {
    const isBroken = this.name === 'metadata' ? key === unreadable.id : key === broken?.id || key === 'h2';
    return isBroken ? fail() : get.call(this, key);
  });
  vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(fail);
  vi.spyOn(Blob.prototype, 'arrayBuffer').mockImplementation(async function (this: Blob) {
    if (this.size === 4) throw new DOMException('lost', 'NotReadableError');
    return arrayBuffer.call(this);
  });
  const onUnreadable = vi.fn();
  const made = await makeBackup(database, {}, undefined, onUnreadable).finally(() => vi.restoreAllMocks());
  // An entry, a text, a highlight and a picture.
  expect(onUnreadable).toHaveBeenCalledTimes(4);
  const text = await new Response(made.stream().pipeThrough(new DecompressionStream('gzip'))).text();
  const lines = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const items = lines.flatMap(({ item }) => item ?? []);
  expect(items).toHaveLength(3);
  expect(items.find(({ metadata }) => metadata.id === id).article).not.toBeNull();
  // Without its text it is still an address, with tags and notes.
  expect(items.find(({ metadata }) => metadata.id === broken?.id)).toMatchObject({
    metadata: { kind: 'link', wordCount: 0 },
    article: null,
  });
  expect(lines.filter(({ highlight }) => highlight)).toHaveLength(1);
  expect(lines.filter(({ copy }) => copy)).toHaveLength(1);
  expect(lines.flatMap(({ picture }) => picture?.hash ?? [])).toEqual([whole.hash]);
  expect(lines.at(-1)).toEqual({ end: { lines: lines.length - 1 } });
});

const header = '{"format":"recto-backup","version":1,"createdAt":1}';
const file = (...lines: string[]): Blob => new Blob([gzipSync([header, ...lines].join('\n'))]);
async function itemLine(change: (item: Record<string, Record<string, unknown>>) => void): Promise<string> {
  await wipe();
  await saveArticle(database, { article: sampleArticle() }, 1000);
  const text = await new Response(
    (await makeBackup(database, {})).stream().pipeThrough(new DecompressionStream('gzip')),
  ).text();
  await wipe();
  const line = JSON.parse(text.split('\n')[2] ?? '');
  change(line.item);
  return JSON.stringify(line);
}

const gone = new Blob([header]);
gone.slice = () => gone;
gone.arrayBuffer = () => Promise.reject(new DOMException('The requested file could not be read.', 'NotReadableError'));

test.each([
  ['an empty file', new Blob([]), 'file-blank'],
  ['an empty file that is packed', new Blob([gzipSync('')]), 'file-blank'],
  ['another kind of file', new Blob(['<html>']), 'backup-foreign'],
  ['another JSON', new Blob(['{"format":"other"}']), 'backup-foreign'],
  ['a later version', new Blob(['{"format":"recto-backup","version":2}']), 'backup-newer'],
  ['a file that the browser cannot read any more', gone, 'backup-unreadable'],
  ['a gzip cut in its head', new Blob([gzipSync(header).subarray(0, 8)]), 'backup-unreadable'],
  ['a file of one endless line', new Blob([gzipSync(Buffer.alloc(40 * 1024 * 1024))]), 'backup-foreign'],
  ['a zip bomb', new Blob([gzipSync(`${header}\n${`${'0'.repeat(1024 * 1024)}\n`.repeat(200)}`)]), 'backup-too-large'],
])('%s is refused and nothing is written', async (_what, blob, code) => {
  await expect(restoreBackup(database, blob)).rejects.toMatchObject({ code });
  expect(await database.count('metadata')).toBe(0);
});

const inMetadata = (fields: object) => (item: Record<string, Record<string, unknown>>) =>
  void Object.assign(item['metadata'] ?? {}, fields);

test.each<[string, string, (item: Record<string, Record<string, unknown>>) => void]>([
  ['a javascript: address', 'record-address', inMetadata({ url: 'javascript:alert(1)' })],
  ['a missing text', 'record-damaged', (item) => void Object.assign(item, { article: null })],
  ['a damaged field', 'record-damaged', inMetadata({ savedAt: 'soon' })],
  ['a time that no calendar holds', 'record-damaged', inMetadata({ savedAt: 1e300 })],
])('an item with %s is refused by name, the others are kept: %s', async (_what, code, change) => {
  const bad = await itemLine(change);
  const good = await itemLine((item) => Object.assign(item['metadata'] ?? {}, { url: 'https://news.example/good' }));
  const result = await restoreBackup(database, file(bad, good, '{"end":{"lines":3}}'));
  expect(result).toMatchObject({ imported: 1, refused: [{ title: 'The tide', code }] });
});

test('texts and highlights with a time outside the range of dates are refused', async () => {
  const { metadata, article } = JSON.parse(await itemLine(() => undefined)).item;
  const copy = (text: string) =>
    JSON.stringify({
      copy: {
        articleId: metadata.id,
        keptAt: 1e300,
        why: 'replaced',
        article: { ...article, text, contentHash: text },
      },
    });
  const highlight = JSON.stringify({
    highlight: {
      ...{ id: 'h', articleId: metadata.id, exact: 'tide', prefix: '', suffix: '', start: 0, end: 4 },
      ...{ colour: 'yellow', note: '', createdAt: 1, changedAt: 1e300 },
    },
  });
  const item = JSON.stringify({ item: { metadata, article } });
  const result = await restoreBackup(database, file(item, copy('one'), copy('two'), highlight, '{"end":{"lines":5}}'));
  expect(result).toMatchObject({ imported: 1 });
  expect(result.refused.map(({ detail }) => detail)).toEqual(['damaged copy', 'damaged copy', 'damaged highlight']);
});

test('prototype keys, deep nesting, unknown records, lone surrogates and repeated items do no harm', async () => {
  const item = await itemLine((record) => Object.assign(record['metadata'] ?? {}, { title: 'A \ud800 title' }));
  const hostile = item.replace('{"item":{', '{"__proto__":{"polluted":1},"item":{"__proto__":{"polluted":1},');
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
  const lines = [hostile, hostile, deep, '{"future":1}', 'not json'];
  const result = await restoreBackup(database, file(...lines, '{"end":{"lines":6}}'));
  expect(result).toMatchObject({ imported: 1, present: 1 });
  expect(result.refused.map(({ code }) => code)).toEqual(['record-damaged', 'record-unknown', 'record-damaged']);
  expect('polluted' in {}).toBe(false);
});

test('a file that was cut short restores what it has and reports that it ends early', async () => {
  for (let n = 0; n < 60; n += 1) {
    const text = Array.from({ length: 400 }, () => Math.random().toString(36)).join(' ');
    await saveArticle(database, { article: sampleArticle({ url: `https://news.example/${n}`, text }) });
  }
  const whole = await makeBackup(database, {});
  await wipe();
  const result = await restoreBackup(database, whole.slice(0, Math.floor(whole.size / 2)));
  expect(result.imported).toBeGreaterThan(10);
  expect(result.refused.map(({ code }) => code).at(-1)).toBe('backup-cut-short');
});
