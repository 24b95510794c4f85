import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeBackup } from '../../../../src/storage/backup/make-backup.ts';
import { restoreBackup } from '../../../../src/storage/backup/restore-backup.ts';
import { dropLeftPictures } from '../../../../src/storage/backup/unclaimed-pictures.ts';
import { changeTags, moveItems, setFavourite } from '../../../../src/storage/change-items.ts';
import { addHighlight, changeHighlight } from '../../../../src/storage/highlights/change-highlights.ts';
import type { LibraryDatabase, PictureJob } from '../../../../src/storage/library-schema.ts';
import { openDatabase } from '../../../../src/storage/open-database.ts';
import { keepPicture } from '../../../../src/storage/pictures/settle-picture.ts';
import { readList, readMetadata, readSaved } from '../../../../src/storage/read-items.ts';
import { replaceTag } from '../../../../src/storage/replace-tag.ts';
import { saveArticle, saveLink } from '../../../../src/storage/save-article.ts';
import { updateCopy } from '../../../../src/storage/update-copy.ts';
import { fakeLocks } from '../../fakes/fake-locks.ts';
import { sampleArticle } from '../sample-article.ts';

const PICTURE = 'https://a.example/p.png';
const HASH = '0'.repeat(64);
const DAY = 86_400_000;

let database: LibraryDatabase;

beforeEach(wipe);
afterEach(() => vi.unstubAllGlobals());

async function wipe(): Promise<void> {
  globalThis.indexedDB = new IDBFactory();
  database = await openDatabase();
}

const placeOf = async (id: string) => (await readMetadata(database, [id]))[0]?.place;

test('a link and the article that its address leads to are one item, whichever is restored over the other', async () => {
  const { id } = await saveLink(database, { url: 'https://short.example/x', title: 'Read me' }, 1000);
  const link = await makeBackup(database, {});
  await saveArticle(database, { article: sampleArticle(), aliases: ['https://short.example/x'] }, 2000);
  const here = await database.getAll('metadata');
  await restoreBackup(database, link);
  expect(await database.getAll('metadata')).toEqual(here);

  const article = await makeBackup(database, {});
  await wipe();
  await restoreBackup(database, link);
  await restoreBackup(database, article);
  expect((await database.getAllKeys('metadata')).concat(await database.getAllKeys('bodies'))).toEqual([id, id]);
  expect(await readSaved(database, id)).toMatchObject({ metadata: { kind: 'article' }, article: sampleArticle() });
});

test('an alias in a backup does not replace the link with that address', async () => {
  const article = sampleArticle({ url: 'https://other.example/' });
  await saveArticle(database, { article, aliases: ['https://short.example/x'] }, 2000);
  const file = await makeBackup(database, {});
  await wipe();
  const { id } = await saveLink(database, { url: 'https://short.example/x', title: 'Read me' }, 1000);
  await restoreBackup(database, file);
  expect((await readSaved(database, id))?.metadata).toMatchObject({ kind: 'link', url: 'https://short.example/x' });
  expect(await database.count('metadata')).toBe(2);
});

const job = (changes: Partial<PictureJob>): PictureJob => ({
  ...{ articleId: '', url: PICTURE, state: 'pending', reason: null, hash: null, queuedAt: 1, attempts: 0, shown: true },
  ...changes,
});

test('a picture whose bytes are not in the backup is missing, and can be requested again', async () => {
  const { id } = await saveArticle(database, { article: sampleArticle({ html: `<img src="${PICTURE}">` }) }, 1000);
  await database.put('pictureJobs', job({ articleId: id, state: 'kept', hash: HASH, bytes: 7 }));
  const file = await makeBackup(database, {});
  await wipe();
  await restoreBackup(database, file);
  expect(await database.getAll('pictureJobs')).toEqual([job({ articleId: id, state: 'refused', reason: 'missing' })]);
  expect((await readMetadata(database, [id]))[0]?.pictures).toEqual({ total: 1, kept: 0, pending: 0 });
});

