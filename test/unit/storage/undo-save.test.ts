import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test, vi } from 'vitest';
import { watchChanges } from '../../../src/platform/library-changes.ts';
import {
  changeTags,
  keepHidden,
  keepPosition,
  markOpened,
  moveItems,
  restoreItems,
  setFavourite,
} from '../../../src/storage/change-items.ts';
import { checkLibrary } from '../../../src/storage/check-library.ts';
import { readCopies } from '../../../src/storage/copies/stored-copies.ts';
import { addHighlight, changeHighlight } from '../../../src/storage/highlights/change-highlights.ts';
import { readHighlights } from '../../../src/storage/highlights/read-highlights.ts';
import type { LibraryConnection } from '../../../src/storage/library-connection.ts';
import type { LibraryDatabase } from '../../../src/storage/library-schema.ts';
import { libraryWrites } from '../../../src/storage/library-writes.ts';
import { openDatabase } from '../../../src/storage/open-database.ts';
import { refusePicture } from '../../../src/storage/pictures/settle-picture.ts';
import { purgeDeleted } from '../../../src/storage/purge-deleted.ts';
import { readCounts, readSaved } from '../../../src/storage/read-items.ts';
import { saveArticle, saveLink } from '../../../src/storage/save-article.ts';
import { searchLibrary } from '../../../src/storage/search/search-library.ts';
import { undoSave } from '../../../src/storage/undo-save.ts';
import { updateCopy } from '../../../src/storage/update-copy.ts';
import { sampleArticle } from './sample-article.ts';
import { undoLastSave } from './undo-last-save.ts';

const PAGE = 'https://news.example/tide';
const SHORT = 'https://short.example/x';
const MARK = { exact: 'tide', prefix: '', suffix: '', start: 4, end: 8, colour: 'yellow' } as const;
let database: LibraryDatabase;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  database = await openDatabase();
});

const metadataOf = async (id: string) => (await readSaved(database, id))?.metadata;
const found = async (text: string): Promise<string[]> =>
  (await searchLibrary(database, { text, limit: 9 })).hits.map(({ metadata }) => metadata.id);

const CHANGES: [string, (id: string) => Promise<unknown>, object][] = [
  ['tagged', (id) => changeTags(database, [id], { add: ['sea'] }, 2500), { tags: ['sea'] }],
  ['starred', (id) => setFavourite(database, [id], true, 2500), { favourite: true }],
  ['archived', (id) => moveItems(database, [id], 'archive', { today: 0, now: 2500 }), { placeBefore: 'archive' }],
  ['cut', (id) => keepHidden(database, id, [{ block: { quote: 'The tide', nth: 0 }, isHidden: true }], 2500), {}],
];

test.each(CHANGES)('undo moves a link that was %s since it was saved to Recently deleted', async (_, change, has) => {
  const { id } = await saveLink(database, { url: PAGE, title: 'Tide' }, 2000);
  await change(id);
  await undoLastSave(database, id, 3000);
  expect(await metadataOf(id)).toMatchObject({ place: 'deleted', ...has });
});

test('a second undo does not remove an item that was restored since', async () => {
  const save = await saveLink(database, { url: PAGE, title: 'Tide' }, 2000);
  await changeTags(database, [save.id], { add: ['sea'] }, 2500);
  expect(await undoSave(database, save, 3000)).toEqual([save.id]);
  await restoreItems(database, [save.id], 3500);
  expect(await undoSave(database, save, 4000)).toEqual([]);
  expect(await metadataOf(save.id)).toMatchObject({ place: 'list' });
});

