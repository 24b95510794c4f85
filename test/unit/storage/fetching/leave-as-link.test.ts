import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import { makeBackup } from '../../../../src/storage/backup/make-backup.ts';
import { previewBackup } from '../../../../src/storage/backup/preview-backup.ts';
import { restoreBackup } from '../../../../src/storage/backup/restore-backup.ts';
import { changeTags, markOpened } from '../../../../src/storage/change-items.ts';
import { checkLibrary } from '../../../../src/storage/check-library.ts';
import { keepFetched } from '../../../../src/storage/fetching/keep-fetched.ts';
import { readUnfetched } from '../../../../src/storage/fetching/read-unfetched.ts';
import type { LibraryDatabase } from '../../../../src/storage/library-schema.ts';
import { openDatabase } from '../../../../src/storage/open-database.ts';
import { saveArticle, saveLink } from '../../../../src/storage/save-article.ts';
import { searchLibrary } from '../../../../src/storage/search/search-library.ts';
import { withSortFields } from '../../../../src/storage/stored-metadata.ts';
import { savePage } from '../../../../src/storage/update-copy.ts';
import { sampleArticle } from '../sample-article.ts';

const SORRY = 'https://closed.example/sorry';
const sorry = sampleArticle({ url: SORRY, title: 'We are closed', byline: null, html: '<p>Farewell.</p>' });
const at = (page: number): string => `https://closed.example/${page}.html`;

let database: LibraryDatabase;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  database = await openDatabase();
});

const linkTo = async (url: string, title: string): Promise<string> =>
  (await saveLink(database, { url, title }, 1000)).id;
const links = (): Promise<string[]> => Promise.all([1, 2, 3, 4, 5].map((page) => linkTo(at(page), `Page ${page}`)));
const read = (id: string) => database.get('metadata', id);

test('links that all redirect to one page stay links, the first of them too, with their addresses, titles and tags', async () => {
  const ids = await links();
  await changeTags(database, [ids[0] ?? ''], { add: ['Sea'] }, 1500);
  const changed = [];
  for (const id of ids) changed.push(await keepFetched(database, id, sorry, 2000));
  expect(changed).toEqual([[ids[0]], [ids[1], ids[0]], [ids[2]], [ids[3]], [ids[4]]]);
  for (const [index, id] of ids.entries())
    expect(await read(id)).toMatchObject({
      ...{ kind: 'link', url: at(index + 1), urlKey: at(index + 1), title: `Page ${index + 1}`, aliases: [] },
      ...{ byline: null, wordCount: 0, contentHash: '', tags: index === 0 ? ['Sea'] : [] },
      fetched: { outcome: 'not-article', at: 2000, ledTo: SORRY },
    });
  expect(await readUnfetched(database)).toEqual([]);
  expect([await database.count('bodies'), await database.count('pictureJobs')]).toEqual([0, 0]);
  const { hits } = await searchLibrary(database, { text: 'Page', limit: 20 });
  expect(hits).toHaveLength(5);
  expect((await checkLibrary(database)).mended).toBe(0);
});

test('a link to the page itself is read, although other links lead there', async () => {
  for (const id of (await links()).slice(0, 2)) await keepFetched(database, id, sorry, 2000);
  const own = await linkTo(SORRY, 'Farewell');
  expect(await keepFetched(database, own, sorry, 3000)).toEqual([own]);
  expect(await read(own)).toMatchObject({ kind: 'article', title: 'We are closed' });
});

test('an article that a link has become stays when another leads to it and the person has opened it', async () => {
  const [first = '', second = ''] = await links();
  await keepFetched(database, first, sorry, 2000);
  await markOpened(database, first, 2500);
  expect(await keepFetched(database, second, sorry, 3000)).toEqual([second]);
  expect(await read(first)).toMatchObject({ kind: 'article', url: SORRY });
  expect(await read(second)).toMatchObject({ kind: 'link', url: at(2), fetched: { outcome: 'not-article' } });
});

test('it stays also when the title of the link is that of the article', async () => {
  const first = await linkTo('https://short.example/a', 'The Tide – News');
  const second = await linkTo('https://short.example/b', 'https://short.example/b');
  const tide = sampleArticle({ url: 'https://news.example/tide', title: 'The tide' });
  await keepFetched(database, first, tide, 2000);
  expect(await keepFetched(database, second, tide, 3000)).toEqual([second]);
  expect(await read(first)).toMatchObject({ kind: 'article', title: 'The tide' });
});

