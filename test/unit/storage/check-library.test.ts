import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test, vi } from 'vitest';
import { checkLibrary } from '../../../src/storage/check-library.ts';
import { readHighlights } from '../../../src/storage/highlights/read-highlights.ts';
import type { LibraryDatabase, StoredMetadata } from '../../../src/storage/library-schema.ts';
import { openDatabase } from '../../../src/storage/open-database.ts';
import { readList } from '../../../src/storage/read-items.ts';
import { saveArticle, saveLink } from '../../../src/storage/save-article.ts';
import { searchLibrary } from '../../../src/storage/search/search-library.ts';
import { metadataOfLink, withSortFields } from '../../../src/storage/stored-metadata.ts';
import { sampleArticle } from './sample-article.ts';

let database: LibraryDatabase;
let id = '';
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  database = await openDatabase();
  ({ id } = await saveArticle(database, { article: sampleArticle() }, 1000));
  await saveLink(database, { url: 'https://news.example/later', title: 'Later' });
});

const stored = async (key = id) => (await database.get('metadata', key)) as StoredMetadata;
const spoil = async (changes: Record<string, unknown>): Promise<void> =>
  void (await database.put('metadata', { ...(await stored()), ...changes } as StoredMetadata));
const dump = async () =>
  Promise.all((['metadata', 'bodies', 'highlights', 'damaged'] as const).map((store) => database.getAll(store)));

test('a sound library is left as it is', async () => {
  const before = await dump();
  expect(await checkLibrary(database)).toEqual({ checked: 2, mended: 0, setAside: [], withoutText: [] });
  expect(await dump()).toEqual(before);
});

const HAS_ALL: Pick<StoredMetadata, 'hidden' | 'pictures' | 'fetched'> = {
  hidden: { at: 5, blocks: [{ quote: 'Nobody on the island', nth: 0 }] },
  pictures: { total: 3, kept: 2, pending: 0 },
  fetched: { outcome: 'kept', at: 7 },
};

test('optional fields stay: hidden blocks, counts of pictures, outcomes of fetches', async () => {
  await database.put('metadata', withSortFields({ ...(await stored()), ...HAS_ALL }));
  const before = await dump();
  expect(await checkLibrary(database)).toMatchObject({ mended: 0, setAside: [] });
  expect(await dump()).toEqual(before);
  await spoil({ tags: 7, pictures: { total: -1 } });
  expect(await checkLibrary(database)).toMatchObject({ mended: 1, setAside: [] });
  const { pictures, ...rest } = await stored();
  expect(pictures).toBeUndefined();
  expect(rest).toMatchObject({ tags: [], hidden: HAS_ALL.hidden, fetched: HAS_ALL.fetched });
});

test('a record that was set aside stays when one with the same id is damaged again', async () => {
  const body = await database.get('bodies', id);
  if (!body) throw new Error('nothing was saved');
  for (const text of ['first', 'second']) {
    await database.put('bodies', { ...body, id: 'stray', text });
    expect(await checkLibrary(database)).toMatchObject({ setAside: [{ title: text }] });
  }
  expect((await database.getAll('damaged')).map(({ title }) => title)).toEqual(['first', 'second']);
});

test.each([
  ['a missing field', { tags: undefined, favouriteAt: undefined }],
  ['a field of another kind', { movedAt: 'yesterday', aliases: 7, position: { block: 'x' } }],
  ['a wrong order', { sort: 5, addresses: [] }],
  ['a wrong address key', { urlKey: 'https://elsewhere.example/' }],
  ['a text of another save', { contentHash: 'other' }],
  ['a link whose text is there', { kind: 'link' }],
])('%s is repaired once', async (_what, changes) => {
  const { title, savedAt, url, urlKey, contentHash, kind } = await stored();
  await spoil(changes);
  expect(await checkLibrary(database)).toMatchObject({ mended: 1, setAside: [] });
  expect(await stored()).toMatchObject({ title, savedAt, url, urlKey, contentHash, kind, tags: [] });
  expect(await checkLibrary(database)).toMatchObject({ mended: 0, setAside: [] });
  expect((await readList(database, { place: 'list', limit: 9 })).items).toHaveLength(2);
});

test('a repaired article is found by the words of its text', async () => {
  const { id: walrus } = await saveArticle(
    database,
    { article: sampleArticle({ url: 'https://news.example/walrus', text: 'Nobody had seen a walrus.' }) },
    2000,
  );
  await database.put('metadata', { ...(await stored(walrus)), searchStamp: 'lost' as never });
  expect(await checkLibrary(database)).toMatchObject({ mended: 1 });
  const { hits } = await searchLibrary(database, { text: 'walrus', limit: 5 });
  expect(hits.map(({ metadata }) => metadata.id)).toEqual([walrus]);
});

test('an article whose text is gone becomes a link that can be read again', async () => {
  await database.delete('bodies', id);
  expect(await checkLibrary(database)).toMatchObject({ mended: 1 });
  const noText = { wordCount: 0, readingMinutes: 0, contentHash: '' };
  expect(await stored()).toMatchObject({ kind: 'link', title: sampleArticle().title, ...noText });
});

