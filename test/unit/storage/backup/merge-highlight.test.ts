import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import { parseBackupLine } from '../../../../src/model/backup/backup-line.ts';
import type { Highlight } from '../../../../src/model/highlights/highlight.ts';
import { makeBackup } from '../../../../src/storage/backup/make-backup.ts';
import { mergeHighlight } from '../../../../src/storage/backup/merge-highlight.ts';
import { restoreBackup } from '../../../../src/storage/backup/restore-backup.ts';
import { addHighlight, changeHighlight } from '../../../../src/storage/highlights/change-highlights.ts';
import type { LibraryDatabase } from '../../../../src/storage/library-schema.ts';
import { openDatabase } from '../../../../src/storage/open-database.ts';
import { saveArticle } from '../../../../src/storage/save-article.ts';
import { writeStrictly } from '../../../../src/storage/write-strictly.ts';
import { sampleArticle } from '../sample-article.ts';

const DRAFT = { exact: 'tide', prefix: '', suffix: '', start: 4, end: 8, colour: 'yellow' } as const;

let database: LibraryDatabase;
let id: string;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  database = await openDatabase();
  const { id: articleId } = await saveArticle(database, { article: sampleArticle() }, 1000);
  ({ id } = await addHighlight(database, articleId, DRAFT, 2000));
});

const now = async () => {
  const found = await database.get('highlights', id);
  return found && { colour: found.colour, note: found.note };
};

/** What the highlight becomes where two libraries part, each does its own, and each is restored into the other, twice. */
async function meet(...sides: (() => Promise<unknown>)[]) {
  const start = await makeBackup(database, {});
  const files: Blob[] = [];
  for (const side of sides) {
    globalThis.indexedDB = new IDBFactory();
    database = await openDatabase();
    await restoreBackup(database, start);
    await side();
    files.push(await makeBackup(database, {}));
  }
  const ends = [];
  for (const order of [files, files.toReversed()]) {
    globalThis.indexedDB = new IDBFactory();
    database = await openDatabase();
    for (const file of [...order, ...order]) await restoreBackup(database, file);
    ends.push(await now());
  }
  return ends;
}

const write = (note: string, at: number) => () => changeHighlight(database, id, { note }, at);
const recolour = (at: number) => () => changeHighlight(database, id, { colour: 'green' }, at);
const both = <T>(value: T) => [value, value];

test.each([
  ['before', 3000, 4000],
  ['after', 4000, 3000],
])(
  'a note written on one side %s the other chose a colour is kept, and so is the colour',
  async (_which, noted, coloured) => {
    expect(await meet(write('ask Maren', noted), recolour(coloured))).toEqual(
      both({ colour: 'green', note: 'ask Maren' }),
    );
  },
);

test('a note that was emptied stays empty, whenever the other side chose a colour', async () => {
  await write('ask Maren', 3000)();
  expect(await meet(write('', 4000), recolour(5000))).toEqual(both({ colour: 'green', note: '' }));
});

test('a note that was written again after it was emptied on the other side is kept', async () => {
  await write('ask Maren', 3000)();
  const again = async () => {
    await write('', 3500)();
    await write('ask Ole', 5000)();
  };
  expect((await meet(write('', 4000), again)).map((end) => end?.note)).toEqual(both('ask Ole'));
});

test('neither a new colour nor highlighting the passage again changes the time of the note', async () => {
  await write('ask Maren', 3000)();
  const { articleId } = (await database.get('highlights', id)) as Highlight;
  await recolour(5000)();
  await addHighlight(database, articleId, DRAFT, 6000);
  expect(await database.get('highlights', id)).toMatchObject({ changedAt: 6000, noteAt: 3000 });
  await write('ask Ole', 1000)();
  expect(await database.get('highlights', id)).toMatchObject({ changedAt: 6000, noteAt: 3001 });
});

test('backups from before notes had a time of their own empty no note', async () => {
  const { noteAt: _none, ...made } = (await database.get('highlights', id)) as Highlight;
  const restore = (incoming: Highlight) =>
    writeStrictly(database, ['highlights'], (transaction) => mergeHighlight(transaction, incoming, made.articleId));
  await write('ask Maren', 3000)();
  expect(await restore({ ...made, colour: 'pink', changedAt: 9000 })).toBe(false);
  expect(await now()).toEqual({ colour: 'pink', note: 'ask Maren' });
  await database.put('highlights', { ...made, changedAt: 9000 });
  expect(await restore({ ...made, note: 'ask Ole', changedAt: 3000 })).toBe(true);
  expect(await now()).toEqual({ colour: 'yellow', note: 'ask Ole' });
  // One of a single time is a note of that time where it says something.
  await database.put('highlights', { ...made, noteAt: 4000 });
  await restore({ ...made, note: 'ask Ole', changedAt: 3000 });
  expect((await now())?.note).toBe('');
  await restore({ ...made, note: 'ask Ole', changedAt: 5000 });
  expect((await now())?.note).toBe('ask Ole');
});

test("a highlight with the id of another article's highlight does not change that, and is added once", async () => {
  await write('ask Maren', 3000)();
  const mine = (await database.get('highlights', id)) as Highlight;
  const { id: other } = await saveArticle(database, { article: sampleArticle({ url: 'https://news.example/b' }) });
  const incoming: Highlight = {
    ...mine,
    articleId: other,
    note: 'ask Ole',
    colour: 'pink',
    changedAt: 9000,
    noteAt: 9000,
  };
  const restore = () =>
    writeStrictly(database, ['highlights'], (transaction) => mergeHighlight(transaction, incoming, other));
  expect([await restore(), await restore()]).toEqual([true, false]);
  expect(await database.get('highlights', id)).toEqual(mine);
  const brought = await database.getAllFromIndex('highlights', 'articleId', other);
  expect(brought).toEqual([{ ...incoming, id: brought[0]?.id }]);
});

test('however long that id is, the added highlight can be changed and removed, and is restored again', async () => {
  const mine = (await database.get('highlights', id)) as Highlight;
  const taken = { ...mine, id: 'x'.repeat(200) };
  await database.put('highlights', taken);
  const { id: other } = await saveArticle(database, { article: sampleArticle({ url: 'https://news.example/b' }) });
  const restore = () =>
    writeStrictly(database, ['highlights'], (transaction) => mergeHighlight(transaction, taken, other));
  await restore();
  await restore();
  const [brought, ...more] = await database.getAllFromIndex('highlights', 'articleId', other);
  expect(more).toEqual([]);
  expect(parseBackupLine(JSON.stringify({ highlight: brought }))).toMatchObject({ kind: 'highlight' });
});

test('a restore repairs a damaged highlight and keeps the note that is left of it', async () => {
  await write('ask Maren', 3000)();
  await recolour(3500)();
  const file = await makeBackup(database, {});
  const whole = await database.get('highlights', id);
  await database.put('highlights', { ...whole, colour: 'octarine', note: 'ask Ole' } as never);
  expect((await restoreBackup(database, file)).refused).toEqual([]);
  expect(await now()).toEqual({ colour: 'green', note: 'ask Maren\n\nask Ole' });
  await database.put('highlights', { id, articleId: whole?.articleId } as never);
  await restoreBackup(database, file);
  expect(await database.get('highlights', id)).toEqual(whole);
});
