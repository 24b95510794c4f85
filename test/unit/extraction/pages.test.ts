// @vitest-environment jsdom
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readRegistry } from '../../../scripts/extraction/read-registry.ts';
import { extractArticle } from '../../../src/extraction/extract-article.ts';
import {
  FIXTURE_ADDRESS,
  FIXTURE_TIME,
  findDifferences,
  listFixtures,
  readExpected,
  readFixture,
} from '../../page-fixtures.ts';

/** Passes of other tests: what they do shows in no page's result. */
const ELSEWHERE =
  /^(?:neutralise-form-controls|shorten-srcset|open-noscript|drop-boilerplate|mark-unseen|drop-unseen)$/;

test('every pass is in the registry under its file name, and a page is for it', () => {
  const folder = join(import.meta.dirname, '../../../src/extraction');
  const files = ['page-passes', 'body-passes'].flatMap((name) => readdirSync(join(folder, name)));
  const passes = readRegistry('extraction-passes.ts');
  const isPass = (file: string) => file !== 'boilerplate-names.ts';
  expect(
    files
      .filter(isPass)
      .map((file) => file.replace('.ts', ''))
      .toSorted(),
  ).toEqual(passes.toSorted());
  const covered = new Set(listFixtures().flatMap((slug) => readExpected(slug).passes ?? []));
  expect(passes.filter((name) => !covered.has(name) && !ELSEWHERE.test(name))).toEqual([]);
});

test.each(listFixtures())('%s', async (slug) => {
  const expected = readExpected(slug);
  const live = new DOMParser().parseFromString(readFixture(slug), 'text/html');
  const before = live.documentElement.outerHTML;
  const url = expected.url ?? FIXTURE_ADDRESS;
  const article = await extractArticle(live, { url, now: new Date(FIXTURE_TIME) });
  expect(live.documentElement.outerHTML).toBe(before);
  const { body } = new DOMParser().parseFromString(article.html, 'text/html');
  expect(findDifferences(article, body, expected)).toEqual([]);
});
