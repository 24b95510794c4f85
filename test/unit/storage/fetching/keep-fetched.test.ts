import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import type { ImportedItem } from '../../../../src/model/imported-item.ts';
import { changeTags, moveItems, setFavourite } from '../../../../src/storage/change-items.ts';
import { readCopies } from '../../../../src/storage/copies/stored-copies.ts';
import { endFetch, keepFetched } from '../../../../src/storage/fetching/keep-fetched.ts';
import { readUnfetched } from '../../../../src/storage/fetching/read-unfetched.ts';
import { readHighlights } from '../../../../src/storage/highlights/read-highlights.ts';
import { recordOfImport } from '../../../../src/storage/importing/imported-record.ts';
import { writeImported } from '../../../../src/storage/importing/write-imported.ts';
import type { LibraryDatabase } from '../../../../src/storage/library-schema.ts';
import { openDatabase } from '../../../../src/storage/open-database.ts';
import { countPending, nextPending } from '../../../../src/storage/pictures/library-pictures.ts';
import { readCounts, readSaved } from '../../../../src/storage/read-items.ts';
import { saveArticle, saveLink } from '../../../../src/storage/save-article.ts';
import { searchLibrary } from '../../../../src/storage/search/search-library.ts';
import { savePage } from '../../../../src/storage/update-copy.ts';
import { sampleArticle } from '../sample-article.ts';

const LINK = 'https://news.example/lamps';
let database: LibraryDatabase;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  database = await openDatabase();
});

const linkTo = async (url: string): Promise<string> => (await saveLink(database, { url, title: 'Lamps' }, 1000)).id;
const found = async (text: string): Promise<string[]> =>
  (await searchLibrary(database, { text, limit: 20 })).hits.map(({ metadata }) => metadata.id);

const ITEM: ImportedItem = {
  url: LINK,
  title: 'Lamps',
  byline: null,
  publishedTime: null,
  lang: null,
  excerpt: null,
  savedAt: 500,
  place: 'archive',
  favourite: true,
  tags: ['Sea'],
  progress: null,
  notes: [{ quote: 'lit by hand', note: 'Ask Mara', colour: 'green', at: 600 }],
  html: null,
};

test('the marks of notes are no part of the words of a fetched text', async () => {
  const id = await linkTo(LINK);
  const mark = '<sup><a href="#fn-1" role="doc-noteref">1</a></sup>';
  const article = sampleArticle({ url: LINK, html: `<p>Lit${mark} by hand.</p>`, text: 'Lit1 by hand.' });
  await keepFetched(database, id, article, 2000);
  expect((await readSaved(database, id))?.article?.text).toBe('Lit by hand.');
  expect(await found('"lit by hand"')).toEqual([id]);
});

test('a fetched text is marked and searchable, has the place, tags, notes and times of its link, and its pictures wait', async () => {
  await writeImported(database, [recordOfImport(ITEM, null, 1000)]);
  const [id = ''] = await readUnfetched(database);
  const article = sampleArticle({ url: LINK, html: '<p>Lit by hand.</p><img src="https://pictures.example/1.png">' });
  await keepFetched(database, id, article, 2000);
  const saved = await readSaved(database, id);
  expect(saved?.article).toEqual(article);
  expect(saved?.metadata).toMatchObject({
    ...{ kind: 'article', place: 'archive', favourite: true, tags: ['Sea'], savedAt: 500 },
    fetched: { outcome: 'kept', at: 2000 },
  });
  expect((await readHighlights(database, id)).map(({ note }) => note)).toEqual(['Ask Mara']);
  expect(await found('is:fetched')).toEqual([id]);
  expect(await found(article.text.split(' ').slice(0, 2).join(' '))).toEqual([id]);
  expect(await countPending(database)).toBe(1);
  expect(await readUnfetched(database)).toEqual([]);
});

test('a text without an author keeps that of its link, and its pictures do not wait for a page', async () => {
  await writeImported(database, [recordOfImport({ ...ITEM, byline: 'Mara Lind' }, null, 1000)]);
  const [id = ''] = await readUnfetched(database);
  const html = '<p>Lit by hand.</p><img src="https://pictures.example/1.png">';
  await keepFetched(database, id, sampleArticle({ url: LINK, byline: null, html }), 2000);
  expect((await readSaved(database, id))?.metadata.byline).toBe('Mara Lind');
  expect(await nextPending(database, 1, 2000)).toMatchObject({ articleId: id });
});

