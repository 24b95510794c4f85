import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IDBFactory } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { DATABASE_VERSION, openDatabase } from '../../../src/storage/open-database.ts';

const FOLDER = join(import.meta.dirname, '../../../src/storage/migrations');
const files = readdirSync(FOLDER).sort();

test('migrations are numbered without gaps, all run, and import nothing', () => {
  expect(files.map((file) => Number(file.slice(0, 4)))).toEqual(files.map((_file, index) => index + 1));
  expect(DATABASE_VERSION, 'migrations in the list of open-database.ts').toBe(files.length);
  for (const file of files) expect(readFileSync(join(FOLDER, file), 'utf8')).not.toMatch(/^import|import\(/m);
});

test('the migrations make these stores and indexes', async () => {
  globalThis.indexedDB = new IDBFactory();
  const database = await openDatabase();
  const stores = [...database.objectStoreNames];
  const transaction = database.transaction(stores);
  const schema = stores.map((name) => {
    const store = transaction.objectStore(name);
    return [name, store.keyPath, [...store.indexNames]];
  });
  expect(schema).toEqual([
    ['bodies', 'id', []],
    ['copies', ['articleId', 'keptAt'], []],
    ['damaged', ['store', 'id'], []],
    ['highlights', 'id', ['articleId']],
    ['metadata', 'id', ['addresses', 'facets', 'place', 'resume']],
    ['pictureJobs', ['articleId', 'url'], ['hash', 'state']],
    ['pictures', 'hash', []],
    ['searchBlocks', ['segment', 'block'], []],
    ['searchSegments', 'segment', []],
    ['tallies', null, []],
    ['undo', 'id', []],
  ]);
});
