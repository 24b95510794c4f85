import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import type { ImportedItem } from '../../../../src/model/imported-item.ts';
import { makeBackup } from '../../../../src/storage/backup/make-backup.ts';
import { restoreBackup } from '../../../../src/storage/backup/restore-backup.ts';
import { changeTags, moveItems, setFavourite } from '../../../../src/storage/change-items.ts';
import { endFetch } from '../../../../src/storage/fetching/keep-fetched.ts';
import { readAllHighlights, readHighlights } from '../../../../src/storage/highlights/read-highlights.ts';
import { recordOfImport } from '../../../../src/storage/importing/imported-record.ts';
import { findPresent, writeImported } from '../../../../src/storage/importing/write-imported.ts';
import type { LibraryDatabase } from '../../../../src/storage/library-schema.ts';
import { openDatabase } from '../../../../src/storage/open-database.ts';
import { requeuePictures } from '../../../../src/storage/pictures/library-pictures.ts';
import { readPictureReceipt } from '../../../../src/storage/pictures/read-pictures.ts';
import { saveArticle } from '../../../../src/storage/save-article.ts';
import { searchLibrary } from '../../../../src/storage/search/search-library.ts';
import { sampleArticle } from '../../fakes/sample-article.ts';

const NOW = Date.UTC(2026, 4, 3);

function item(changes: Partial<ImportedItem> = {}): ImportedItem {
  return {
    ...{
      url: 'https://a.example/1',
      title: 'The salt road',
      byline: null,
      publishedTime: null,
      lang: null,
      excerpt: null,
    },
    ...{ savedAt: Date.UTC(2019, 0, 1), place: 'archive', favourite: true, tags: ['sea'], progress: 0.5, html: null },
    notes: [{ quote: 'Salt', note: 'Why?', colour: 'yellow', at: 5 }],
    ...changes,
  };
}

let database: LibraryDatabase;
beforeEach(async () => {
  indexedDB.deleteDatabase('recto-library');
  database = await openDatabase();
  return () => database.close();
});

async function wipe(): Promise<void> {
  for (const store of ['metadata', 'bodies', 'highlights', 'pictureJobs'] as const) await database.clear(store);
}

const write = (...items: ImportedItem[]) =>
  writeImported(
    database,
    items.map((one) => recordOfImport(one, null, NOW)),
    NOW,
  );
const found = async (text: string): Promise<string[]> =>
  (await searchLibrary(database, { text, limit: 5 })).hits.map((hit) => hit.metadata.id);
const everything = async () => [
  await database.getAll('metadata'),
  await database.getAll('bodies'),
  await database.getAll('highlights'),
];

test('a page is imported with place, date, tags, favourite mark and notes, and is searchable', async () => {
  expect(await write(item(), item({ url: 'https://a.example/2', title: '灯塔守人', notes: [] }))).toEqual({
    imported: 2,
    present: 0,
  });
  const [stored] = await database.getAllFromIndex('metadata', 'addresses', 'https://a.example/1');
  expect(stored).toMatchObject({
    kind: 'link',
    place: 'archive',
    savedAt: Date.UTC(2019, 0, 1),
    tags: ['sea'],
    favourite: true,
  });
  expect(stored?.position?.progress).toBe(0.5);
  expect(await database.getAll('highlights')).toMatchObject([
    { articleId: stored?.id, exact: 'Salt', note: 'Why?', createdAt: 5 },
  ]);
  expect((await searchLibrary(database, { text: 'salt', limit: 5 })).hits.map((hit) => hit.metadata.id)).toEqual([
    stored?.id,
  ]);
  expect((await searchLibrary(database, { text: '灯塔', limit: 5 })).hits.map((hit) => hit.metadata.title)).toEqual([
    '灯塔守人',
  ]);
});

test('a note on the whole page is listed with the highlights', async () => {
  await write(item({ notes: [{ quote: '', note: 'Ask Maren', colour: 'yellow', at: 5 }] }));
  const [stored] = await database.getAll('metadata');
  const note = { articleId: stored?.id, exact: '', note: 'Ask Maren' };
  expect(await readHighlights(database, stored?.id ?? '')).toMatchObject([note]);
  expect(await readAllHighlights(database)).toMatchObject([{ metadata: { id: stored?.id }, highlights: [note] }]);
});

test('importing twice changes nothing', async () => {
  await write(item());
  const before = await everything();
  expect(await write(item())).toEqual({ imported: 0, present: 1 });
  expect(await everything()).toEqual(before);
});