test('each outcome is a filter, and removes the link from the queue', async () => {
  const ids = await Promise.all(['gone', 'sign-in', 'not-article'].map((end) => linkTo(`https://news.example/${end}`)));
  const waiting = await linkTo('https://news.example/waiting');
  await endFetch(database, ids[0] ?? '', 'gone');
  await endFetch(database, ids[1] ?? '', 'sign-in');
  await endFetch(database, ids[2] ?? '', 'not-article');
  expect(await found('is:gone')).toEqual([ids[0]]);
  expect(await found('is:sign-in')).toEqual([ids[1]]);
  expect(await found('状态：非文章 ')).toEqual([ids[2]]);
  expect(await readUnfetched(database)).toEqual([waiting]);
});

test('a link that got its text meanwhile, or was deleted, is not changed', async () => {
  const id = await linkTo(LINK);
  const own = sampleArticle({ url: LINK, text: 'What the person saw. '.repeat(20), contentHash: 'own' });
  await saveArticle(database, { article: own });
  expect(await keepFetched(database, id, sampleArticle({ url: LINK }))).toEqual([]);
  expect(await endFetch(database, id, 'gone')).toEqual([]);
  expect((await readSaved(database, id))?.article?.text).toBe(own.text);

  const deleted = await linkTo('https://news.example/deleted');
  await moveItems(database, [deleted], 'deleted', { today: 0 });
  expect(await keepFetched(database, deleted, sampleArticle({ url: 'https://news.example/deleted' }))).toEqual([]);
  expect(await readUnfetched(database)).toEqual([]);
});

test('a link that leads to a saved article joins it, with its tags and notes', async () => {
  const kept = await saveArticle(database, { article: sampleArticle({ url: 'https://news.example/2026/lamps' }) });
  await changeTags(database, [kept.id], { add: ['Light'] });
  await writeImported(database, [recordOfImport({ ...ITEM, url: 'https://short.example/x' }, null)]);
  const [link = ''] = await readUnfetched(database);
  await keepFetched(database, link, sampleArticle({ url: 'https://news.example/2026/lamps' }));
  expect(await readCounts(database)).toEqual({ list: 1, archive: 0, deleted: 0 });
  expect((await readSaved(database, kept.id))?.metadata).toMatchObject({
    ...{ tags: ['Light', 'Sea'], favourite: true },
    ...{ place: 'list', savedAt: kept.savedAt, movedAt: kept.savedAt },
  });
  expect((await readHighlights(database, kept.id)).map(({ note }) => note)).toEqual(['Ask Mara']);
  expect(await found('Mara')).toEqual([kept.id]);
  // The short address is the article's now, so that importing the same file again brings nothing back.
  const again = await writeImported(database, [recordOfImport({ ...ITEM, url: 'https://short.example/x' }, null)]);
  expect(again).toEqual({ imported: 0, present: 1 });
});

test('a link that leads to a new address becomes the article there, and is still found by its own address', async () => {
  const id = await linkTo('https://short.example/x');
  expect(await keepFetched(database, id, sampleArticle({ url: LINK }), 2000)).toEqual([id]);
  expect((await readSaved(database, id))?.metadata).toMatchObject({ kind: 'article', url: LINK });
  for (const url of [LINK, 'https://short.example/x'])
    expect(await writeImported(database, [recordOfImport({ ...ITEM, url }, null)])).toEqual({
      imported: 0,
      present: 1,
    });
});

test("a link that leads to a deleted article restores it in the link's place, with the data of both", async () => {
  const kept = await saveArticle(database, { article: sampleArticle({ url: 'https://news.example/2026/lamps' }) }, 300);
  await changeTags(database, [kept.id], { add: ['Light'] }, 350);
  await moveItems(database, [kept.id], 'deleted', { today: 0, now: 400 });
  await writeImported(database, [recordOfImport({ ...ITEM, url: 'https://short.example/x' }, null, 1000)]);
  const [link = ''] = await readUnfetched(database);
  const fetched = sampleArticle({ url: 'https://news.example/2026/lamps', text: 'As a stranger sees it.' });
  expect(await keepFetched(database, link, fetched, 2000)).toEqual([link, kept.id]);
  expect(await readCounts(database)).toEqual({ list: 0, archive: 1, deleted: 0 });
  const saved = await readSaved(database, kept.id);
  expect(saved?.metadata).toMatchObject({ tags: ['Light', 'Sea'], favourite: true, savedAt: 500, placeBefore: null });
  expect(saved?.article?.text).toContain('The tide comes in');
  expect((await readHighlights(database, kept.id)).map(({ note }) => note)).toEqual(['Ask Mara']);
});

