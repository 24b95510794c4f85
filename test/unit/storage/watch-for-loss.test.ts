import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test, vi } from 'vitest';

const area = new Map<string, unknown>();
vi.mock('../../../src/platform/browser.ts', () => ({
  browser: {
    storage: {
      local: {
        get: async (key: string) => ({ [key]: area.get(key) }),
        set: async (items: Record<string, unknown>) =>
          void Object.entries(items).map(([key, value]) => area.set(key, value)),
        remove: async (key: string) => void area.delete(key),
      },
    },
  },
}));

const { readLostLibrary } = await import('../../../src/platform/known-library.ts');
const { openDatabase } = await import('../../../src/storage/open-database.ts');
const { saveLink } = await import('../../../src/storage/save-link.ts');
const { undoSave } = await import('../../../src/storage/undo-save.ts');
const { watchForLoss } = await import('../../../src/storage/watch-for-loss.ts');

beforeEach(() => {
  area.clear();
  globalThis.indexedDB = new IDBFactory();
});

async function withOneItem() {
  const database = await openDatabase();
  await watchForLoss(database, 'start');
  const { id } = await saveLink(database, { url: 'https://a.example/1', title: 'One' });
  await watchForLoss(database, 'after-write');
  return { database, id };
}

test('a new library, and one that is as it was, are no loss', async () => {
  const { database } = await withOneItem();
  await watchForLoss(database, 'start');
  expect(await readLostLibrary()).toBeNull();
});

test('a database that was replaced is noticed, also when something was saved into the new one first', async () => {
  await withOneItem();
  globalThis.indexedDB = new IDBFactory();
  const fresh = await openDatabase();
  await saveLink(fresh, { url: 'https://a.example/2', title: 'Two' });
  await watchForLoss(fresh, 'after-write', 5);
  expect(await readLostLibrary()).toEqual({ items: 1, at: 5 });
});

test('stores that were emptied are noticed at the next start', async () => {
  const { database } = await withOneItem();
  await database.clear('metadata');
  await watchForLoss(database, 'start', 7);
  expect(await readLostLibrary()).toEqual({ items: 1, at: 7 });
});

test('the last item that a person takes away is no loss', async () => {
  const { database, id } = await withOneItem();
  await undoSave(database, id);
  await watchForLoss(database, 'after-write');
  await watchForLoss(database, 'start');
  expect(await readLostLibrary()).toBeNull();
});
