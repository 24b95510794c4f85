/** How the time of one stage grows with what it is given. */
export interface Growth {
  stage: string;
  shape: string;
  sizes: readonly number[];
  /** Milliseconds for each size that was tried; fewer than there are sizes if the stage was given up. */
  times: readonly number[];
  /** The longest stretch, in milliseconds, in which the page could not answer. */
  longest: number;
}

/**
 * Shorter times say nothing about growth: they consist of the clock's precision and garbage collection. Milliseconds.
 */
const LEAST = 20;

/** By how much twice as much takes longer: 2 where time grows with the size, 4 with its square. NaN where nothing took long. */
function ratioOf({ sizes, times }: Pick<Growth, 'sizes' | 'times'>): number {
  const last = times.at(-1) ?? 0;
  const [first = 0] = times;
  if (times.length < 2 || last < LEAST) return Number.NaN;
  const doublings = Math.log2((sizes[times.length - 1] ?? 1) / (sizes[0] ?? 1));
  return (last / Math.max(first, LEAST / 2 ** doublings)) ** (1 / doublings);
}

/** One line for each: first what was given up, then what grows fastest, and last what took almost no time. */
export function growthTable(all: readonly Growth[]): string {
  const rank = (growth: Growth): number =>
    growth.times.length < growth.sizes.length ? Number.POSITIVE_INFINITY : ratioOf(growth) || 0;
  return all
    .toSorted((a, b) => rank(b) - rank(a) || (b.times.at(-1) ?? 0) - (a.times.at(-1) ?? 0))
    .map(lineOf)
    .join('\n');
}

/**
 * The measurements of one stage in one line: its times, by how much twice as much takes longer, and the longest time
 * without a response.
 */
export function lineOf(growth: Growth): string {
  const ratio = ratioOf(growth);
  const times = growth.times.map((ms) => ms.toFixed(0).padStart(6)).join('');
  const per = Number.isNaN(ratio) ? '    –' : `× ${ratio.toFixed(1)}`;
  const end = growth.times.length < growth.sizes.length ? '  given up' : '';
  return `${growth.stage.padEnd(46)}${growth.shape.padEnd(25)}${times} ms  ${per}  longest ${growth.longest.toFixed(0)} ms${end}`;
}
