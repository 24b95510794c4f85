import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test, vi } from 'vitest';

const known = { items: -1 };
const announced: unknown[] = [];
vi.mock('../../../src/platform/known-library.ts', () => ({
  readKnownLibrary: async () => null,
  keepKnownLibrary: async ({ items }: { items: number }) => {
    known.items = items;
  },
  keepLostLibrary: async () => undefined,
}));
vi.mock('../../../src/platform/library-changes.ts', () => ({
  announceChange: (change: unknown) => void announced.push(change),
}));

const { libraryFiles } = await import('../../../src/library/library-files.ts');
const { connectLibrary } = await import('../../../src/storage/library-connection.ts');
const { saveLink } = await import('../../../src/storage/save-article.ts');

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  known.items = -1;
  announced.length = 0;
});

test('a record that a check sets aside is no longer counted, and lists are told', async () => {
  const connection = connectLibrary();
  const database = await connection.database();
  await saveLink(database, { url: 'https://a.example/', title: 'Whole' });
  await database.put('metadata', { id: 'bad', title: 'Bad', place: 'list', sort: 1, url: 'javascript:1' } as never);
  const files = libraryFiles(connection, async () => undefined);
  expect((await files.check(() => undefined)).setAside).toHaveLength(1);
  expect(known.items).toBe(1);
  expect(announced).toEqual([{ ids: null }]);
});
