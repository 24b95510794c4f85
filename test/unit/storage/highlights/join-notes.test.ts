import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { mergeHighlight } from '../../../../src/storage/backup/merge-highlight.ts';
import { addHighlight, changeHighlight } from '../../../../src/storage/highlights/change-highlights.ts';
import { openDatabase } from '../../../../src/storage/open-database.ts';
import { saveArticle } from '../../../../src/storage/save-article.ts';
import { writeStrictly } from '../../../../src/storage/write-strictly.ts';
import { sampleArticle } from '../sample-article.ts';

/** What two notes of one highlight become where another window wrote `here` meanwhile, and where a restore brings `later`. */
async function joinBothWays(here: string, later: string): Promise<[string | undefined, string | undefined]> {
  const database = await openDatabase();
  const { id: articleId } = await saveArticle(database, { article: sampleArticle() }, 1000);
  const anchor = { exact: 'tide', prefix: '', suffix: '', start: here.length, end: 99, colour: 'yellow' } as const;
  const highlight = await addHighlight(database, articleId, anchor, 2000);
  const read = async () => (await database.get('highlights', highlight.id))?.note;
  await changeHighlight(database, highlight.id, { note: here }, 3000);
  await writeStrictly(database, ['highlights'], (transaction) =>
    mergeHighlight(transaction, { ...highlight, note: later, changedAt: 4000 }, articleId),
  );
  const restored = await read();
  await changeHighlight(database, highlight.id, { note: here }, 5000);
  await changeHighlight(database, highlight.id, { note: later, noteBefore: 'a third' }, 6000);
  return [restored, await read()];
}

test.each([
  ['ask Maren', 'ask Ole', 'ask Maren\n\nask Ole'],
  // One word within another is no note that is there already.
  ['concatenate', 'cat', 'concatenate\n\ncat'],
  ['cat', 'concatenate', 'cat\n\nconcatenate'],
  ['ask Maren\n\nask Ole', 'ask Ole', 'ask Maren\n\nask Ole'],
  ['ask Ole', 'ask Maren\n\nask Ole', 'ask Maren\n\nask Ole'],
])('two windows and a restore join notes by the same rule: %j and %j', async (here, later, both) => {
  expect(await joinBothWays(here, later)).toEqual([both, both]);
});