test('existing items only get tags and notes, and deleted ones are not restored', async () => {
  const { id } = await saveArticle(database, { article: sampleArticle({ url: 'https://a.example/1' }) }, NOW);
  const before = await database.get('metadata', id);
  await write(
    item({ title: 'Another title', notes: [{ quote: 'Salt', note: 'Whose cartwheel?', colour: 'yellow', at: 5 }] }),
  );
  const after = await database.get('metadata', id);
  expect(after).toEqual({
    ...before,
    tags: ['sea'],
    favourite: true,
    facets: after?.facets,
    searchStamp: after?.searchStamp,
  });
  expect(await found('cartwheel')).toEqual([id]);
  await database.put('metadata', { ...(after as NonNullable<typeof after>), place: 'deleted', tags: [] });
  await write(item());
  expect((await database.get('metadata', id))?.tags).toEqual([]);
});

test.each([
  ['with a new tag', ['sea']],
  ['alone', []],
])('a note %s goes to the article that is here, and is found', async (_what, tags) => {
  const { id } = await saveArticle(database, { article: sampleArticle({ url: 'https://a.example/1' }) }, NOW);
  const notes = [{ quote: 'Salt', note: 'Whose cartwheel?', colour: 'yellow' as const, at: 5 }];
  expect(await write(item({ favourite: false, tags, notes }))).toEqual({ imported: 0, present: 1 });
  expect(await readHighlights(database, id)).toMatchObject([{ articleId: id, note: 'Whose cartwheel?' }]);
  expect(await found('cartwheel')).toEqual([id]);
});

test('a page with its text becomes an article, whose notes on the whole page have no passage', async () => {
  const article = sampleArticle({ url: 'https://a.example/1' });
  const whole = item({ notes: [{ quote: '', note: 'Why?', colour: 'yellow', at: 5 }] });
  await writeImported(database, [recordOfImport(whole, article, NOW)], NOW);
  const [stored] = await database.getAllFromIndex('metadata', 'addresses', 'https://a.example/1');
  expect(stored).toMatchObject({ kind: 'article', contentHash: article.contentHash });
  expect(await database.get('bodies', stored?.id ?? '')).toMatchObject({ html: article.html, text: article.text });
  expect(await readHighlights(database, stored?.id ?? '')).toMatchObject([{ note: 'Why?', start: 0, end: 0 }]);
});

test('an import neither replaces the text of a saved article nor makes it a favourite when it is none in the file', async () => {
  const own = sampleArticle({ url: 'https://a.example/1' });
  const { id } = await saveArticle(database, { article: own }, NOW);
  const other = sampleArticle({ url: own.url, html: '<p>Another.</p>', text: 'Another.', contentHash: 'other' });
  await writeImported(database, [recordOfImport(item({ favourite: false }), other, NOW)], NOW);
  expect(await database.get('bodies', id)).toMatchObject({ html: own.html, text: own.text });
  expect(await database.get('metadata', id)).toMatchObject({ contentHash: own.contentHash, favourite: false });
});

test('no note is added to an article in Recently deleted', async () => {
  const { id } = await saveArticle(database, { article: sampleArticle({ url: 'https://a.example/1' }) }, NOW);
  await moveItems(database, [id], 'deleted', { today: 0 });
  expect(await write(item())).toEqual({ imported: 0, present: 1 });
  expect(await database.count('highlights')).toBe(0);
});

test('a favourite mark alone is added to an existing item, unless it was removed by hand', async () => {
  const plain = item({ favourite: false, notes: [] });
  await write(plain);
  await write({ ...plain, favourite: true });
  const star = async () => (await database.getAll('metadata')).map(({ favourite }) => favourite);
  expect(await star()).toEqual([true]);
  await setFavourite(database, await database.getAllKeys('metadata'), false, NOW);
  await write({ ...plain, favourite: true });
  expect(await star()).toEqual([false]);
});

test('notes are listed by article, the last highlighted first, without deleted articles', async () => {
  const noted = (url: string, at: number) => item({ url, notes: [{ quote: '', note: url, colour: 'yellow', at }] });
  await write(noted('https://a.example/1', 5), noted('https://a.example/2', 9), noted('https://a.example/3', 7));
  const listed = async () => (await readAllHighlights(database)).map(({ metadata }) => metadata.url.at(-1));
  expect(await listed()).toEqual(['2', '3', '1']);
  const [gone] = await database.getAllFromIndex('metadata', 'addresses', 'https://a.example/2');
  await moveItems(database, [gone?.id ?? ''], 'deleted', { today: 0 });
  expect(await listed()).toEqual(['3', '1']);
});

test('a link gets the text that another program kept', async () => {
  await write(item());
  const record = recordOfImport(item(), sampleArticle({ url: 'https://a.example/1', title: 'Whole' }), NOW);
  expect(await writeImported(database, [record])).toEqual({ imported: 0, present: 1 });
  const [stored] = await database.getAll('metadata');
  expect(stored).toMatchObject({ kind: 'article', title: 'Whole', place: 'archive', savedAt: Date.UTC(2019, 0, 1) });
  expect((await database.getAll('bodies')).map((body) => body.id)).toEqual([stored?.id]);
  expect(await found('lamps')).toEqual([stored?.id]);
  // The note that came with the link is still found.
  expect(await found('why')).toEqual([stored?.id]);
});

