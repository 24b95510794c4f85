import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import { makeBackup } from '../../../../src/storage/backup/make-backup.ts';
import { restoreBackup } from '../../../../src/storage/backup/restore-backup.ts';
import {
  changeTags,
  keepHidden,
  keepPosition,
  markOpened,
  moveItems,
  setFavourite,
} from '../../../../src/storage/change-items.ts';
import { recordOfImport } from '../../../../src/storage/importing/imported-record.ts';
import { writeImported } from '../../../../src/storage/importing/write-imported.ts';
import type { LibraryDatabase, StoredMetadata } from '../../../../src/storage/library-schema.ts';
import { openDatabase } from '../../../../src/storage/open-database.ts';
import { saveArticle } from '../../../../src/storage/save-article.ts';
import { updateCopy } from '../../../../src/storage/update-copy.ts';
import { sampleArticle } from '../sample-article.ts';

let database: LibraryDatabase;
let id: string;

beforeEach(async () => {
  await wipe();
  ({ id } = await saveArticle(database, { article: sampleArticle() }, 1000));
});

async function wipe(): Promise<void> {
  globalThis.indexedDB = new IDBFactory();
  database = await openDatabase();
}

/** The article where two libraries part and each does its own, as it is here once the file of the other is restored: both ways. */
async function meet(one: () => Promise<unknown>, other: () => Promise<unknown>) {
  const start = await makeBackup(database, {});
  const apart = async (work: () => Promise<unknown>): Promise<Blob> => {
    await wipe();
    await restoreBackup(database, start);
    await work();
    return makeBackup(database, {});
  };
  const meets = async (work: () => Promise<unknown>, file: Blob) => {
    await apart(work);
    await restoreBackup(database, file);
    return database.get('metadata', id);
  };
  const [oneFile, otherFile] = [await apart(one), await apart(other)];
  return [await meets(one, otherFile), await meets(other, oneFile)];
}

const place = (progress: number, at: number) => () =>
  keepPosition(database, id, { block: 1, offset: 0, quote: 'Nobody', progress, at }, at);
const hide = (quote: string, at: number) => () =>
  keepHidden(database, id, [{ block: { quote, nth: 0 }, isHidden: true }], at);
const star =
  (...times: [boolean, number][]) =>
  async () => {
    for (const [favourite, at] of times) await setFavourite(database, [id], favourite, at);
  };

test('the later reading position is kept, whichever is further on', async () => {
  const read = await meet(place(0.9, 2000), place(0.2, 3000));
  expect(read.map((item) => item?.position?.progress)).toEqual([0.2, 0.2]);
});

test('the later time of opening is kept, and one is kept beside none', async () => {
  const opened = (at: number) => () => markOpened(database, id, at);
  expect((await meet(opened(2000), opened(3000))).map((item) => item?.openedAt)).toEqual([3000, 3000]);
  expect((await meet(opened(4000), async () => undefined)).map((item) => item?.openedAt)).toEqual([4000, 4000]);
});

test('the blocks that were hidden later are hidden', async () => {
  const met = await meet(hide('first', 2000), hide('second', 3000));
  expect(met.map((item) => item?.hidden?.blocks[0]?.quote)).toEqual(['second', 'second']);
});

test('the tags that were changed later are kept, also when one was removed', async () => {
  await changeTags(database, [id], { add: ['old', 'wrong'] }, 1500);
  const tag = (change: { add?: string[]; remove?: string[] }, at: number) => () =>
    changeTags(database, [id], change, at);
  const met = await meet(tag({ add: ['sea'] }, 2000), tag({ add: ['salt'], remove: ['wrong'] }, 3000));
  expect(met.map((item) => item?.tags)).toEqual([
    ['old', 'salt'],
    ['old', 'salt'],
  ]);
});

test('of two files together an article has all tags, however many, and so has the next backup', async () => {
  const many = (name: string) => Array.from({ length: 600 }, (_, at) => `${name} ${at}`);
  const tag = (name: string) => () => changeTags(database, [id], { add: many(name) }, 2000);
  const met = await meet(tag('tide'), tag('salt'));
  expect(met.map((item) => item?.tags.length)).toEqual([1200, 1200]);
  const next = await makeBackup(database, {});
  await wipe();
  await restoreBackup(database, next);
  expect((await database.get('metadata', id))?.tags).toEqual(met[1]?.tags);
});

test('an article that stopped being a favourite later is none', async () => {
  const met = await meet(star([true, 2000]), star([true, 2500], [false, 3000]));
  expect(met.map((item) => item?.favourite)).toEqual([false, false]);
});

test('an item that is deleted in the backup stays 30 days from the restore, and can return to its place', async () => {
  await moveItems(database, [id], 'deleted', { today: 3 });
  const file = await makeBackup(database, {});
  await wipe();
  await database.put('tallies', { day: 90, countedTo: Date.now() }, 'days');
  await restoreBackup(database, file);
  expect(await database.get('metadata', id)).toMatchObject({ place: 'deleted', deletedDay: 90, movedBefore: 1000 });
});

