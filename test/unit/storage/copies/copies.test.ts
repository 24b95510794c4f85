import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import type { Article } from '../../../../src/model/article.ts';
import { moveItems } from '../../../../src/storage/change-items.ts';
import { dropCopy, useCopy } from '../../../../src/storage/copies/change-copies.ts';
import { readCopies, readCopy } from '../../../../src/storage/copies/stored-copies.ts';
import {
  addHighlight,
  changeHighlight,
  removeHighlight,
  restoreHighlight,
} from '../../../../src/storage/highlights/change-highlights.ts';
import { readHighlights } from '../../../../src/storage/highlights/read-highlights.ts';
import type { LibraryDatabase } from '../../../../src/storage/library-schema.ts';
import { openDatabase } from '../../../../src/storage/open-database.ts';
import { keepPicture } from '../../../../src/storage/pictures/settle-picture.ts';
import { readSaved } from '../../../../src/storage/read-items.ts';
import { saveArticle } from '../../../../src/storage/save-article.ts';
import { searchLibrary } from '../../../../src/storage/search/search-library.ts';
import { updateCopy } from '../../../../src/storage/update-copy.ts';
import { sampleArticle } from '../sample-article.ts';

const PICTURE = 'https://pictures.example/old.gif';
const OLD = 'The lamps were lit by hand. '.repeat(20);
let database: LibraryDatabase;
let id: string;

const putAside = (article: Article, keptAt: number) =>
  database.put('copies', { articleId: id, keptAt, why: 'replaced', article });

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  database = await openDatabase();
  const article = sampleArticle({ text: OLD, html: `<p>${OLD}</p><img src="${PICTURE}">` });
  ({ id } = await saveArticle(database, { article }, 1000));
  await keepPicture(database, { articleId: id, url: PICTURE }, { bytes: new Blob(['old']), hash: 'old' });
});

test('two tabs that update the copy at once both succeed: one text is the current one, the other a copy', async () => {
  const texts = ['Electric now.', 'Gas again.'].map((end) =>
    sampleArticle({ text: `${OLD} ${end}`, contentHash: end }),
  );
  const receipts = await Promise.all(texts.map((article) => updateCopy(database, article, 2000)));
  expect(receipts.map((receipt) => receipt.id)).toEqual([id, id]);
  expect((await readSaved(database, id))?.article?.text).toContain('Gas again.');
  const behind = await Promise.all(
    (await readCopies(database, id)).map(({ keptAt }) => readCopy(database, id, keptAt)),
  );
  expect(behind.map((article) => article?.contentHash)).toContain('Electric now.');
});

test('Update copy of an article that another window deleted meanwhile restores it with the new text', async () => {
  await moveItems(database, [id], 'deleted', { today: 0, now: 1500 });
  const newer = sampleArticle({ text: `${OLD} Electric now.`, contentHash: 'newer' });
  expect(await updateCopy(database, newer, 2000)).toEqual({ id, savedAt: 2000, existed: false });
  expect((await readSaved(database, id))?.metadata.place).toBe('list');
  expect(await readCopies(database, id)).toMatchObject([{ why: 'replaced' }]);
  expect((await searchLibrary(database, { text: 'electric', limit: 5 })).hits).toHaveLength(1);
});

test('the text that Update copy replaced can be read, made the current one again, and removed with its pictures', async () => {
  await updateCopy(database, sampleArticle({ text: `${OLD} Electric now.` }), 2000);
  const [copy] = await readCopies(database, id);
  expect(copy).toMatchObject({ keptAt: 2000, why: 'replaced' });
  expect((await readCopy(database, id, 2000))?.text).toBe(OLD);

  expect(await useCopy(database, id, 2000, 3000)).toBe(true);
  expect((await readSaved(database, id))?.article?.text).toBe(OLD);
  expect((await readCopy(database, id, 3000))?.text).toContain('Electric');
  expect((await searchLibrary(database, { text: 'electric', limit: 5 })).hits).toEqual([]);

  await useCopy(database, id, 3000, 4000);
  await dropCopy(database, id, 4000);
  expect(await readCopies(database, id)).toEqual([]);
  expect(await database.count('pictures')).toBe(0);
});

