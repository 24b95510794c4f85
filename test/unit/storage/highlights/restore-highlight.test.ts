import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import {
  addHighlight,
  changeHighlight,
  removeHighlight,
  restoreHighlight,
} from '../../../../src/storage/highlights/change-highlights.ts';
import { openDatabase } from '../../../../src/storage/open-database.ts';
import { saveArticle } from '../../../../src/storage/save-article.ts';
import { sampleArticle } from '../sample-article.ts';

test('a removed highlight comes back as it was, and over one that is there again nothing is put', async () => {
  const database = await openDatabase();
  const { id: articleId } = await saveArticle(database, { article: sampleArticle() }, 1000);
  const anchor = { exact: 'tide', prefix: '', suffix: '', start: 0, end: 4, colour: 'yellow' } as const;
  const { id } = await addHighlight(database, articleId, anchor);
  const removed = await removeHighlight(database, id);
  if (!removed) throw new Error('nothing was removed');
  await restoreHighlight(database, removed);
  expect(await database.get('highlights', id)).toEqual(removed);
  await changeHighlight(database, id, { note: 'ask Maren' });
  await restoreHighlight(database, removed);
  expect(await database.get('highlights', id)).toMatchObject({ note: 'ask Maren' });
});
