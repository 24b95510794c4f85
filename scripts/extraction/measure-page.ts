import { asRectoError } from '../../src/model/errors/as-recto-error.ts';
import type { ExtractionOutcome } from '../../src/model/extraction-outcome.ts';
import type { LibraryReading } from './comparison.iife.ts';
import type { CorpusPage, Half, Subset } from './corpus.ts';
import type { PageReader } from './page-reader.ts';
import { readPageSource } from './page-source.ts';
import { EXTRACT_SCRIPT, type ReadingTab } from './reading-tab.ts';
import { type Overlap, sameByline, sameDay, sameTitle, scoreText } from './score.ts';

export const CONTESTANTS = ['recto', 'readability', 'defuddle'] as const;
export type Contestant = (typeof CONTESTANTS)[number];

/** How one contestant did on one page; `ms` is the time of extraction in the page, `cpuMs` the processor's (see `Reading`). */
export interface Score extends Overlap {
  title: boolean;
  byline: boolean;
  date: boolean;
  ms: number;
  cpuMs: number;
  error: string | null;
  found: { title: string | null; byline: string | null; date: string | null };
}

export interface Measurement {
  id: string;
  subset: Subset;
  half: Half;
  gold: { hasText: boolean; title: string | null; byline: string | null; date: string | null };
  scores: Partial<Record<Contestant, Score>>;
  /** What Recto read, for looking at; not part of the report. */
  text: string;
}

/** Path of the bundle of `comparison.iife.ts` in the extension under measurement. */
export const COMPARISON_SCRIPT = '/comparison.js';

/** Shows a page once and lets every contestant read it. What goes wrong becomes a score of 0 with the error's code. */
export async function measurePage(
  reader: PageReader,
  page: CorpusPage,
  who: readonly Contestant[],
): Promise<Measurement> {
  const { id, subset, half, gold } = page;
  const readings = await read(reader, page, who).catch((thrown: unknown) => ({ error: asRectoError(thrown).code }));
  const scores: Measurement['scores'] = {};
  for (const contestant of who) {
    const reading = 'error' in readings ? { ...NOTHING, error: readings.error } : readings[contestant];
    scores[contestant] = scoreReading(reading ?? NOTHING, page);
  }
  const text = 'error' in readings ? '' : (readings.recto?.text ?? '');
  return {
    id,
    subset,
    half,
    gold: { hasText: gold.text.trim() !== '', title: gold.title, byline: gold.author, date: gold.date },
    scores,
    text,
  };
}

type Found = LibraryReading & { ms: number; cpuMs: number; error: string | null };

const NOTHING: Found = {
  title: null,
  byline: null,
  publishedTime: null,
  html: '',
  text: '',
  ms: 0,
  cpuMs: 0,
  error: null,
};

async function read(
  reader: PageReader,
  page: CorpusPage,
  who: readonly Contestant[],
): Promise<Partial<Record<Contestant, Found>>> {
  const source = await readPageSource(page.file);
  return reader.read(page.url, source, async (tab) => {
    const found: Partial<Record<Contestant, Found>> = {};
    for (const contestant of who) found[contestant] = await readAs(contestant, tab, source.modified);
    return found;
  });
}

/** Lets a contestant read the page that a tab shows; `now` is what relative dates start from. */
export async function readAs(contestant: Contestant, tab: ReadingTab, now: number): Promise<Found> {
  if (contestant !== 'recto') {
    await tab.call([COMPARISON_SCRIPT], 'rectoComparisonStart', {});
    const { ms, cpuMs } = await tab.call([], 'rectoComparison', { library: contestant });
    const { outcome } = await tab.call([], 'rectoComparisonEnd', {});
    return { ...NOTHING, ...(outcome as LibraryReading), ms, cpuMs };
  }
  const { ms, cpuMs, outcome } = await tab.call([EXTRACT_SCRIPT], 'rectoExtract', { now });
  const result = outcome as ExtractionOutcome;
  return result.ok
    ? { ...result.article, ms, cpuMs, error: null }
    : { ...NOTHING, ms, cpuMs, error: result.error.code };
}

function scoreReading(found: Found, { gold, subset }: CorpusPage): Score {
  return {
    ...scoreText(found.text, gold.text, subset),
    title: sameTitle(found.title, gold.title),
    byline: sameByline(found.byline, gold.author),
    date: sameDay(found.publishedTime, gold.date),
    ms: found.ms,
    cpuMs: found.cpuMs,
    error: found.error,
    found: { title: found.title, byline: found.byline, date: found.publishedTime },
  };
}
