import 'fake-indexeddb/auto';
import { gunzipSync } from 'node:zlib';
import { IDBFactory } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { makeBackup } from '../../../../src/storage/backup/make-backup.ts';
import { previewBackup } from '../../../../src/storage/backup/preview-backup.ts';
import { restoreBackup } from '../../../../src/storage/backup/restore-backup.ts';
import { addHighlight, changeHighlight } from '../../../../src/storage/highlights/change-highlights.ts';
import { openDatabase } from '../../../../src/storage/open-database.ts';
import { saveArticle } from '../../../../src/storage/save-article.ts';
import { updateCopy } from '../../../../src/storage/update-copy.ts';
import { sampleArticle } from '../sample-article.ts';

test('records of an item whose line is damaged are added if the item is here, and reported otherwise', async () => {
  let database = await openDatabase();
  const { id } = await saveArticle(database, { article: sampleArticle() }, 1000);
  const before = await makeBackup(database, {});
  await updateCopy(
    database,
    sampleArticle({ text: 'The tide comes in twice a day.\nSomebody owns a clock now.' }),
    2000,
  );
  const mark = { exact: 'tide', prefix: '', suffix: '', start: 4, end: 8, colour: 'yellow' } as const;
  const highlight = await addHighlight(database, id, mark, 2000);
  await changeHighlight(database, highlight.id, { note: 'ask Maren' }, 2500);
  const [copy] = await database.getAll('copies');
  const text = gunzipSync(new Uint8Array(await (await makeBackup(database, {})).arrayBuffer())).toString();
  const file = new Blob([text.replace('"kind":"article"', '"kind":"animal"')]);

  globalThis.indexedDB = new IDBFactory();
  database = await openDatabase();
  const { refused } = await previewBackup(database, file);
  const lost = await restoreBackup(database, file);
  expect(refused.map(({ title, code, detail }) => ({ title, code, detail }))).toEqual(lost.refused);
  expect(lost.refused.map(({ title, code }) => [title, code])).toEqual([
    [sampleArticle().title, 'record-damaged'],
    [sampleArticle().title, 'record-damaged'],
    ['ask Maren', 'record-damaged'],
  ]);
  expect([await database.count('copies'), await database.count('highlights')]).toEqual([0, 0]);

  await restoreBackup(database, before);
  expect((await previewBackup(database, file)).refused).toHaveLength(1);
  expect((await restoreBackup(database, file)).refused).toHaveLength(1);
  expect(await database.getAll('copies')).toEqual([copy]);
  expect(await database.getAll('highlights')).toMatchObject([{ id: highlight.id, note: 'ask Maren' }]);
});
