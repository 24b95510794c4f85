import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import { changeTags, keepPosition, markOpened, moveItems, setFavourite } from '../../../src/storage/change-items.ts';
import { addHighlight, changeHighlight } from '../../../src/storage/highlights/change-highlights.ts';
import { joinKept } from '../../../src/storage/join-link.ts';
import type { LibraryDatabase } from '../../../src/storage/library-schema.ts';
import { openDatabase } from '../../../src/storage/open-database.ts';
import { readMetadata } from '../../../src/storage/read-items.ts';
import { saveArticle, saveLink } from '../../../src/storage/save-article.ts';
import { searchLibrary } from '../../../src/storage/search/search-library.ts';
import { withSortFields } from '../../../src/storage/stored-metadata.ts';
import { savePage } from '../../../src/storage/update-copy.ts';
import { sampleArticle } from './sample-article.ts';

const SHORT = 'https://short.example/x';

let database: LibraryDatabase;
let articleId: string;
let linkId: string;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  database = await openDatabase();
  ({ id: articleId } = await saveArticle(database, { article: sampleArticle() }, 1000));
  ({ id: linkId } = await saveLink(database, { url: SHORT, title: 'Short' }, 2000));
  await changeTags(database, [linkId], { add: ['sea'] }, 2000);
});

const ids = async () => (await database.getAllKeys('metadata')).toSorted();

test('saving the page of a saved article again joins the link that has led to it, with its tags', async () => {
  const gone: string[] = [];
  const receipt = await savePage(
    database,
    { article: sampleArticle(), aliases: [SHORT], onJoined: (id) => void gone.push(id) },
    3000,
  );
  expect(receipt).toEqual({ id: articleId, savedAt: 1000, existed: true });
  expect(await ids()).toEqual([articleId]);
  expect(gone).toEqual([linkId]);
  expect((await readMetadata(database, [articleId]))[0]).toMatchObject({ kind: 'article', tags: ['sea'] });
  // The address is known from now on.
  expect(await saveLink(database, { url: SHORT, title: 'Short' }, 4000)).toMatchObject({
    id: articleId,
    existed: true,
  });
});

test('calling Recto on the page joins the link, too, and without such a link nothing is written', async () => {
  expect(await joinKept(database, articleId, ['https://short.example/other'])).toEqual([]);
  expect(await joinKept(database, articleId, [SHORT])).toEqual([articleId, linkId]);
  expect(await ids()).toEqual([articleId]);
  expect(await joinKept(database, articleId, [SHORT])).toEqual([]);
});

test('older texts of the link come with their pictures, and pictures of the article stay', async () => {
  const [own, older, unshown] = ['own', 'older', 'unshown'].map((name) => `https://a.example/${name}.png`);
  const shows = (...urls: (string | undefined)[]) => urls.map((url) => `<img src="${url}">`).join('');
  const { id } = await saveArticle(database, { article: sampleArticle({ url: `${SHORT}/2`, html: shows(own) }) });
  const article = sampleArticle({ url: SHORT, html: shows(own, older), contentHash: 'older' });
  await database.put('copies', { articleId: linkId, keptAt: 5, why: 'replaced', article });
  const job = { reason: null, queuedAt: 1, attempts: 1 };
  const kept = { ...job, articleId: id, url: own ?? '', state: 'kept', hash: 'f'.repeat(64) } as const;
  await database.put('pictureJobs', kept);
  for (const url of [own, older, unshown])
    await database.put('pictureJobs', { ...job, articleId: linkId, url: url ?? '', state: 'refused', hash: null });
  await joinKept(database, id, [SHORT]);
  expect((await database.getAll('copies')).map(({ articleId: of, keptAt }) => [of, keptAt])).toEqual([[id, 5]]);
  const jobs = await database.getAllFromIndex('pictureJobs', 'state');
  const of = (state: string) => jobs.filter((one) => one.state === state).map(({ articleId: by, url }) => [by, url]);
  expect(of('kept')).toEqual([[id, own]]);
  expect(of('refused')).toEqual([[id, older]]);
});