test.each([
  ['a new article', async () => undefined],
  ['a link', () => saveLink(database, { url: PAGE, title: 'Tide' }, 1000)],
  [
    'a deleted article',
    async () => {
      const { id } = await saveArticle(database, { article: sampleArticle() }, 1000);
      await moveItems(database, [id], 'deleted', { today: 0, now: 1500 });
    },
  ],
])(
  'a copy that another window has updated since is in Recently deleted with all its texts: %s',
  async (_what, begin) => {
    await begin();
    const longer = (word: string) => sampleArticle({ text: `${word} ${'The tide comes in twice a day. '.repeat(9)}` });
    const { id } = await saveArticle(database, { article: longer('Saved.') }, 2000);
    await updateCopy(database, longer('Updated.'), 2500);
    const texts = await readCopies(database, id);
    await undoLastSave(database, id, 3000);
    expect(await readSaved(database, id)).toMatchObject({
      article: { text: expect.stringContaining('Updated.') },
      metadata: { place: 'deleted' },
    });
    expect(await readCopies(database, id)).toEqual(texts);
  },
);

test('undo gives a link back with later changes, and without tags that were removed', async () => {
  const { id } = await saveLink(database, { url: PAGE, title: 'Tide' }, 1000);
  await changeTags(database, [id], { add: ['old', 'wrong'] }, 1500);
  await saveArticle(database, { article: sampleArticle() }, 2000);
  await changeTags(database, [id], { add: ['new'], remove: ['wrong'] }, 2500);
  await setFavourite(database, [id], true, 2600);
  await moveItems(database, [id], 'archive', { today: 0, now: 2700 });
  await undoLastSave(database, id, 3000);
  expect(await readSaved(database, id)).toMatchObject({
    article: null,
    metadata: { kind: 'link', tags: ['old', 'new'], favourite: true, place: 'archive', savedAt: 1000, movedAt: 2700 },
  });
  expect(await database.get('metadata', id)).toMatchObject({ tagsAt: 2500, favouriteAt: 2600 });
});

test('undo keeps blocks hidden since and the reading time, also of an item that was deleted since', async () => {
  const { id } = await saveLink(database, { url: PAGE, title: 'Tide' }, 1000);
  await saveArticle(database, { article: sampleArticle() }, 2000);
  await keepHidden(database, id, [{ block: { quote: 'The tide', nth: 0 }, isHidden: true }], 2500);
  await markOpened(database, id, 2600);
  await moveItems(database, [id], 'deleted', { today: 4, now: 2700 });
  await undoLastSave(database, id, 3000);
  expect(await database.get('metadata', id)).toMatchObject({
    ...{ kind: 'link', place: 'deleted', placeBefore: 'list', deletedDay: 4, openedAt: 2600 },
    hidden: { at: 2500, blocks: [{ quote: 'The tide', nth: 0 }] },
  });
});

test('undo returns an article to Recently deleted with the tags and the reading position that it got since', async () => {
  const { id } = await saveArticle(database, { article: sampleArticle() }, 1000);
  await moveItems(database, [id], 'deleted', { today: 0, now: 1500 });
  await saveLink(database, { url: PAGE, title: 'Tide' }, 2000);
  await changeTags(database, [id], { add: ['sea'] }, 2500);
  const position = { block: 1, offset: 0.25, quote: 'Nobody', progress: 0.5, at: 2600 };
  await keepPosition(database, id, position, 2600);
  await undoLastSave(database, id, 3000);
  expect(await metadataOf(id)).toMatchObject({ place: 'deleted', tags: ['sea'], position, movedAt: 1500 });
});

test('undo of a saved link leaves the article that another tab has saved there since, whose save can itself be undone', async () => {
  const link = await saveLink(database, { url: PAGE, title: 'Tide' }, 1000);
  const saved = await saveArticle(database, { article: sampleArticle() }, 2000);
  expect(saved.id).toBe(link.id);
  expect(await undoSave(database, link, 3000)).toEqual([]);
  expect(await readSaved(database, link.id)).toMatchObject({
    article: { text: sampleArticle().text },
    metadata: { kind: 'article', place: 'list' },
  });
  expect(await undoSave(database, saved, 4000)).toEqual([link.id]);
  expect(await readSaved(database, link.id)).toMatchObject({ article: null, metadata: { kind: 'link' } });
});

