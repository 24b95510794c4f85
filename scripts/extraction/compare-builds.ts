import { median } from '../bench/describe-times.ts';
import type { CorpusPage } from './corpus.ts';
import type { PageReader } from './page-reader.ts';
import { type PageTimes, timePage } from './time-page.ts';

/** How long one build takes to read, as parts of another build's time: the median and the mean of the pages' ratios. */
export interface BuildRatios {
  pages: number;
  first: { median: number; mean: number };
  again: { median: number; mean: number };
}

/**
 * Two builds read the same pages in turn, `rounds` times, and what differs within a page is compared: the hour of the
 * machine is then nearly the same for both, which it is not for two runs of `measureTimes`. Who begins changes with
 * each page. A page's time is the shortest of its rounds.
 */
export async function compareBuilds(
  one: PageReader,
  other: PageReader,
  pages: readonly CorpusPage[],
  rounds: number,
): Promise<BuildRatios> {
  const times = new Map<CorpusPage, Map<PageReader, PageTimes[]>>();
  for (let round = 0; round < rounds; round++) {
    for (const [index, page] of pages.entries()) {
      const inTurn = (index + round) % 2 === 0 ? [one, other] : [other, one];
      for (const reader of inTurn) note(times, page, reader, await timePage(reader, page, 'recto').catch(() => []));
    }
  }
  const ratios = (reading: number): number[] =>
    pages.flatMap((page) => {
      const [ours, theirs] = [one, other].map((reader) => shortest(times.get(page)?.get(reader) ?? [], reading));
      return ours && theirs ? [ours / theirs] : [];
    });
  const first = ratios(0);
  return { pages: first.length, first: describe(first), again: describe(ratios(-1)) };
}

function note(
  times: Map<CorpusPage, Map<PageReader, PageTimes[]>>,
  page: CorpusPage,
  reader: PageReader,
  found: PageTimes,
): void {
  const ofPage = times.get(page) ?? new Map<PageReader, PageTimes[]>();
  times.set(page, ofPage.set(reader, [...(ofPage.get(reader) ?? []), found]));
}

/** The shortest of some readings of one page; undefined where it was never read. */
function shortest(rounds: readonly PageTimes[], reading: number): number | undefined {
  const times = rounds.flatMap((ofRound) => ofRound.at(reading) ?? []);
  return times.length === 0 ? undefined : Math.min(...times);
}

function describe(ratios: readonly number[]): { median: number; mean: number } {
  return { median: median(ratios), mean: ratios.reduce((all, ratio) => all + ratio, 0) / ratios.length };
}
