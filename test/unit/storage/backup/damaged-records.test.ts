import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test, vi } from 'vitest';
import { makeBackup } from '../../../../src/storage/backup/make-backup.ts';
import { restoreBackup } from '../../../../src/storage/backup/restore-backup.ts';
import { changeTags } from '../../../../src/storage/change-items.ts';
import { checkLibrary } from '../../../../src/storage/check-library.ts';
import { addHighlight, changeHighlight } from '../../../../src/storage/highlights/change-highlights.ts';
import { readHighlights } from '../../../../src/storage/highlights/read-highlights.ts';
import type { LibraryDatabase, StoredMetadata } from '../../../../src/storage/library-schema.ts';
import { openDatabase } from '../../../../src/storage/open-database.ts';
import { readSaved } from '../../../../src/storage/read-items.ts';
import { saveArticle } from '../../../../src/storage/save-article.ts';
import { updateCopy } from '../../../../src/storage/update-copy.ts';
import { sampleArticle } from '../sample-article.ts';

let database: LibraryDatabase;

beforeEach(wipe);

async function wipe(): Promise<void> {
  globalThis.indexedDB = new IDBFactory();
  database = await openDatabase();
}

const PLACE = { exact: 'tide', prefix: '', suffix: '', start: 4, end: 8, colour: 'yellow' } as const;

async function fill(): Promise<{ id: string; mark: string }> {
  const { id } = await saveArticle(database, { article: sampleArticle() }, 1000);
  await changeTags(database, [id], { add: ['sea'] }, 2000);
  const mark = await addHighlight(database, id, PLACE, 2000);
  await changeHighlight(database, mark.id, { note: 'ask Maren' }, 3000);
  return { id, mark: mark.id };
}

test('a damaged entry is backed up as a check would repair it, with its text and tags, and reported', async () => {
  const { id } = await fill();
  const damaged = { ...(await database.get('metadata', id)), position: 'halfway', tagsAt: 'soon' };
  await database.put('metadata', damaged as unknown as StoredMetadata);
  const onUnreadable = vi.fn();
  const file = await makeBackup(database, {}, undefined, onUnreadable);
  expect(onUnreadable).toHaveBeenCalledTimes(1);
  await wipe();
  expect(await restoreBackup(database, file)).toEqual({ imported: 1, present: 0, refused: [], moreRefused: 0 });
  const saved = await readSaved(database, id);
  expect(saved?.article?.text).toBe(sampleArticle().text);
  expect(saved?.metadata).toMatchObject({ tags: ['sea'], position: null });
  expect((await readHighlights(database, id)).map(({ note }) => note)).toEqual(['ask Maren']);
});

test('an entry with damage in internal fields only is backed up in full', async () => {
  const { id } = await fill();
  const damaged = { ...(await database.get('metadata', id)), movedBefore: 'before', aliases: 3, favouriteAt: null };
  await database.put('metadata', damaged as unknown as StoredMetadata);
  const file = await makeBackup(database, {});
  await wipe();
  expect(await restoreBackup(database, file)).toMatchObject({ imported: 1, refused: [] });
  expect(await readSaved(database, id)).toMatchObject({ metadata: { tags: ['sea'], movedAt: 1000 } });
});

test('a damaged older text, which a restore would refuse, is reported when the backup is made', async () => {
  await fill();
  await updateCopy(database, sampleArticle({ text: 'The tide comes in twice a day. '.repeat(9) }), 4000);
  const [copy] = await database.getAll('copies');
  await database.put('copies', { ...copy, article: { ...copy?.article, html: 7 } } as never);
  const onUnreadable = vi.fn();
  const file = await makeBackup(database, {}, undefined, onUnreadable);
  expect(onUnreadable).toHaveBeenCalledTimes(1);
  await wipe();
  expect(await restoreBackup(database, file)).toMatchObject({ imported: 1, refused: [{ detail: 'damaged copy' }] });
});