test.each([
  ['lost its text', () => database.delete('bodies', id)],
  ['lost the name of its entry', () => spoil({ searchStamp: undefined })],
])('what %s is found by its title once it is mended, and nothing is to be mended then', async (_what, lose) => {
  await lose();
  await checkLibrary(database);
  const { hits } = await searchLibrary(database, { text: `"${sampleArticle().title}"`, limit: 9 });
  expect(hits.map(({ metadata }) => metadata.id)).toEqual([id]);
  expect(await checkLibrary(database)).toMatchObject({ mended: 0 });
});

/** Makes the reading of one record fail as a browser does that lost it. */
function loseRecord(store: string, key: string): void {
  const { get, getAll } = IDBObjectStore.prototype;
  const fail = (): never => {
    throw new DOMException('corrupt', 'UnknownError');
  };
  vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, query) {
    return this.name === store && query === key ? fail() : get.call(this, query);
  });
  vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(function (this: IDBObjectStore, query) {
    return this.name === store ? fail() : getAll.call(this, query);
  });
}

test.each(['metadata', 'bodies', 'highlights'])(
  'an unreadable record in %s is named, and the others are repaired',
  async (store) => {
    const { id: other } = await saveArticle(database, { article: sampleArticle({ url: 'https://news.example/b' }) });
    await database.put('metadata', { ...(await stored(other)), tags: 7 } as never);
    await database.put('pictureJobs', {
      articleId: 'nobody',
      url: 'https://a.example/p.png',
      state: 'pending',
    } as never);
    loseRecord(store, id);
    const report = await checkLibrary(database).finally(() => vi.restoreAllMocks());
    const isText = store === 'bodies';
    expect(report).toEqual({
      ...{ checked: 3, mended: 2 },
      setAside: isText ? [] : [{ title: null, why: 'the record cannot be read' }],
      withoutText: isText ? [{ id, title: sampleArticle().title, url: sampleArticle().url }] : [],
    });
    expect((await stored(other)).tags).toEqual([]);
    expect(await database.count('pictureJobs')).toBe(0);
    expect(await database.count('bodies')).toBe(2);
  },
);

test('a database that is closed during a check does not count as damaged', async () => {
  const checking = checkLibrary(database);
  database.close();
  await expect(checking).rejects.toThrow();
});

test('a database that is closed at the end of a check does not either', async () => {
  await expect(checkLibrary(database, () => database.close())).rejects.toThrow();
});

test('an entry that cannot be repaired is set aside once, with its text', async () => {
  await spoil({ url: 'javascript:1' });
  const { setAside } = await checkLibrary(database);
  expect(setAside).toHaveLength(1);
  const [left, ...others] = await database.getAll('damaged');
  expect(left).toMatchObject({ store: 'metadata', id, value: { body: { text: sampleArticle().text } } });
  expect(others).toEqual([]);
  expect(await database.count('bodies')).toBe(0);
});

test('a damaged highlight with a note is repaired, so that it is in lists and backups', async () => {
  const whole = { exact: 'tide', prefix: 'The ', suffix: ' comes', start: 4, end: 8, note: 'ask Maren' };
  const spoilt = { id: 'h', articleId: id, ...whole, colour: 'octarine', createdAt: 5 };
  await database.put('highlights', spoilt as never);
  expect(await checkLibrary(database)).toMatchObject({ mended: 1, setAside: [] });
  expect(await readHighlights(database, id)).toEqual([{ ...spoilt, colour: 'yellow', changedAt: 0 }]);
  expect(await checkLibrary(database)).toMatchObject({ mended: 0, setAside: [] });
});

test('a highlight with a missing part is set aside, although its article is there', async () => {
  await database.put('highlights', { id: 'h', articleId: id, exact: 'words' } as never);
  expect(await checkLibrary(database)).toMatchObject({ setAside: [{ title: 'words' }] });
  expect(await database.count('highlights')).toBe(0);
  expect(await database.get('damaged', ['highlights', 'h'])).toMatchObject({ value: { articleId: id } });
});

test('a stored picture without bytes is fetched again', async () => {
  const job = { articleId: id, url: 'https://a.example/p.png', reason: null, queuedAt: 1, attempts: 3 };
  await database.put('pictureJobs', { ...job, state: 'kept', hash: 'f'.repeat(64) });
  await spoil({ pictures: { total: 1, kept: 1, pending: 0 } });
  await checkLibrary(database);
  expect(await database.getAll('pictureJobs')).toEqual([{ ...job, state: 'pending', hash: null, attempts: 0 }]);
  expect((await stored()).pictures).toEqual({ total: 1, kept: 0, pending: 1 });
});