test('bytes of pictures that no article shows are removed: another picture is stored, or the file ends before naming the article', async () => {
  const html = `<img src="${PICTURE}">`;
  const kept = async (content: string) => {
    const { id } = await saveArticle(database, { article: sampleArticle({ html }) }, 1000);
    const hash = createHash('sha256').update(content).digest('hex');
    await keepPicture(
      database,
      { articleId: id, url: PICTURE },
      { bytes: new Blob([content], { type: 'image/png' }), hash },
    );
    return hash;
  };
  await kept('as one browser was given it');
  const file = await makeBackup(database, {});
  await wipe();
  const hash = await kept('as another was');
  await restoreBackup(database, file);
  expect(await database.getAllKeys('pictures')).toEqual([hash]);

  // Unless they take the place of what the browser has lost.
  await database.delete('pictures', hash);
  await restoreBackup(database, file);
  const [now] = await database.getAll('pictureJobs');
  expect(await database.getAllKeys('pictures')).toEqual([now?.hash]);

  await wipe();
  const text = gunzipSync(new Uint8Array(await file.arrayBuffer())).toString();
  const cut = text.slice(0, text.indexOf('{"pictureJob"'));
  expect(cut).toContain('{"picture"');
  await restoreBackup(database, new Blob([cut]));
  expect(await database.getAllKeys('pictures')).toEqual([]);
});

test('bytes of pictures from a restore whose tab was closed before naming their article are removed at the next start', async () => {
  const html = `<img src="${PICTURE}">`;
  const { id } = await saveArticle(database, { article: sampleArticle({ html }) }, 1000);
  const key = { articleId: id, url: PICTURE };
  const kept = async (content: string) => {
    const hash = createHash('sha256').update(content).digest('hex');
    await keepPicture(database, key, { bytes: new Blob([content], { type: 'image/png' }), hash });
    return hash;
  };
  await kept('theirs');
  const text = gunzipSync(new Uint8Array(await (await makeBackup(database, {})).arrayBuffer())).toString();
  const own = await kept('ours');
  let isWaiting = () => {};
  const atEnd = new Promise<void>((resolve) => {
    isWaiting = resolve;
  });
  const bytes = new TextEncoder().encode(text.slice(0, text.indexOf('{"pictureJob"')));
  // The file never ends: the tab is closed while it is read.
  const pieces = [bytes];
  const endless = new ReadableStream<Uint8Array>(
    {
      pull(stream) {
        const piece = pieces.pop();
        if (piece) return stream.enqueue(piece);
        isWaiting();
        return new Promise(() => {});
      },
    },
    { highWaterMark: 0 },
  );
  const file = Object.assign(new Blob([bytes]), { stream: () => endless });
  vi.stubGlobal('navigator', { locks: fakeLocks() });
  void restoreBackup(database, file);
  await atEnd;
  // With the tab go its locks.
  vi.stubGlobal('navigator', { locks: fakeLocks() });
  expect(await database.count('pictures')).toBe(2);
  await dropLeftPictures(database);
  expect(await database.getAllKeys('pictures')).toEqual([own]);
  await database.put('pictures', { hash: HASH, bytes: new Blob(['later']), type: 'image/png' });
  await dropLeftPictures(database);
  expect(await database.count('pictures')).toBe(2);
});

test('a picture that waits here goes on waiting', async () => {
  const { id } = await saveArticle(database, { article: sampleArticle({ html: `<img src="${PICTURE}">` }) }, 1000);
  const waiting = await database.getAll('pictureJobs');
  const file = await makeBackup(database, {});
  await restoreBackup(database, file);
  expect(await database.getAll('pictureJobs')).toEqual(waiting);
  expect((await readMetadata(database, [id]))[0]?.pictures).toEqual({ total: 1, kept: 0, pending: 1 });
});

test('a picture that waits here goes on waiting, although the text of the file is newer', async () => {
  const html = `<img src="${PICTURE}">`;
  await saveArticle(database, { article: sampleArticle({ html }) }, 2000);
  const file = await makeBackup(database, {});
  await wipe();
  const older = sampleArticle({ html, text: 'An older text of the page.' });
  const { id } = await saveArticle(database, { article: older }, 1000);
  const waiting = await database.getAll('pictureJobs');
  await restoreBackup(database, file);
  expect((await readSaved(database, id))?.article?.text).toContain('twice a day');
  expect(await database.getAll('pictureJobs')).toEqual(waiting);
  expect((await readMetadata(database, [id]))[0]?.pictures).toEqual({ total: 1, kept: 0, pending: 1 });
});

