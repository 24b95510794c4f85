import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import {
  addHighlight,
  changeHighlight,
  removeHighlight,
  restoreHighlight,
} from '../../../../src/storage/highlights/change-highlights.ts';
import { openDatabase } from '../../../../src/storage/open-database.ts';
import { saveArticle } from '../../../../src/storage/save-article.ts';
import { sampleArticle } from '../sample-article.ts';

test('a removed highlight is restored as it was, and does not overwrite one that is there again', async () => {
  const database = await openDatabase();
  const { id: articleId } = await saveArticle(database, { article: sampleArticle() }, 1000);
  const anchor = { exact: 'tide', prefix: '', suffix: '', start: 0, end: 4, colour: 'yellow' } as const;
  const { id } = await addHighlight(database, articleId, anchor);
  const removed = await removeHighlight(database, id);
  if (!removed) throw new Error('nothing was removed');
  await restoreHighlight(database, removed);
  expect(await database.get('highlights', id)).toEqual(removed);
  await changeHighlight(database, id, { note: 'ask Maren' });
  await restoreHighlight(database, removed);
  expect(await database.get('highlights', id)).toMatchObject({ note: 'ask Maren' });
});

test('a passage that is highlighted again is the same highlight with its note, in the new colour', async () => {
  globalThis.indexedDB = new IDBFactory();
  const database = await openDatabase();
  const { id: articleId } = await saveArticle(database, { article: sampleArticle() }, 1000);
  const anchor = { exact: 'tide', prefix: '', suffix: '', start: 0, end: 4, colour: 'yellow' } as const;
  const { id } = await addHighlight(database, articleId, anchor, 2000);
  await changeHighlight(database, id, { note: 'ask Maren' }, 3000);
  const again = await addHighlight(database, articleId, { ...anchor, colour: 'green' }, 4000);
  expect(again).toMatchObject({ id, note: 'ask Maren', colour: 'green', createdAt: 2000, changedAt: 4000 });
  await addHighlight(database, articleId, { ...anchor, start: 10, end: 14 }, 5000);
  await changeHighlight(database, id, { colour: 'blue' }, 6000);
  expect(await database.getAll('highlights')).toHaveLength(2);
  expect(await database.get('highlights', id)).toMatchObject({ note: 'ask Maren', colour: 'blue' });
  expect(await changeHighlight(database, 'gone', { note: 'x' })).toBeNull();
  await expect(addHighlight(database, 'gone', anchor)).rejects.toMatchObject({ code: 'not-found' });
});

test('a removed highlight is not restored when its article is gone', async () => {
  globalThis.indexedDB = new IDBFactory();
  const database = await openDatabase();
  const { id: articleId } = await saveArticle(database, { article: sampleArticle() }, 1000);
  const anchor = { exact: 'tide', prefix: '', suffix: '', start: 0, end: 4, colour: 'yellow' } as const;
  const removed = await removeHighlight(database, (await addHighlight(database, articleId, anchor)).id);
  await database.delete('metadata', articleId);
  if (removed) await restoreHighlight(database, removed);
  expect(await database.count('highlights')).toBe(0);
});

test('a note without a time of its own keeps that of its highlight when the passage gets another colour', async () => {
  globalThis.indexedDB = new IDBFactory();
  const database = await openDatabase();
  const { id: articleId } = await saveArticle(database, { article: sampleArticle() }, 1000);
  const anchor = { exact: 'tide', prefix: '', suffix: '', start: 0, end: 4, colour: 'yellow' } as const;
  const imported = { ...anchor, id: 'import', articleId, note: 'ask Maren', createdAt: 2000, changedAt: 2500 };
  await database.put('highlights', imported);
  await addHighlight(database, articleId, { ...anchor, colour: 'green' }, 4000);
  expect(await database.get('highlights', 'import')).toMatchObject({ colour: 'green', changedAt: 4000, noteAt: 2500 });
});
