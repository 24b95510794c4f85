import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PageReader } from '../../../scripts/extraction/page-reader.ts';
import { contentTypeOf } from '../../../scripts/extraction/page-source.ts';
import { EXTRACT_SCRIPT } from '../../../scripts/extraction/reading-tab.ts';
import type { ExtractionOutcome } from '../../../src/model/extraction-outcome.ts';
import {
  FIXTURE_ADDRESS,
  FIXTURE_TIME,
  findDifferences,
  listFixtures,
  readExpected,
  readFixtureBytes,
} from '../../page-fixtures.ts';
import { buildOf } from '../driver/build-of.ts';

/** Counts in the page's own world what changes in its document. */
const WATCH = `window.changes = 0; new MutationObserver((records) => { window.changes += records.length; })
  .observe(document, { subtree: true, childList: true, attributes: true, characterData: true })`;
const LOOK = '[document.documentElement.outerHTML, window.changes]';

/** One window for all: each takes three times as long to make as an article to parse. */
const parser = new new JSDOM().window.DOMParser();

/** The strictest a page can be: what the command line itself serves pages with (`script-src 'none'`), and no trusted types. */
const POLICY = "script-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

describe('the shipped script reads the pages of test/pages, whatever their Content Security Policy forbids', () => {
  let reader: PageReader;
  beforeAll(() => {
    reader = new PageReader(buildOf('chromium'));
  });
  afterAll(() => reader.close());

  test.each(listFixtures())('%s, and leaves it as it was', async (slug) => {
    const expected = readExpected(slug);
    const body = readFixtureBytes(slug);
    const source = { body, contentType: contentTypeOf(body), modified: 0, policy: POLICY };
    const [before, { outcome }, after] = await reader.read(expected.url ?? FIXTURE_ADDRESS, source, async (tab) => {
      await tab.evaluate(WATCH);
      const first = await tab.evaluate(LOOK);
      const reading = await tab.call([EXTRACT_SCRIPT], 'rectoExtract', { now: FIXTURE_TIME });
      return [first, reading, await tab.evaluate(LOOK)] as const;
    });
    expect(after).toEqual(before);
    expect(before).toMatchObject([expect.stringContaining('<body'), 0]);
    const result = outcome as ExtractionOutcome;
    if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
    const { body: read } = parser.parseFromString(result.article.html, 'text/html');
    expect(findDifferences(result.article, read, expected)).toEqual([]);
  });
});
