import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test, vi } from 'vitest';
import { undoLastSave } from './undo-last-save.ts';

const area = new Map<string, unknown>();
/** Holds up what is written to `storage.local`, once. */
let hold: Promise<unknown> | null = null;
vi.mock('../../../src/platform/browser.ts', () => ({
  browser: {
    storage: {
      local: {
        get: async (key: string) => ({ [key]: area.get(key) }),
        set: async (items: Record<string, unknown>) => {
          const held = hold;
          hold = null;
          await held;
          for (const [key, value] of Object.entries(items)) area.set(key, value);
        },
        remove: async (key: string) => void area.delete(key),
      },
    },
  },
}));

const { readKnownLibrary, readLostLibrary } = await import('../../../src/platform/known-library.ts');
const { openDatabase } = await import('../../../src/storage/open-database.ts');
const { saveLink } = await import('../../../src/storage/save-article.ts');
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

test('a new library, and an unchanged one, are not reported as lost', async () => {
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

test('removing the last item is not reported as a loss', async () => {
  const { database, id } = await withOneItem();
  await undoLastSave(database, id);
  await watchForLoss(database, 'after-write');
  await watchForLoss(database, 'start');
  expect(await readLostLibrary()).toBeNull();
});

test('two windows that write at once leave the count of the later one', async () => {
  const { database } = await withOneItem();
  // As Web Locks do: one after the other.
  let queue: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const request = (_name: string, work: () => Promise<void>): Promise<void> => {
    waiting += 1;
    if (waiting === 2) letGo();
    const turn = queue.then(work);
    queue = turn;
    return turn;
  };
  vi.stubGlobal('navigator', { locks: { request } });
  await saveLink(database, { url: 'https://a.example/2', title: 'Two' });
  hold = held;
  const first = watchForLoss(database, 'after-write');
  await vi.waitFor(() => expect(hold).toBeNull());
  await saveLink(database, { url: 'https://a.example/3', title: 'Three' });
  await watchForLoss(database, 'after-write').finally(letGo);
  await first;
  expect(await readKnownLibrary()).toMatchObject({ items: 3 });
  vi.unstubAllGlobals();
});