test('Undo of a move to the list is later than that move, though the article is at its old row again', async () => {
  await moveItems(database, [id], 'archive', { today: 0, now: 2000 });
  const toList = (now: number) => moveItems(database, [id], 'list', { today: 0, now });
  const undone = async () => {
    await toList(3000);
    await moveItems(database, [id], 'archive', { today: 0, now: 5000, from: ['list'] });
  };
  expect((await meet(undone, () => toList(4000))).map((item) => item?.place)).toEqual(['archive', 'archive']);
  expect((await meet(undone, () => toList(6000))).map((item) => item?.place)).toEqual(['list', 'list']);
});

test('an article keeps its date under a newer text, and all addresses that led to it', async () => {
  await wipe();
  const text = 'The tide comes in twice a day.\nSomebody on the island owns a clock now.';
  await saveArticle(database, { article: sampleArticle({ text }), aliases: ['https://short.example/there'] }, 5000);
  const file = await makeBackup(database, {});
  await wipe();
  const here = await saveArticle(database, { article: sampleArticle(), aliases: ['https://short.example/here'] }, 1000);
  await restoreBackup(database, file);
  expect(await database.get('metadata', here.id)).toMatchObject({
    ...{ savedAt: 1000, updatedAt: 5000 },
    aliases: ['https://short.example/here', 'https://short.example/there'],
  });
});

/** What belongs together in an entry, and what each of two people does to it. */
const PARTS: [fields: (keyof StoredMetadata)[], one: Doing, other: Doing][] = [
  // First: an article that is deleted would be saved anew.
  [
    ['updatedAt', 'contentHash', 'title'],
    (at) => updateCopy(database, sampleArticle({ title: 'One', contentHash: 'one', text: `${LONG} One.` }), at),
    (at) => updateCopy(database, sampleArticle({ title: 'Two', contentHash: 'two', text: `${LONG} Two.` }), at),
  ],
  [
    ['place', 'placeBefore', 'movedAt', 'movedBefore', 'deletedDay'],
    (at) => moveItems(database, [id], 'archive', { today: 0, now: at }),
    (at) => moveItems(database, [id], 'deleted', { today: 0, now: at }),
  ],
  [
    ['tags', 'tagsAt'],
    (at) => changeTags(database, [id], { add: ['sea'] }, at),
    (at) => changeTags(database, [id], { add: ['salt'] }, at),
  ],
  [['favourite', 'favouriteAt'], (at) => star([true, at])(), (at) => star([true, at - 1], [false, at])()],
  [['position'], (at) => place(0.9, at)(), (at) => place(0.2, at)()],
  [['hidden'], (at) => hide('first', at)(), (at) => hide('second', at)()],
  [['openedAt'], (at) => markOpened(database, id, at), (at) => markOpened(database, id, at)],
];
type Doing = (at: number) => Promise<unknown>;
const LONG = 'The tide comes in twice a day. '.repeat(30);

/** Each pair of parts is later on different sides in one of these, and each part on either. */
test.each([1, 2, 4])(
  'each field of an entry is taken from the side that changed it later, with its time: %i',
  async (bit) => {
    const isOnes = (at: number): boolean => ((at + 1) & bit) !== 0;
    const one = async () => {
      for (const [at, [, doing]] of PARTS.entries()) await doing(isOnes(at) ? 3000 : 2000);
    };
    const other = async () => {
      for (const [at, [, , doing]] of PARTS.entries()) await doing(isOnes(at) ? 2000 : 3000);
    };
    const start = await makeBackup(database, {});
    const alone = async (work: () => Promise<void>) => {
      await wipe();
      await restoreBackup(database, start);
      await work();
      return database.get('metadata', id);
    };
    const [ones, others] = [await alone(one), await alone(other)];
    await alone(async () => undefined);
    for (const met of await meet(one, other)) {
      for (const [at, [fields]] of PARTS.entries()) {
        const later = isOnes(at) ? ones : others;
        for (const field of fields) expect([field, met?.[field]]).toEqual([field, later?.[field]]);
      }
      expect(met).toMatchObject({ id, savedAt: 1000 });
    }
  },
);

test('tags that were changed at the same time on both sides are all kept', async () => {
  const tag = (name: string) => () => changeTags(database, [id], { add: [name] }, 2000);
  const met = await meet(tag('sea'), tag('salt'));
  expect(met.map((item) => item?.tags.toSorted())).toEqual([
    ['salt', 'sea'],
    ['salt', 'sea'],
  ]);
});

test('an imported star, which has no time, is on both sides after they have met', async () => {
  const item = { url: sampleArticle().url, title: 'The tide', savedAt: 900, place: 'list', favourite: true } as const;
  const rest = { byline: null, publishedTime: null, lang: null, excerpt: null, tags: [], progress: null, notes: [] };
  const imported = () => writeImported(database, [recordOfImport({ ...item, ...rest, html: null }, null, 2000)], 2000);
  const met = await meet(imported, async () => undefined);
  expect(met.map((one) => one?.favourite)).toEqual([true, true]);
  const taken = await meet(imported, star([true, 2500], [false, 3000]));
  expect(taken.map((one) => one?.favourite)).toEqual([false, false]);
});
