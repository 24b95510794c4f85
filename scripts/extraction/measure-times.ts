import { median } from '../bench/describe-times.ts';
import type { CorpusPage } from './corpus.ts';
import { mapInOrder } from './map-in-order.ts';
import type { Contestant } from './measure-page.ts';
import type { PageReader } from './page-reader.ts';
import { type PageTimes, timePage } from './time-page.ts';

/**
 * How many times as long as bare Readability Recto keeps the processor busy on the same page, as the median of the
 * `pages` that both have read: at the first reading, in a process where nothing has run yet, as at a person's first
 * press; and once everything is compiled.
 */
export async function measureTimes(
  reader: PageReader,
  pages: readonly CorpusPage[],
): Promise<{ pages: number; first: number; again: number }> {
  const recto = await timeAll(reader, pages, 'recto');
  const readability = await timeAll(reader, pages, 'readability');
  const ratios = (reading: number): number[] =>
    recto.flatMap((times, page) => {
      const [ours, bare] = [times.at(reading), readability[page]?.at(reading)];
      return ours && bare ? [ours / bare] : [];
    });
  const first = ratios(0);
  return { pages: first.length, first: median(first), again: median(ratios(-1)) };
}

/**
 * One contestant reads all pages before the next one does. A page that is shown twice in succession stays in its
 * process, where much exists already that a first reading has to create. The same holds for a page that is timed alone:
 * Readability's first reading is then too short by a fifth.
 */
async function timeAll(reader: PageReader, pages: readonly CorpusPage[], who: Contestant): Promise<PageTimes[]> {
  const all: PageTimes[] = [];
  for await (const times of mapInOrder(pages, 2, (page) => timePage(reader, page, who).catch(() => [])))
    all.push(times);
  return all;
}