test('when two links lead to one address, one gets the text and the tags of both', async () => {
  const there = await linkTo('https://news.example/2026/lamps');
  await changeTags(database, [there], { add: ['Light'] }, 1500);
  await moveItems(database, [there], 'deleted', { today: 0, now: 1600 });
  const link = await linkTo('https://short.example/x');
  const changed = await keepFetched(database, link, sampleArticle({ url: 'https://news.example/2026/lamps' }), 2000);
  expect(changed).toEqual([link, there]);
  expect(await readCounts(database)).toEqual({ list: 1, archive: 0, deleted: 0 });
  expect((await readSaved(database, link))?.metadata).toMatchObject({ kind: 'article', tags: ['Light'] });
});

test('the favourite mark of a joined link keeps its time', async () => {
  const kept = await saveArticle(database, { article: sampleArticle({ url: 'https://news.example/2026/lamps' }) });
  await setFavourite(database, [kept.id], true, 2000);
  await setFavourite(database, [kept.id], false, 3000);
  const link = await linkTo('https://short.example/x');
  await setFavourite(database, [link], true, 4000);
  await keepFetched(database, link, sampleArticle({ url: 'https://news.example/2026/lamps' }));
  expect(await database.get('metadata', kept.id)).toMatchObject({ favourite: true, favouriteAt: 4000 });
});

test('saving the page from its tab replaces the fetched text, which becomes a copy, and removes the mark', async () => {
  const id = await linkTo(LINK);
  await keepFetched(database, id, sampleArticle({ url: LINK, text: 'As a stranger sees it. '.repeat(20) }), 2000);
  const seen = sampleArticle({ url: LINK, text: 'As a person sees it. '.repeat(30), contentHash: 'seen' });
  expect((await savePage(database, { article: seen }, 3000)).id).toBe(id);
  const saved = await readSaved(database, id);
  expect(saved?.article?.text).toBe(seen.text);
  expect(saved?.metadata).not.toHaveProperty('fetched');
  expect(await readCopies(database, id)).toMatchObject([{ keptAt: 3000, why: 'replaced' }]);
  expect(await found('is:fetched')).toEqual([]);
});

test('saving the page from its tab with the same text only removes the mark', async () => {
  const id = await linkTo(LINK);
  await keepFetched(database, id, sampleArticle({ url: LINK }), 2000);
  await savePage(database, { article: sampleArticle({ url: LINK }) }, 3000);
  expect((await readSaved(database, id))?.metadata).not.toHaveProperty('fetched');
  expect(await readCopies(database, id)).toEqual([]);
});

test('a fetched article that is deleted while its page is read stays deleted unless Save was pressed', async () => {
  const id = await linkTo(LINK);
  await keepFetched(database, id, sampleArticle({ url: LINK }), 2000);
  const saving = savePage(database, { article: sampleArticle({ url: LINK, text: 'Seen.' }), unasked: true }, 3000);
  const deleting = moveItems(database, [id], 'deleted', { today: 0, now: 2500 });
  await expect(saving).rejects.toMatchObject({ code: 'not-found' });
  await deleting;
  expect((await readSaved(database, id))?.metadata.place).toBe('deleted');
});

test('a link that redirects to an alias of a saved article joins that article', async () => {
  const moved = 'https://news.example/moved';
  const { id: kept } = await saveArticle(database, { article: sampleArticle({ url: LINK }), aliases: [moved] }, 500);
  const { id: deleted } = await saveArticle(
    database,
    { article: sampleArticle({ url: `${LINK}/2` }), aliases: [moved] },
    400,
  );
  await moveItems(database, [deleted], 'deleted', { today: 0, now: 600 });
  const link = await linkTo('https://short.example/x');
  expect(await keepFetched(database, link, sampleArticle({ url: moved }), 2000)).toEqual([link, kept]);
  expect((await database.getAllKeys('metadata')).toSorted()).toEqual([kept, deleted].toSorted());
  expect((await saveLink(database, { url: 'https://short.example/x', title: 'Again' })).id).toBe(kept);
});