test('undo of an item that another window has removed for good meanwhile succeeds', async () => {
  const saved = await saveArticle(database, { article: sampleArticle() }, 1000);
  await moveItems(database, [saved.id], 'deleted', { today: 0, now: 1500 });
  await purgeDeleted(database, { daysKept: 0 });
  expect(await undoSave(database, saved, 2000)).toEqual([saved.id]);
});

/** An article in Recently deleted and a link that leads to its address; each with a tag and a note. */
async function deletedAndLink(): Promise<{ article: string; link: string }> {
  const { id: article } = await saveArticle(database, { article: sampleArticle() }, 1000);
  await changeTags(database, [article], { add: ['sea'] }, 1100);
  const mark = await addHighlight(database, article, MARK, 1200);
  await changeHighlight(database, mark.id, { note: 'herring' }, 1200);
  await keepPosition(database, article, { block: 1, offset: 0, quote: 'Nobody', progress: 0.5, at: 1300 }, 1300);
  await moveItems(database, [article], 'deleted', { today: 0, now: 1400 });
  const { id: link } = await saveLink(database, { url: SHORT, title: 'Read me' }, 1500);
  await changeTags(database, [link], { add: ['later'] }, 1600);
  await setFavourite(database, [link], true, 1700);
  const imported = await addHighlight(database, link, { ...MARK, exact: 'imported', start: 0, end: 0 }, 1800);
  await changeHighlight(database, imported.id, { note: 'mackerel' }, 1800);
  return { article, link };
}

const fresh = sampleArticle({ text: 'Newer text of the page.' });

test('a link that leads to the address of a deleted article joins it when its page is saved, and nothing of either is lost', async () => {
  const { article, link } = await deletedAndLink();
  expect(await saveArticle(database, { article: fresh, aliases: [SHORT] }, 2000)).toMatchObject({ id: article });
  expect(await readCounts(database)).toEqual({ list: 1, archive: 0, deleted: 0 });
  expect(await metadataOf(article)).toMatchObject({
    ...{ tags: ['sea', 'later'], favourite: true, savedAt: 2000, place: 'list' },
    position: { progress: 0.5 },
  });
  expect((await readHighlights(database, article)).map(({ note }) => note)).toEqual(['mackerel', 'herring']);
  expect(await found('mackerel')).toEqual([article]);
  expect((await saveLink(database, { url: SHORT, title: 'Read me' }, 3000)).id).toBe(article);
  expect(await metadataOf(link)).toBeUndefined();
});

test('undo of that save separates the two again, each with its own data and later changes', async () => {
  const { article, link } = await deletedAndLink();
  const before = await Promise.all([article, link].map(metadataOf));
  await saveArticle(database, { article: fresh, aliases: [SHORT] }, 2000);
  await undoLastSave(database, article, 3000);
  expect(await Promise.all([article, link].map(metadataOf))).toEqual(before);
  expect((await readHighlights(database, article)).map(({ note }) => note)).toEqual(['herring']);
  expect((await readHighlights(database, link)).map(({ note }) => note)).toEqual(['mackerel']);
  expect(await found('mackerel')).toEqual([link]);
  expect((await readSaved(database, article))?.article?.text).toContain('twice a day');

  await saveArticle(database, { article: fresh, aliases: [SHORT] }, 4000);
  await changeTags(database, [article], { add: ['now'], remove: ['later'] }, 4500);
  await undoLastSave(database, article, 5000);
  expect(await metadataOf(link)).toMatchObject({ kind: 'link', place: 'list', tags: ['now'] });
  expect(await metadataOf(article)).toMatchObject({ place: 'deleted', tags: ['sea', 'now'] });
});

