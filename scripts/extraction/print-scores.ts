import { median } from '../bench/describe-times.ts';
import { numberOf } from '../number-of.ts';
import { type Half, SUBSETS } from './corpus.ts';
import { CONTESTANTS, type Contestant, type Measurement, type Score } from './measure-page.ts';

/** The figures of one contestant on one subset. */
interface Summary {
  pages: number;
  f1: number;
  /** Pages with an F1 under 0.2. */
  lost: number;
  titles: number;
  bylines: number;
  dates: number;
  medianMs: number;
  slowestMs: number;
}

export function summarise(measurements: Measurement[], contestant: Contestant): Summary {
  const scores = measurements.flatMap(({ scores }) => scores[contestant] ?? []);
  // Three pages of WCXB have a gold title but no gold text.
  const texts = measurements.filter(({ gold }) => gold.hasText).flatMap(({ scores }) => scores[contestant] ?? []);
  const count = (test: (score: Score) => boolean): number => scores.filter(test).length;
  const times = scores.map(({ cpuMs }) => cpuMs);
  return {
    pages: scores.length,
    f1: mean(texts.map(({ f1 }) => f1)),
    lost: texts.filter(({ f1 }) => f1 < 0.2).length,
    titles: count(({ title }) => title),
    bylines: count(({ byline }) => byline),
    dates: count(({ date }) => date),
    medianMs: median(times),
    slowestMs: Math.max(0, ...times),
  };
}

/** One row per subset, half and contestant. */
export function scoreTable(measurements: Measurement[]): string {
  const head = [
    'subset',
    'half',
    'by',
    'pages',
    'F1',
    '<0.2',
    'titles',
    'bylines',
    'dates',
    'median cpu ms',
    'slowest',
  ];
  const rows = SUBSETS.flatMap((subset) =>
    ([null, 'tune', 'report'] as const).flatMap((half) =>
      CONTESTANTS.flatMap((contestant) => {
        const pages = measurements.filter((page) => page.subset === subset && (half === null || page.half === half));
        const row = summarise(pages, contestant);
        return row.pages === 0 ? [] : [rowOf(subset, half, contestant, row)];
      }),
    ),
  );
  return layOut([head, ...rows]);
}

/** The pages with the lowest F1 of each contestant. */
export function worstPages(measurements: Measurement[], contestant: Contestant, limit = 20): string {
  const sorted = measurements
    .filter(({ gold }) => gold.hasText)
    .flatMap((page) => (page.scores[contestant] ? [{ page, score: page.scores[contestant] }] : []))
    .sort((a, b) => a.score.f1 - b.score.f1)
    .slice(0, limit);
  const rows = sorted.map(({ page, score }) => [
    page.id,
    page.subset,
    page.half,
    score.f1.toFixed(3),
    `P ${score.precision.toFixed(2)}`,
    `R ${score.recall.toFixed(2)}`,
    score.error ?? '',
  ]);
  return layOut(rows);
}

/** What changed for Recto since an earlier run: the pages with the largest loss and gain in F1, and titles. */
export function compareRuns(before: Measurement[], after: Measurement[], limit = 15): string {
  const earlier = new Map(before.map((page) => [page.id, page.scores.recto]));
  const changes = after.flatMap((page) => {
    const [old, now] = [earlier.get(page.id), page.scores.recto];
    return old && now ? [{ page, old, now, gain: now.f1 - old.f1 }] : [];
  });
  const changed = changes.filter(({ gain }) => Math.abs(gain) > 0.002).sort((a, b) => a.gain - b.gain);
  const shown = changed.length > 2 * limit ? [...changed.slice(0, limit), ...changed.slice(-limit)] : changed;
  const titles = changes.filter(({ old, now }) => old.title !== now.title);
  return [
    `changed since the earlier run: ${numberOf(changed.length, 'text')}, ${numberOf(titles.length, 'title')}`,
    layOut(
      shown.map(({ page, old, now, gain }) => [
        page.id,
        page.subset,
        page.half,
        old.f1.toFixed(3),
        now.f1.toFixed(3),
        signed(gain),
      ]),
    ),
    ...titles.map(
      ({ page, now }) => `${now.title ? '+' : '-'} title ${page.id}: ${now.found.title} (gold: ${page.gold.title})`,
    ),
    ...halves.map(
      (half) =>
        `mean change, ${half} half: ${signed(mean(changes.filter(({ page }) => page.half === half).map(({ gain }) => gain)))}`,
    ),
  ].join('\n');
}

const halves: Half[] = ['tune', 'report'];

function rowOf(subset: string, half: Half | null, contestant: Contestant, row: Summary): string[] {
  const counts = [row.lost, row.titles, row.bylines, row.dates].map(String);
  return [
    subset,
    half ?? 'all',
    contestant,
    `${row.pages}`,
    row.f1.toFixed(4),
    ...counts,
    row.medianMs.toFixed(1),
    row.slowestMs.toFixed(0),
  ];
}

/** Rows with their cells below each other. */
export function layOut(rows: string[][]): string {
  const widths = rows.reduce<number[]>(
    (widest, row) => row.map((cell, at) => Math.max(cell.length, widest[at] ?? 0)),
    [],
  );
  return rows
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const signed = (value: number): string => `${value >= 0 ? '+' : ''}${value.toFixed(4)}`;
const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
