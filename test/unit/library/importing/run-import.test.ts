import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test, vi } from 'vitest';
import type { ImportedItem } from '../../../../src/model/imported-item.ts';
import { processorTime } from '../../processor-time.ts';

vi.mock('../../../../src/platform/library-changes.ts', () => ({ announceChange: () => undefined }));
vi.mock('../../../../src/storage/watch-for-loss.ts', () => ({ watchForLoss: async () => undefined }));
// What is imported here has no text, and the sanitiser wants a page.
vi.mock('../../../../src/library/importing/article-of-import.ts', () => ({ articleOfImport: async () => null }));

const { planImport } = await import('../../../../src/library/importing/import-plan.ts');
const { runImport } = await import('../../../../src/library/importing/run-import.ts');
const { openDatabase } = await import('../../../../src/storage/open-database.ts');

const ROWS = 450;
const TABLE = new Blob([
  `url,title\n${Array.from({ length: ROWS }, (_unused, at) => `https://a.example/${at},Row ${at}`).join('\n')}\nftp://a.example/,No page`,
]);

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

async function planned(database: Awaited<ReturnType<typeof openDatabase>>): Promise<ImportedItem[]> {
  const plan = await planImport(database, TABLE);
  if (plan === 'recto') throw new Error('not a backup');
  expect(plan.refused).toEqual([{ kind: 'refused', what: 'No page', reason: 'not-web' }]);
  return plan.items;
}

test('an import that is stopped ends after the transaction under way, and the same file read again continues with the rest', async () => {
  const database = await openDatabase();
  const end = new AbortController();
  const stopped = await runImport(database, await planned(database), () => end.abort(), end.signal);
  expect(stopped).toMatchObject({ complete: false, present: 0 });
  expect(stopped.imported).toBeGreaterThan(0);
  expect(stopped.imported).toBeLessThan(ROWS);
  expect(await database.count('metadata')).toBe(stopped.imported);

  const plan = await planImport(database, TABLE);
  expect(plan).toMatchObject({ fresh: ROWS - stopped.imported, present: stopped.imported });
  const progress: number[] = [];
  const go = new AbortController().signal;
  const report = await runImport(database, await planned(database), (done) => progress.push(done), go);
  expect(report).toEqual({ complete: true, imported: ROWS - stopped.imported, present: stopped.imported });
  expect(await database.count('metadata')).toBe(ROWS);
  expect(progress.at(-1)).toBe(ROWS);
  expect(progress).toEqual(progress.toSorted((a, b) => a - b));
});

test('several rows of one page become one item with the data of all', async () => {
  const database = await openDatabase();
  const table = new Blob([
    'url,title,tags,saved at,created,progress,highlight\nhttps://a.example/,,Sea,,,,A passage\nhttps://a.example/,The title,sea|salt,,2024-01-02,0.5,A passage\nhttps://a.example/,,,,,,Another\n',
  ]);
  const plan = await planImport(database, table);
  if (plan === 'recto') throw new Error('not a backup');
  expect(plan.items).toMatchObject([
    { title: 'The title', tags: ['Sea', 'salt'], savedAt: Date.UTC(2024, 0, 2), progress: 0.5 },
  ]);
  expect(plan.items[0]?.notes.map(({ quote }) => quote)).toEqual(['A passage', 'Another']);
});

test('thousands of passages of one page are joined in one go', async () => {
  const database = await openDatabase();
  const rows = Array.from({ length: 60_000 }, (_unused, at) => `https://a.example/,Passage ${at}\n`);
  const start = processorTime();
  const plan = await planImport(database, new Blob(['url,highlight\n', ...rows, 'https://a.example/,Passage 1\n']));
  expect(processorTime() - start).toBeLessThan(5000);
  expect(plan).toMatchObject({ items: [{ notes: { length: 60_000 } }], repeated: 0 });
});

test('pages without a time are listed as in the file', async () => {
  const database = await openDatabase();
  await runImport(database, await planned(database), () => undefined, new AbortController().signal);
  const newestFirst = (await database.getAll('metadata')).toSorted((a, b) => b.savedAt - a.savedAt);
  expect(newestFirst.map(({ title }) => title)).toEqual(Array.from({ length: ROWS }, (_unused, at) => `Row ${at}`));
});