test('on undo an article highlighted since is deleted with its highlights, and the link stays', async () => {
  const { article, link } = await deletedAndLink();
  await saveArticle(database, { article: fresh, aliases: [SHORT] }, 2000);
  await addHighlight(database, article, { ...MARK, exact: 'Newer', start: 0, end: 5 }, 2500);
  await undoLastSave(database, article, 3000);
  expect(await metadataOf(article)).toMatchObject({ kind: 'article', place: 'deleted' });
  expect((await readHighlights(database, article)).map(({ exact }) => exact)).toEqual(['Newer', 'tide']);
  expect(await metadataOf(link)).toMatchObject({ kind: 'link', place: 'list', tags: ['later'] });
  expect((await readHighlights(database, link)).map(({ note }) => note)).toEqual(['mackerel']);
});

test('older texts of a link that lost its text join the article with it, and come back on undo', async () => {
  const { article, link } = await deletedAndLink();
  const picture = 'https://pictures.example/1.png';
  const older = sampleArticle({ url: SHORT, text: 'What it was.', html: `<p>What it was.</p><img src="${picture}">` });
  await database.put('copies', { articleId: link, keptAt: 1550, why: 'replaced', article: older });
  const job = {
    articleId: link,
    url: picture,
    state: 'kept',
    reason: null,
    hash: 'h',
    queuedAt: 1,
    attempts: 1,
  } as const;
  await database.put('pictureJobs', job);
  await database.put('pictures', { hash: 'h', bytes: new Blob(['p']), type: 'image/png' });
  await saveArticle(database, { article: fresh, aliases: [SHORT] }, 2000);
  expect((await readCopies(database, article)).map(({ keptAt }) => keptAt)).toEqual([2000, 1550]);
  expect(await database.count('pictures')).toBe(1);
  await undoLastSave(database, article, 3000);
  expect((await readCopies(database, link)).map(({ keptAt }) => keptAt)).toEqual([1550]);
  expect(await readCopies(database, article)).toEqual([]);
  expect(await database.get('pictureJobs', [link, picture])).toMatchObject({ state: 'kept', hash: 'h' });
  expect(await database.getAll('pictureJobs')).toHaveLength(1);
  expect(await database.count('pictures')).toBe(1);
});

test('after undo a link that has lost its text counts the pictures of its older texts correctly', async () => {
  const picture = 'https://pictures.example/1.png';
  const showing = (contentHash: string) =>
    sampleArticle({
      html: `<p>Tide.</p><img src="${picture}">`,
      text: `${sampleArticle().text} ${contentHash}`,
      contentHash,
    });
  const { id } = await saveArticle(database, { article: showing('first') }, 1000);
  await updateCopy(database, showing('second'), 1500);
  await refusePicture(database, { articleId: id, url: picture }, 'no-answer');
  await database.delete('bodies', id);
  await checkLibrary(database);
  expect(await metadataOf(id)).toMatchObject({ kind: 'link', pictures: { total: 1, kept: 0, pending: 0 } });
  // A save asks for the refused ones again.
  await saveArticle(database, { article: showing('third') }, 2000);
  await undoLastSave(database, id, 3000);
  expect(await metadataOf(id)).toMatchObject({ kind: 'link', pictures: { total: 1, kept: 0, pending: 1 } });
  await refusePicture(database, { articleId: id, url: picture }, 'no-answer');
  expect(await metadataOf(id)).toMatchObject({ kind: 'link', pictures: { total: 1, kept: 0, pending: 0 } });
});

test('other windows are told of both items, when they are joined and when they are separated', async () => {
  const { article, link } = await deletedAndLink();
  const writes = libraryWrites({ database: async () => database } as unknown as LibraryConnection);
  const told: (readonly string[] | null)[] = [];
  const end = new AbortController();
  watchChanges(({ ids }) => told.push(ids), end.signal);
  const saved = await writes.save({ article: fresh, aliases: [SHORT] });
  await vi.waitFor(() => expect(told.at(-1)).toEqual([article, link]));
  await writes.undoSave(saved);
  await vi.waitFor(() =>
    expect(told).toEqual([
      [article, link],
      [article, link],
    ]),
  );
  end.abort();
});