/** Every text that is kept of an article, the one in front first. */
async function textsOf(id: string): Promise<string[]> {
  const behind = (await database.getAll('copies')).map(({ article }) => article.text.slice(0, 4));
  return [(await readSaved(database, id))?.article?.text.slice(0, 4) ?? '', ...behind.sort()];
}

test('no text is lost when backup and library both have older texts, whichever is newer', async () => {
  const words = (word: string) => sampleArticle({ text: `${word} `.repeat(60) });
  await saveArticle(database, { article: words('oldest') }, 1000);
  await updateCopy(database, words('second'), 2000);
  const older = await makeBackup(database, {});
  await wipe();
  const { id } = await saveArticle(database, { article: words('mine') }, 1000);
  await updateCopy(database, words('third'), 3000);
  const newer = await makeBackup(database, {});
  await restoreBackup(database, older);
  expect(await textsOf(id)).toEqual(['thir', 'mine', 'olde', 'seco']);
  await restoreBackup(database, older);
  await restoreBackup(database, newer);
  expect(await textsOf(id)).toEqual(['thir', 'mine', 'olde', 'seco']);

  await wipe();
  await restoreBackup(database, older);
  await restoreBackup(database, newer);
  const [item] = (await readList(database, { place: 'list', limit: 1 })).items;
  expect(await textsOf(item?.id ?? '')).toEqual(['thir', 'mine', 'olde', 'seco']);
});

test('a change made while the clock was ahead is replaced by a later one', async () => {
  const { id } = await saveArticle(database, { article: sampleArticle() }, 1000);
  const ahead = 2000 + DAY;
  const mark = { exact: 'tide', prefix: '', suffix: '', start: 4, end: 8, colour: 'yellow' } as const;
  const highlight = await addHighlight(database, id, mark, ahead);
  await changeTags(database, [id], { add: ['old'] }, ahead);
  await setFavourite(database, [id], true, ahead);
  const file = await makeBackup(database, {});
  await changeTags(database, [id], { add: ['new'], remove: ['old'] }, 3000);
  await setFavourite(database, [id], false, 3000);
  await changeHighlight(database, highlight.id, { colour: 'green' }, 3000);
  await restoreBackup(database, file);
  expect((await readMetadata(database, [id]))[0]).toMatchObject({ tags: ['new'], favourite: false });
  expect(await database.get('highlights', highlight.id)).toMatchObject({ colour: 'green' });
  await replaceTag(database, { from: 'new', to: 'newer' }, 3000);
  const between = await makeBackup(database, {});
  await replaceTag(database, { from: 'newer', to: 'newest' }, 3000);
  await restoreBackup(database, between);
  expect((await readMetadata(database, [id]))[0]?.tags).toEqual(['newest']);
});

test.each([
  ['moved to the list', 'list'],
  ['deleted', 'deleted'],
] as const)(
  'an article %s after it was archived while the clock was ahead stays so when the backup is restored again',
  async (_how, place) => {
    const { id } = await saveArticle(database, { article: sampleArticle() }, 1000);
    await moveItems(database, [id], 'archive', { today: 0, now: 2000 + DAY });
    const before = await makeBackup(database, {});
    await moveItems(database, [id], place, { today: 0, now: 3000 });
    await restoreBackup(database, before);
    expect(await placeOf(id)).toBe(place);
  },
);

test('an article saved again after it was deleted while the clock was ahead stays when the backup is restored again', async () => {
  const { id } = await saveArticle(database, { article: sampleArticle() }, 1000);
  await moveItems(database, [id], 'deleted', { today: 0, now: 2000 + DAY });
  const before = await makeBackup(database, {});
  await saveArticle(database, { article: sampleArticle() }, 3000);
  await restoreBackup(database, before);
  expect(await placeOf(id)).toBe('list');
});

test('a text updated after one written while the clock was ahead stays the current one when the backup is restored again', async () => {
  const { id } = await saveArticle(database, { article: sampleArticle() }, 2000 + DAY);
  const before = await makeBackup(database, {});
  const text = 'The tide comes in twice a day.\nSomebody on the island owns a clock now.';
  await updateCopy(database, sampleArticle({ text }), 3000);
  await restoreBackup(database, before);
  expect((await readSaved(database, id))?.article?.text).toBe(text);
});