test('the article stays a favourite with the later time of reading, and its new tags are newer than an older backup', async () => {
  await setFavourite(database, [articleId], true, 1500);
  await changeTags(database, [articleId], { add: ['coast'] }, 1500);
  await markOpened(database, articleId, 2500);
  await markOpened(database, linkId, 1800);
  await joinKept(database, articleId, [SHORT], 3000);
  expect(await database.get('metadata', articleId)).toMatchObject({
    ...{ favourite: true, favouriteAt: 1500, openedAt: 2500 },
    ...{ tags: ['coast', 'sea'], tagsAt: 3000 },
  });
});

test('a link without tags does not change the time of the article’s tags', async () => {
  await changeTags(database, [articleId], { add: ['sea'] }, 1500);
  await joinKept(database, articleId, [SHORT], 3000);
  expect(await database.get('metadata', articleId)).toMatchObject({ tags: ['sea'], tagsAt: 1500, openedAt: null });
});

test('notes of the link belong to the article afterwards', async () => {
  const note = { exact: '', prefix: '', suffix: '', start: 0, end: 0, colour: 'yellow' } as const;
  const { id } = await addHighlight(database, linkId, note);
  await changeHighlight(database, id, { note: 'cartwheel' });
  await joinKept(database, articleId, [SHORT]);
  const { hits } = await searchLibrary(database, { text: 'cartwheel', limit: 9 });
  expect(hits.map(({ metadata }) => metadata.id)).toEqual([articleId]);
});

test('a link does not join an article in Recently deleted, with which it would be removed', async () => {
  await moveItems(database, [articleId], 'deleted', { today: 0, now: 3000 });
  expect(await joinKept(database, articleId, [SHORT])).toEqual([]);
  expect(await ids()).toEqual([articleId, linkId].toSorted());
});

test('the article gets the addresses of both, and position and reading time that only the link has', async () => {
  const position = { block: 0, offset: 0, quote: '', progress: 0.5, at: 1800 };
  const link = await database.get('metadata', linkId);
  if (link) await database.put('metadata', withSortFields({ ...link, aliases: ['https://older.example/'] }));
  await keepPosition(database, linkId, position, 1800);
  await markOpened(database, linkId, 1800);
  const first = 'https://first.example/';
  const { id } = await saveArticle(database, {
    article: sampleArticle({ url: 'https://b.example/' }),
    aliases: [first],
  });
  expect(await joinKept(database, id, [`${SHORT}?utm_source=feed`])).toEqual([id, linkId]);
  expect(await database.get('metadata', id)).toMatchObject({ position, openedAt: 1800 });
  for (const url of [SHORT, 'https://older.example/', first, 'https://b.example/'])
    expect(await saveLink(database, { url, title: 'Again' })).toMatchObject({ id, existed: true });
});

test('a link is not joined with another link, nor an item with itself', async () => {
  const { id } = await saveLink(database, { url: 'https://other.example/', title: 'Other' }, 2000);
  expect(await joinKept(database, id, [SHORT])).toEqual([]);
  expect(await joinKept(database, linkId, [SHORT])).toEqual([]);
  expect(await ids()).toEqual([articleId, linkId, id].toSorted());
});

test('the article keeps the time at which it stopped being a favourite, when the link has none', async () => {
  await setFavourite(database, [linkId], true, 1100);
  await setFavourite(database, [linkId], false, 2900);
  await setFavourite(database, [articleId], true, 1500);
  await joinKept(database, articleId, [SHORT], 3000);
  expect(await database.get('metadata', articleId)).toMatchObject({ favourite: true, favouriteAt: 1500 });
});

test('a star that the link got after the article is as new as it was there', async () => {
  await setFavourite(database, [articleId], true, 1500);
  await setFavourite(database, [linkId], true, 2500);
  await joinKept(database, articleId, [SHORT], 3000);
  expect(await database.get('metadata', articleId)).toMatchObject({ favourite: true, favouriteAt: 2500 });
});
