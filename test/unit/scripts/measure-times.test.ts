import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { CorpusPage } from '../../../scripts/extraction/corpus.ts';
import { measureTimes } from '../../../scripts/extraction/measure-times.ts';
import type { PageReader } from '../../../scripts/extraction/page-reader.ts';
import { EXTRACT_SCRIPT, type ReadingTab } from '../../../scripts/extraction/reading-tab.ts';
import { RectoError } from '../../../src/model/errors/recto-error.ts';

const file = fileURLToPath(import.meta.url);
const pageAt = (url: string) => ({ url, file }) as CorpusPage;

/** How long each reading of a page takes; beyond the last, the tab does not answer. */
const TIMES: Record<string, { recto: number[]; readability: number[] }> = {
  a: { recto: [30, 9, 8], readability: [10, 5, 4] },
  b: { recto: [50, 9, 4], readability: [10, 5, 4] },
  c: { recto: [40, 9, 12], readability: [10, 5, 4] },
  lost: { recto: [1, 1, 1], readability: [] },
};

/** Gives the times above for the pages of these addresses. */
const reader = {
  async read<T>(url: string, _source: unknown, work: (tab: ReadingTab) => Promise<T>): Promise<T> {
    const left = structuredClone(TIMES[url]);
    const call = async (scripts: string[], name: string) => {
      if (name === 'rectoComparisonStart' || name === 'rectoComparisonEnd') return { outcome: {} };
      const cpuMs = left?.[scripts[0] === EXTRACT_SCRIPT ? 'recto' : 'readability'].shift();
      if (cpuMs === undefined) throw new RectoError('timeout');
      return { cpuMs, ms: cpuMs, outcome: { ok: true, article: {} } };
    };
    return work({ call } as unknown as ReadingTab);
  },
} as Partial<PageReader> as PageReader;

test('the times of a page are compared reading by reading, in the median of the pages that both have read', async () => {
  expect(await measureTimes(reader, ['a', 'lost', 'b', 'c'].map(pageAt))).toEqual({ pages: 3, first: 4, again: 2 });
});