test('an article does not become a link to a script that a backup names as its link', async () => {
  const [first = '', second = ''] = await links();
  await keepFetched(database, first, sorry, 2000);
  const kept = await read(first);
  const link = kept?.fetched?.link && { ...kept.fetched.link, url: 'javascript:alert(1)' };
  if (kept?.fetched && link) await database.put('metadata', { ...kept, fetched: { ...kept.fetched, link } });
  expect(await keepFetched(database, second, sorry, 3000)).toEqual([second]);
  expect(await read(first)).toMatchObject({ kind: 'article', url: SORRY });
});

test('a link joins the article again once the person has kept its page', async () => {
  const [first = '', second = '', third = ''] = await links();
  await keepFetched(database, first, sorry, 2000);
  await keepFetched(database, second, sorry, 2000);
  const { id } = await savePage(database, { article: sorry, aliases: [at(1)] }, 3000);
  expect(id).toBe(first);
  expect(await keepFetched(database, third, sorry, 4000)).toEqual([third, first]);
});

test('links that differ in the form of the address alone are one article', async () => {
  const first = await linkTo('https://news.example/tide', 'Tide');
  const second = await linkTo('https://m.news.example/tide', 'Tide');
  const tide = sampleArticle({ url: 'https://www.news.example/tide/' });
  await keepFetched(database, first, tide, 2000);
  expect(await keepFetched(database, second, tide, 3000)).toEqual([second, first]);
  expect(await database.count('metadata')).toBe(1);
});

test('an article that was fetched for a link of its own address takes in one link that leads to it', async () => {
  const tide = sampleArticle({ url: 'https://news.example/tide' });
  const own = await linkTo('https://news.example/tide', 'Tide');
  const [short, other] = [await linkTo('https://s.example/1', '1'), await linkTo('https://s.example/2', '2')];
  await keepFetched(database, own, tide, 2000);
  expect(await keepFetched(database, short, tide, 3000)).toEqual([short, own]);
  expect(await keepFetched(database, other, tide, 4000)).toEqual([other]);
  expect(await read(own)).toMatchObject({ kind: 'article', url: 'https://news.example/tide' });
});

test('a restore brings back the links that an earlier Recto has joined with one page, and not the one that became it', async () => {
  const ids = await links();
  const [first = '', ...others] = ids;
  const file = await makeBackup(database, {});
  await keepFetched(database, first, sorry, 2000);
  const kept = await read(first);
  // As a Recto left it that took each further link in, and noted no link.
  for (const id of others) await database.delete('metadata', id);
  const aliases = [1, 2, 3, 4, 5].map(at);
  if (kept)
    await database.put('metadata', withSortFields({ ...kept, aliases, fetched: { outcome: 'kept', at: 2000 } }));
  expect(await previewBackup(database, file)).toMatchObject({ fresh: 4, present: 1 });
  expect(await restoreBackup(database, file)).toMatchObject({ imported: 4, present: 1 });
  expect(await restoreBackup(database, file)).toMatchObject({ imported: 0, present: 5 });
  expect((await database.getAllKeys('metadata')).toSorted()).toEqual(ids.toSorted());
  // A page that is there again is read.
  const own = sampleArticle({ url: at(2), title: 'Page two' });
  expect(await keepFetched(database, ids[1] ?? '', own, 3000)).toEqual([ids[1]]);
  const again = await makeBackup(database, {});
  globalThis.indexedDB = new IDBFactory();
  database = await openDatabase();
  expect(await previewBackup(database, again)).toMatchObject({ fresh: 5, present: 0 });
  expect(await restoreBackup(database, again)).toMatchObject({ imported: 5, present: 0 });
});

test('a link of another library is the article that the same link has become here', async () => {
  await linkTo(at(1), 'Page 1');
  const file = await makeBackup(database, {});
  globalThis.indexedDB = new IDBFactory();
  database = await openDatabase();
  const [first = ''] = await links();
  await keepFetched(database, first, sorry, 2000);
  expect(await previewBackup(database, file)).toMatchObject({ fresh: 0, present: 1 });
  expect(await restoreBackup(database, file)).toMatchObject({ imported: 0, present: 1 });
  expect(await read(first)).toMatchObject({ kind: 'article', fetched: { outcome: 'kept' } });
});

test('a link of a backup is the article that the person has kept and that it has led to', async () => {
  const [first = ''] = await links();
  const file = await makeBackup(database, {});
  for (const id of await database.getAllKeys('metadata')) await database.delete('metadata', id);
  const kept = await saveArticle(database, { article: sorry, aliases: [at(1), at(2)] }, 2000);
  expect(kept.id).not.toBe(first);
  expect(await restoreBackup(database, file)).toMatchObject({ imported: 3, present: 2 });
});