test('an article whose pictures are all lost is counted once, not with each of them', async () => {
  const job = { articleId: id, state: 'kept', hash: 'f'.repeat(64), reason: null, queuedAt: 1, attempts: 3 } as const;
  for (let at = 0; at < 60; at += 1) await database.put('pictureJobs', { ...job, url: `https://a.example/${at}.png` });
  const all = vi.spyOn(IDBObjectStore.prototype, 'getAll');
  await checkLibrary(database);
  expect(all.mock.calls.length).toBeLessThan(20);
  all.mockRestore();
  expect((await stored()).pictures).toEqual({ total: 60, kept: 0, pending: 60 });
});

test('a stored picture whose bytes cannot be read is fetched again, and backups no longer meet it', async () => {
  const [whole, lost] = ['a'.repeat(64), 'b'.repeat(64)];
  const job = { articleId: id, state: 'kept', reason: null, queuedAt: 1, attempts: 1 } as const;
  for (const hash of [whole, lost]) {
    await database.put('pictures', { hash, bytes: new Blob(['x'], { type: `image/${hash}` }), type: 'image/png' });
    await database.put('pictureJobs', { ...job, url: `https://a.example/${hash}`, hash });
  }
  const { slice } = Blob.prototype;
  let tries = 0;
  vi.spyOn(Blob.prototype, 'slice').mockImplementation(function (this: Blob, ...range) {
    const part = slice.apply(this, range);
    // One is lost; the disk was busy when the other was read first.
    tries += this.type === `image/${lost}` ? 0 : 1;
    const fails = this.type === `image/${lost}` || tries === 1;
    const fail = () => Promise.reject(new DOMException('lost', 'NotReadableError'));
    return fails ? Object.assign(part, { arrayBuffer: fail }) : part;
  });
  expect(await checkLibrary(database).finally(() => vi.restoreAllMocks())).toMatchObject({ mended: 1, setAside: [] });
  const jobs = await database.getAll('pictureJobs');
  expect(jobs.map(({ hash, state }) => [hash, state])).toEqual([
    [whole, 'kept'],
    [null, 'pending'],
  ]);
  expect(await database.getAllKeys('pictures')).toEqual([whole]);
});

test('the progress of the check includes pictures, which take longer than articles', async () => {
  for (let number = 0; number < 30; number++)
    await database.put('pictures', { hash: `${number}`, bytes: new Blob(['x']), type: 'image/png' });
  const told: number[][] = [];
  const { checked } = await checkLibrary(database, (...progress) => told.push(progress));
  expect([told.at(-1), told.length, checked]).toEqual([[checked + 30, checked + 30], 3, checked]);
});

test('bytes of pictures are removed with a record that was set aside, unless another article shows them', async () => {
  const [only, shared] = ['a'.repeat(64), 'b'.repeat(64)];
  for (const hash of [only, shared])
    await database.put('pictures', { hash, bytes: new Blob(['x']), type: 'image/png' });
  const job = { state: 'kept', reason: null, queuedAt: 1, attempts: 1 } as const;
  await database.put('pictureJobs', { ...job, articleId: 'gone', url: 'https://a.example/1.png', hash: only });
  await database.put('pictureJobs', { ...job, articleId: 'gone', url: 'https://a.example/2.png', hash: shared });
  await database.put('pictureJobs', { ...job, articleId: id, url: 'https://a.example/2.png', hash: shared });
  await checkLibrary(database);
  expect(await database.getAllKeys('pictures')).toEqual([shared]);
});

test('one damaged record among 10,000: the list opens, 9,999 are shown, one is named', async () => {
  globalThis.indexedDB = new IDBFactory();
  database = await openDatabase();
  const transaction = database.transaction('metadata', 'readwrite');
  for (let number = 0; number < 10_000; number += 1) {
    const item = metadataOfLink({ url: `https://a.example/${number}`, title: `Title ${number}` }, 1_000_000 + number);
    void transaction.store.put(number === 4321 ? ({ ...item, url: 7, wordCount: 'many' } as never) : item);
  }
  await transaction.done;
  const { items, damaged } = await readList(database, { place: 'list', limit: 10_000 });
  expect(items).toHaveLength(9999);
  expect(damaged).toMatchObject([{ title: 'Title 4321' }]);
});

test('pictures without a record can be requested afterwards, and are not requested by the check', async () => {
  const html = '<p>Text</p><img src="https://img.example/a.png"><img src="https://img.example/b.png">';
  const { id: imported } = await saveArticle(database, {
    article: sampleArticle({ url: 'https://news.example/imported', html, contentHash: 'imported' }),
  });
  const { pictures: _counted, ...before } = await stored(imported);
  await database.put('metadata', before);
  await database.clear('pictureJobs');
  expect(await checkLibrary(database)).toMatchObject({ mended: 1, setAside: [] });
  expect(await stored(imported)).toEqual({ ...before, pictures: { total: 2, kept: 0, pending: 0 } });
  const jobs = await database.getAll('pictureJobs');
  expect(jobs.map(({ articleId, url, state, reason }) => [articleId, url, state, reason])).toEqual([
    [imported, 'https://img.example/a.png', 'refused', 'needs-access'],
    [imported, 'https://img.example/b.png', 'refused', 'needs-access'],
  ]);
  expect(await checkLibrary(database)).toMatchObject({ mended: 0, setAside: [] });
});
