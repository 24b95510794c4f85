// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { ExportFormat } from '../../../src/library/exporting/export-format.ts';
import { exportLibrary } from '../../../src/library/exporting/export-library.ts';
import { openDatabase } from '../../../src/storage/open-database.ts';
import { saveArticle } from '../../../src/storage/save-article.ts';
import { sampleArticle } from '../storage/sample-article.ts';

const WORDS = {
  locale: 'en',
  listTitle: 'Reading list',
  contents: 'Contents',
  highlights: 'Highlights',
  original: 'Original',
  openInPage: 'Open in page',
  colours: { yellow: 'Yellow', green: 'Green', blue: 'Blue', pink: 'Pink' },
};

const HIDDEN = 'Nobody on the island owns a clock.';

test.each<ExportFormat>(['markdown', 'html'])('a block hidden by hand is in the export as %s', async (format) => {
  const database = await openDatabase();
  const { id } = await saveArticle(database, { article: sampleArticle() }, 1000);
  const kept = await database.get('metadata', id);
  if (!kept) throw new Error('nothing was saved');
  const blocks = [{ quote: HIDDEN, nth: 0 }];
  await database.put('metadata', { ...kept, hidden: { at: 2000, blocks } });
  const connection = { database: async () => database, close: () => undefined };
  const { file } = await exportLibrary(connection, { format, ids: [id], changedAfter: null, words: WORDS });
  expect(await textOf(file)).toContain(HIDDEN);
});

/** jsdom's files can be read in this way only. */
const textOf = (file: Blob | null) =>
  new Promise((resolve) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(reader.result));
    reader.readAsText(file ?? new Blob());
  });