test.each<[string, (id: string, mark: string) => Promise<unknown>, number]>([
  [
    'an address that is none',
    async (id) => database.put('metadata', { ...(await database.get('metadata', id)), url: 'about:blank' } as never),
    // Its highlight cannot be taken without it.
    2,
  ],
  ['a highlight whose article is gone', (id) => database.delete('metadata', id), 1],
])('what a restore would refuse is told when the backup is made: %s', async (_what, damage, refused) => {
  const { id, mark } = await fill();
  await damage(id, mark);
  const onUnreadable = vi.fn();
  const file = await makeBackup(database, {}, undefined, onUnreadable);
  expect(onUnreadable).toHaveBeenCalledTimes(1);
  await wipe();
  const report = await restoreBackup(database, file);
  expect([report.imported, report.refused.length]).toEqual([0, refused]);
});

test('times beyond all time are told, written as a check would mend them, and mended by it', async () => {
  const { id, mark } = await fill();
  await database.put('metadata', { ...(await database.get('metadata', id)), openedAt: 1e20 } as never);
  await database.put('highlights', { ...(await database.get('highlights', mark)), changedAt: 1e20 } as never);
  const onUnreadable = vi.fn();
  const file = await makeBackup(database, {}, undefined, onUnreadable);
  expect(onUnreadable).toHaveBeenCalledTimes(2);
  expect(await checkLibrary(database)).toMatchObject({ mended: 2, setAside: [] });
  onUnreadable.mockClear();
  await makeBackup(database, {}, undefined, onUnreadable);
  expect(onUnreadable).not.toHaveBeenCalled();
  await wipe();
  expect(await restoreBackup(database, file)).toMatchObject({ imported: 1, refused: [] });
  expect(await readSaved(database, id)).toMatchObject({ metadata: { tags: ['sea'], openedAt: null, savedAt: 1000 } });
  expect(await readHighlights(database, id)).toMatchObject([{ note: 'ask Maren' }]);
});

test('a picture with a time beyond all time whose bytes are lost is mended by one check', async () => {
  const html = '<p>The tide comes in twice a day.</p><img src="https://a.example/tide.png">';
  await saveArticle(database, { article: sampleArticle({ html }) }, 1000);
  const [job] = await database.getAll('pictureJobs');
  await database.put('pictureJobs', { ...job, state: 'kept', hash: 'lost', queuedAt: 1e20 } as never);
  expect(await checkLibrary(database)).toMatchObject({ mended: 1, setAside: [] });
  expect(await checkLibrary(database)).toMatchObject({ mended: 0 });
});

test('an older text and a picture with a time beyond all time are mended by a check, and restored then', async () => {
  const html = '<p>The tide comes in twice a day.</p><img src="https://a.example/tide.png">';
  const { id } = await saveArticle(database, { article: sampleArticle({ html }) }, 1000);
  await updateCopy(database, sampleArticle({ text: 'The tide comes in twice a day. '.repeat(9) }), 4000);
  const [copy] = await database.getAll('copies');
  const [job] = await database.getAll('pictureJobs');
  await database.delete('copies', [id, copy?.keptAt ?? 0]);
  await database.put('copies', { ...copy, keptAt: 1e20 } as never);
  await database.put('pictureJobs', { ...job, queuedAt: 1e20 } as never);
  expect(await checkLibrary(database)).toMatchObject({ mended: 2, setAside: [] });
  expect(await checkLibrary(database)).toMatchObject({ mended: 0 });
  const onUnreadable = vi.fn();
  const file = await makeBackup(database, {}, undefined, onUnreadable);
  expect(onUnreadable).not.toHaveBeenCalled();
  await wipe();
  expect(await restoreBackup(database, file)).toMatchObject({ imported: 1, refused: [] });
  expect(await database.getAll('copies')).toMatchObject([{ article: copy?.article, why: copy?.why }]);
});

test('the note of a damaged highlight is in the backup, and the damage is reported', async () => {
  const { id, mark } = await fill();
  await database.put('highlights', {
    ...(await database.get('highlights', mark)),
    start: -1,
    colour: 'mauve',
  } as never);
  const onUnreadable = vi.fn();
  const file = await makeBackup(database, {}, undefined, onUnreadable);
  expect(onUnreadable).toHaveBeenCalledTimes(1);
  await wipe();
  expect((await restoreBackup(database, file)).refused).toEqual([]);
  expect(await readHighlights(database, id)).toMatchObject([{ exact: 'tide', note: 'ask Maren', colour: 'yellow' }]);
});