test('an article keeps its address when a text that was read at another becomes the current one', async () => {
  await putAside(sampleArticle({ url: 'https://news.example/moved', title: 'Moved', text: `${OLD} Moved.` }), 2000);
  await useCopy(database, id, 2000, 3000);
  const { url } = sampleArticle();
  expect((await readSaved(database, id))?.metadata).toMatchObject({ title: 'Moved', url });
  expect(await saveArticle(database, { article: sampleArticle() }, 4000)).toMatchObject({ id, existed: true });
});

test('copies are listed with their word counts, the newest first', async () => {
  await putAside(sampleArticle({ text: 'Two words.', wordCount: 2 }), 2000);
  await putAside(sampleArticle({ text: 'Now three words.', wordCount: 3 }), 3000);
  const told = (await readCopies(database, id)).map(({ keptAt, wordCount }) => [keptAt, wordCount]);
  expect(told).toEqual([
    [3000, 3],
    [2000, 2],
  ]);
});

test.each([
  ['much shorter', 'The lamps.', 'shorter'],
  ['a sign-in page', 'Sign in to read on. Already a subscriber?', 'sign-in'],
])('a new text that is %s does not replace the old one until the user chooses it', async (_what, text, why) => {
  const receipt = await updateCopy(database, sampleArticle({ text }), 2000);
  expect(receipt.aside).toBe(why);
  expect((await readSaved(database, id))?.article?.text).toBe(OLD);
  expect(await readCopies(database, id)).toMatchObject([{ keptAt: 2000, why }]);
  await useCopy(database, id, 2000, 3000);
  expect((await readSaved(database, id))?.article?.text).toBe(text);
});

test('highlights stay through Update copy; the same passage marked twice is one highlight', async () => {
  const draft = { exact: 'lit by hand', prefix: 'were ', suffix: '.', start: 15, end: 26 } as const;
  const first = await addHighlight(database, id, { ...draft, colour: 'yellow' });
  await addHighlight(database, id, { ...draft, colour: 'blue' });
  await updateCopy(database, sampleArticle({ text: `${OLD} Electric now.` }), 2000);
  expect(await readHighlights(database, id)).toMatchObject([{ id: first.id, colour: 'blue', exact: 'lit by hand' }]);
});

test('a note is found by search while it is there', async () => {
  const draft = { exact: 'lit by hand', prefix: 'were ', suffix: '.', start: 15, end: 26, colour: 'yellow' } as const;
  const highlight = await addHighlight(database, id, draft);
  const found = async () => (await searchLibrary(database, { text: 'lamplighter', limit: 5 })).hits.length;
  const noted = await changeHighlight(database, highlight.id, { note: 'my grandfather was a lamplighter' });
  expect(noted).toEqual(await database.get('highlights', highlight.id));
  expect(await found()).toBe(1);
  const removed = await removeHighlight(database, highlight.id);
  expect(await found()).toBe(0);
  if (removed) await restoreHighlight(database, removed);
  expect(await found()).toBe(1);
});

test('an older text that is damaged is left out, the others are listed', async () => {
  await updateCopy(database, sampleArticle({ text: `${OLD} Electric now.` }), 2000);
  const whole = await database.get('copies', [id, 2000]);
  await database.put('copies', { ...whole, keptAt: 2500, article: { title: 'No text' } } as never);
  expect((await readCopies(database, id)).map(({ keptAt }) => keptAt)).toEqual([2000]);
  expect(await readCopy(database, id, 2500)).toBeNull();
});

test('a copy that is gone cannot become the current text', async () => {
  expect(await useCopy(database, id, 99)).toBe(false);
  expect((await readSaved(database, id))?.article?.text).toBe(OLD);
});
