import type { CorpusPage } from './corpus.ts';
import { type Contestant, readAs } from './measure-page.ts';
import type { PageReader } from './page-reader.ts';
import { readPageSource } from './page-source.ts';

/** By the third reading all that a page needs is compiled, and later ones take as long. */
const READINGS = 3;

/** Milliseconds of processor time that each reading of one page took, in their order; none where the page was not read. */
export type PageTimes = readonly number[];

/** Shows a page and lets one contestant read it several times in succession. Rejects as `PageReader.read` does. */
export async function timePage(reader: PageReader, page: CorpusPage, who: Contestant): Promise<PageTimes> {
  const source = await readPageSource(page.file);
  return reader.read(page.url, source, async (tab) => {
    const times: number[] = [];
    while (times.length < READINGS) times.push((await readAs(who, tab, source.modified)).cpuMs);
    return times;
  });
}
