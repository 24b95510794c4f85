import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import type { HiddenBlock } from '../../../src/model/hidden-blocks.ts';
import { keepHidden } from '../../../src/storage/change-items.ts';
import type { LibraryDatabase } from '../../../src/storage/library-schema.ts';
import { openDatabase } from '../../../src/storage/open-database.ts';
import { readMetadata } from '../../../src/storage/read-items.ts';
import { saveArticle } from '../../../src/storage/save-article.ts';
import { sampleArticle } from './sample-article.ts';

let database: LibraryDatabase;
let id: string;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  database = await openDatabase();
  ({ id } = await saveArticle(database, { article: sampleArticle() }, 1000));
});

const block = (quote: string): HiddenBlock => ({ quote, nth: 0 });
const hide = (quote: string) => [{ block: block(quote), isHidden: true }];
const show = (quote: string) => [{ block: block(quote), isHidden: false }];
const kept = async () => (await readMetadata(database, [id]))[0]?.hidden;

test('blocks hidden by two windows are all stored, whichever writes last', async () => {
  await keepHidden(database, id, hide('A'), 2000);
  await Promise.all([keepHidden(database, id, hide('B'), 3000), keepHidden(database, id, hide('C'), 2500)]);
  expect((await kept())?.blocks).toEqual(['A', 'B', 'C'].map(block));
  await keepHidden(database, id, show('B'), 2600);
  await keepHidden(database, id, hide('C'), 2700);
  expect((await kept())?.blocks).toEqual(['A', 'C'].map(block));
});

test('a list written while the clock was ahead can be changed, and the change counts as newer', async () => {
  await keepHidden(database, id, hide('A'), 9_000_000);
  await keepHidden(database, id, show('A'), 2000);
  expect(await kept()).toEqual({ at: 9_000_001, blocks: [] });
  await keepHidden(database, id, hide('B'), 10_000_000);
  expect((await kept())?.at).toBe(10_000_000);
});
