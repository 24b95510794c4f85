// @vitest-environment jsdom
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readRegistry } from '../../../scripts/extraction/read-registry.ts';
import { extractArticle } from '../../../src/extraction/extract-article.ts';
import { BODY_PASSES, CLEANING_PASSES, PAGE_PASSES } from '../../../src/extraction/extraction-passes.ts';
import {
  FIXTURE_ADDRESS,
  FIXTURE_TIME,
  findDifferences,
  listFixtures,
  readExpected,
  readFixture,
} from '../../page-fixtures.ts';

/** The passes of the registry, by the names of their files. */
const PASSES = readRegistry('extraction-passes.ts');

/** Passes of other tests: what they do shows in no page's result. */
const ELSEWHERE =
  /^(?:neutralise-form-controls|shorten-srcset|open-noscript|drop-boilerplate|mark-unseen|part-boxed-words|drop-unseen)$/;

test('every pass is in the registry under its file name and has a test page', () => {
  const folder = join(import.meta.dirname, '../../../src/extraction');
  const files = ['page-passes', 'body-passes'].flatMap((name) => readdirSync(join(folder, name)));
  const isPass = (file: string) => file !== 'boilerplate-names.ts';
  const named = files.filter(isPass).map((file) => file.replace('.ts', ''));
  expect(PASSES.toSorted(), 'passes in extraction-passes.ts').toEqual(named.toSorted());
  const covered = new Set(listFixtures().flatMap((slug) => readExpected(slug).passes ?? []));
  const withoutPage = PASSES.filter((name) => !covered.has(name) && !ELSEWHERE.test(name));
  expect(withoutPage, 'passes that no expected.json names').toEqual([]);
});

test.each(listFixtures())('%s', async (slug) => {
  expect(await read(slug)).toEqual([]);
});

/** Where each pass stands, in the order in which they run. */
const PLACES = ([PAGE_PASSES, CLEANING_PASSES, BODY_PASSES] as unknown as unknown[][]).flatMap((list) =>
  list.map((_, index) => ({ list, index })),
);
const CLAIMS = listFixtures().flatMap((slug) => (readExpected(slug).passes ?? []).map((pass) => [slug, pass] as const));

test.each(CLAIMS)('%s is not read as expected without %s', async (slug, pass) => {
  expect(PASSES, `"${pass}", which expected.json names, is no pass`).toContain(pass);
  const { list, index } = PLACES[PASSES.indexOf(pass)] ?? { list: [], index: 0 };
  const [left] = list.splice(index, 1);
  try {
    expect(await read(slug)).not.toEqual([]);
  } finally {
    list.splice(index, 0, left);
  }
});

/** Reads a page of `test/pages` and gives what is not as expected. */
async function read(slug: string): Promise<string[]> {
  const expected = readExpected(slug);
  const live = new DOMParser().parseFromString(readFixture(slug), 'text/html');
  const before = live.documentElement.outerHTML;
  const url = expected.url ?? FIXTURE_ADDRESS;
  const article = await extractArticle(live, { url, now: new Date(FIXTURE_TIME) });
  expect(live.documentElement.outerHTML).toBe(before);
  const { body } = new DOMParser().parseFromString(article.html, 'text/html');
  return findDifferences(article, body, expected);
}
