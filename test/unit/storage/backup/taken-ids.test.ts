import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import { makeBackup } from '../../../../src/storage/backup/make-backup.ts';
import { restoreBackup } from '../../../../src/storage/backup/restore-backup.ts';
import { changeTags } from '../../../../src/storage/change-items.ts';
import { addHighlight, changeHighlight } from '../../../../src/storage/highlights/change-highlights.ts';
import { readHighlights } from '../../../../src/storage/highlights/read-highlights.ts';
import type { LibraryDatabase } from '../../../../src/storage/library-schema.ts';
import { openDatabase } from '../../../../src/storage/open-database.ts';
import { readSaved } from '../../../../src/storage/read-items.ts';
import { saveArticle, saveLink } from '../../../../src/storage/save-article.ts';
import { searchLibrary } from '../../../../src/storage/search/search-library.ts';
import { updateCopy } from '../../../../src/storage/update-copy.ts';
import { sampleArticle } from '../sample-article.ts';

let database: LibraryDatabase;

beforeEach(wipe);

async function wipe(): Promise<void> {
  globalThis.indexedDB = new IDBFactory();
  database = await openDatabase();
}

const OTHER = { url: 'https://other.example/', text: 'Lighthouses. '.repeat(40), contentHash: 'other' };

/** A file with an article that has the id `id`, and a note. */
async function fileOf(id: string): Promise<Blob> {
  const here = database;
  globalThis.indexedDB = new IDBFactory();
  const elsewhere = await openDatabase();
  const saved = await saveArticle(elsewhere, { article: sampleArticle(OTHER) }, 1000);
  const place = { exact: 'Lighthouses', prefix: '', suffix: '', start: 0, end: 11, colour: 'yellow' } as const;
  await changeTags(elsewhere, [saved.id], { add: ['sea'] }, 1500);
  const mark = await addHighlight(elsewhere, saved.id, place, 2000);
  await changeHighlight(elsewhere, mark.id, { note: 'of the file' }, 3000);
  const file = await makeBackup(elsewhere, {});
  database = here;
  const text = await new Response(file.stream().pipeThrough(new DecompressionStream('gzip'))).text();
  return new Blob([text.replaceAll(saved.id, id)]);
}

test.each([
  ['article', () => saveArticle(database, { article: sampleArticle() }, 1000)],
  ['link', () => saveLink(database, { url: 'https://news.example/x', title: 'X' }, 1000)],
])(
  'an article of a file that has the id of another %s here stands beside it, with text and note',
  async (_kind, save) => {
    const { id } = await save();
    const file = await fileOf(id);
    const before = await readSaved(database, id);
    for (const imported of [1, 0]) {
      expect(await restoreBackup(database, file)).toMatchObject({ imported, present: 1 - imported, refused: [] });
      expect(await readSaved(database, id)).toEqual(before);
      expect(await readHighlights(database, id)).toEqual([]);
      const [other = '', ...more] = (await database.getAllKeys('metadata')).filter((key) => key !== id);
      expect(more).toEqual([]);
      expect((await readSaved(database, other))?.article?.text).toBe(OTHER.text);
      expect((await readHighlights(database, other)).map(({ note }) => note)).toEqual(['of the file']);
      const { hits } = await searchLibrary(database, { text: 'lighthouses', limit: 5 });
      expect(hits.map(({ metadata }) => metadata.id)).toEqual([other]);
    }
  },
);

test('a tag of an article that got another id here stays away once it is taken away, and the same file changes nothing', async () => {
  const { id } = await saveArticle(database, { article: sampleArticle() }, 1000);
  const file = await fileOf(id);
  await restoreBackup(database, file);
  const all = await database.getAll('metadata');
  await restoreBackup(database, file);
  expect(await database.getAll('metadata')).toEqual(all);
  const other = all.find((item) => item.id !== id)?.id ?? '';
  expect((await database.get('metadata', other))?.tags).toEqual(['sea']);
  await changeTags(database, [other], { remove: ['sea'] }, 4000);
  await restoreBackup(database, file);
  expect((await database.get('metadata', other))?.tags).toEqual([]);
});

test('a text noted as lost that can be read again is not stored twice, and a different one of the file becomes a copy', async () => {
  const older = sampleArticle();
  const later = sampleArticle({ text: `${older.text} Later.`, contentHash: 'later' });
  const { id } = await saveArticle(database, { article: older }, 1000);
  const file = await makeBackup(database, {});
  await updateCopy(database, later, 500);
  await database.clear('copies');
  const here = await database.get('metadata', id);
  if (here) await database.put('metadata', { ...here, contentHash: '', updatedAt: 900 });
  await restoreBackup(database, await makeBackup(database, {}));
  const texts = async () => [
    (await database.get('bodies', id))?.text,
    ...(await database.getAll('copies')).map((copy) => copy.article.text),
  ];
  expect(await texts()).toEqual([later.text]);
  await restoreBackup(database, file);
  expect((await texts()).toSorted()).toEqual([older.text, later.text].toSorted());
});
