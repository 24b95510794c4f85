import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { makeBackup } from '../../../../src/storage/backup/make-backup.ts';
import { restoreBackup } from '../../../../src/storage/backup/restore-backup.ts';
import { openDatabase } from '../../../../src/storage/open-database.ts';
import { saveArticle } from '../../../../src/storage/save-article.ts';
import { sampleArticle } from '../sample-article.ts';

const HEADER = '{"format":"recto-backup","version":1}';
const file = (...lines: string[]): Blob => new Blob([[HEADER, ...lines].join('\n')]);

/** The line of an article in a backup. */
async function itemLine(html: string): Promise<string> {
  globalThis.indexedDB = new IDBFactory();
  const from = await openDatabase();
  await saveArticle(from, { article: sampleArticle({ html }) }, 1000);
  const unpacked = (await makeBackup(from, {})).stream().pipeThrough(new DecompressionStream('gzip'));
  return (await new Response(unpacked).text()).split('\n').find((line) => line.startsWith('{"item"')) ?? '';
}

test('a line that is too long is refused alone, in the middle of a file and at its end', async () => {
  const long = 'x'.repeat(33 * 1024 * 1024);
  const good = await itemLine('<p>The tide</p>');
  const result = await restoreBackup(await openDatabase(), file(long, good, long));
  expect(result.imported + result.present).toBe(1);
  const codes = result.refused.map(({ code }) => code);
  expect(codes).toEqual(['record-too-long', 'record-too-long', 'backup-cut-short']);
});

test('long articles are not merged twenty at once, because all of them would be in memory', async () => {
  const wide = await itemLine('x'.repeat(1024 * 1024));
  const steps: number[] = [];
  await restoreBackup(await openDatabase(), file(...Array<string>(12).fill(wide)), (done) => steps.push(done));
  expect(steps.map((done, at) => done - (steps[at - 1] ?? 0))).toEqual([3, 3, 3, 3]);
});
