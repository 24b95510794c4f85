import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { compareBuilds } from '../../../scripts/extraction/compare-builds.ts';
import type { CorpusPage } from '../../../scripts/extraction/corpus.ts';
import type { PageReader } from '../../../scripts/extraction/page-reader.ts';
import type { ReadingTab } from '../../../scripts/extraction/reading-tab.ts';
import { RectoError } from '../../../src/model/errors/recto-error.ts';

const file = fileURLToPath(import.meta.url);
const pageAt = (url: string) => ({ url, file }) as CorpusPage;

/** Who reads which page in which order. */
const asked: string[] = [];

/** A build that takes the times of one round after another for the pages of these addresses. */
function build(name: string, rounds: Record<string, number[][]>): PageReader {
  const left = structuredClone(rounds);
  const reader: Partial<PageReader> = {
    async read<T>(url: string, _source: unknown, work: (tab: ReadingTab) => Promise<T>): Promise<T> {
      asked.push(`${name} ${url}`);
      const round = left[url]?.shift() ?? [];
      const call = async () => {
        const cpuMs = round.shift();
        if (cpuMs === undefined) throw new RectoError('timeout');
        return { cpuMs, ms: cpuMs, outcome: { ok: true, article: {} } };
      };
      return work({ call } as unknown as ReadingTab);
    },
  };
  return reader as PageReader;
}

test('two builds read each page in turn, and the shortest of the rounds are compared page by page', async () => {
  const one = build('one', {
    a: [
      [20, 9, 6],
      [10, 9, 8],
    ],
    b: [
      [40, 9, 4],
      [40, 9, 4],
    ],
    lost: [[1, 1, 1]],
  });
  const other = build('other', {
    a: [
      [20, 9, 8],
      [30, 9, 12],
    ],
    b: [
      [20, 9, 4],
      [90, 9, 4],
    ],
  });
  expect(await compareBuilds(one, other, ['a', 'b', 'lost'].map(pageAt), 2)).toEqual({
    pages: 2,
    first: { median: 1.25, mean: 1.25 },
    again: { median: 0.875, mean: 0.875 },
  });
  expect(asked.slice(0, 4)).toEqual(['one a', 'other a', 'other b', 'one b']);
  expect(asked.slice(6, 8)).toEqual(['other a', 'one a']);
});