test('a tag that exists in another spelling is not added', async () => {
  const { id } = await saveArticle(database, { article: sampleArticle({ url: 'https://a.example/1' }) }, NOW);
  await changeTags(database, [id], { add: ['Café'] });
  await write(item({ tags: ['cafe', 'sea'] }));
  expect((await database.get('metadata', id))?.tags).toEqual(['Café', 'sea']);
});

test.each([
  ['a new page', async () => undefined],
  ['a link that was here', async () => void (await write(item()))],
])('pictures that come with the text of %s can be asked for', async (_what, before) => {
  await before();
  const html = '<p>The lamps.</p><img src="https://a.example/lamp.gif">';
  const article = sampleArticle({ url: 'https://a.example/1', html, leadImage: null });
  await writeImported(database, [recordOfImport(item(), article, NOW)]);
  const [stored] = await database.getAll('metadata');
  expect(stored?.pictures).toEqual({ total: 1, kept: 0, pending: 0 });
  expect(await readPictureReceipt(database, stored?.id ?? '')).toMatchObject({
    refused: [{ url: 'https://a.example/lamp.gif', problem: 'needs-access' }],
  });
  expect(await requeuePictures(database, stored?.id ?? '', null)).toEqual(['https://a.example/lamp.gif']);
});

test('a failed fetch of a link is forgotten once an import brings its text', async () => {
  await write(item());
  const [link] = await database.getAll('metadata');
  await endFetch(database, link?.id ?? '', 'gone', NOW);
  expect(await found('is:gone')).toEqual([link?.id]);
  await writeImported(database, [recordOfImport(item(), sampleArticle({ url: 'https://a.example/1' }), NOW)]);
  expect((await database.getAll('metadata'))[0]).not.toHaveProperty('fetched');
  expect(await found('is:gone')).toEqual([]);
});

test('a passage is anchored in the text, and a date in the future becomes now', () => {
  const article = sampleArticle({ text: 'Far off\nThe lamps were lit.' });
  const { metadata, highlights } = recordOfImport(
    item({ savedAt: NOW * 2, notes: [{ quote: 'lamps', note: '', colour: 'pink', at: null }] }),
    article,
    NOW,
  );
  expect(metadata.savedAt).toBe(NOW);
  expect(highlights[0]).toMatchObject({
    start: 12,
    end: 17,
    prefix: 'Far off\nThe ',
    suffix: ' were lit.',
    colour: 'pink',
  });
});

test('reports what exists already before anything is written', async () => {
  await write(item());
  expect(await findPresent(database, ['https://a.example/1', 'https://a.example/9'])).toEqual(
    new Set(['https://a.example/1']),
  );
});

const PAGE = 'https://a.example/1';
const tagsAt = async (url: string) =>
  (await database.getAllFromIndex('metadata', 'addresses', url)).map(({ tags }) => [...tags].sort());

test('a backup from before an import does not remove the tags that the import added', async () => {
  const { id } = await saveArticle(database, { article: sampleArticle({ url: PAGE }) }, 100);
  await changeTags(database, [id], { add: ['mine'] }, 400);
  const before = await makeBackup(database, {});
  await changeTags(database, [id], { add: ['soon gone'] }, 300);
  await write(item());
  await restoreBackup(database, before);
  expect(await tagsAt(PAGE)).toEqual([['mine', 'sea', 'soon gone']]);
});

test.each(['restored', 'here'])(
  'tags of an import and tags given by hand are all kept: the latter are %s',
  async (where) => {
    const { id } = await saveArticle(database, { article: sampleArticle({ url: PAGE }) }, 100);
    await changeTags(database, [id], { add: ['mine'] }, 400);
    const byHand = await makeBackup(database, {});
    await wipe();
    await write(item());
    const imported = await makeBackup(database, {});
    if (where === 'here') {
      await wipe();
      await restoreBackup(database, byHand);
    }
    await restoreBackup(database, where === 'here' ? imported : byHand);
    expect(await tagsAt(PAGE)).toEqual([['mine', 'sea']]);
  },
);

test('an imported tag that was removed does not come back with an older backup', async () => {
  await write(item());
  const before = await makeBackup(database, {});
  const [stored] = await database.getAllFromIndex('metadata', 'addresses', PAGE);
  await changeTags(database, [stored?.id ?? ''], { remove: ['sea'] }, NOW + 1);
  await restoreBackup(database, before);
  expect(await tagsAt(PAGE)).toEqual([[]]);
});
