import { clamp, type UnitFeatures } from './unit-features.ts';

/** Units after which nothing that was kept follows for this long stand alone. */
const LONG_GAP = 10;

/** Adds what stands before and after each unit; changes `features`. */
export function describeNeighbours(features: UnitFeatures[]): void {
  const strong = features.map(({ kept = 0, prose = 0 }) => kept > 0.5 && prose > 0);
  const first = strong.indexOf(true);
  const last = strong.lastIndexOf(true);
  const mean = (a: number, b: number, name: 'kept' | 'prose') =>
    ((features[a]?.[name] ?? 0) + (features[b]?.[name] ?? 0)) / 2;
  let nextStrong = Number.POSITIVE_INFINITY;
  for (let index = features.length - 1; index >= 0; index--) {
    const unit = features[index];
    if (!unit) continue;
    unit.beforeFirst = first >= 0 && index < first ? 1 : 0;
    unit.afterLast = last >= 0 && index > last ? 1 : 0;
    unit.gapAfter = clamp((nextStrong - index) / LONG_GAP);
    unit.position = features.length > 1 ? index / (features.length - 1) : 0;
    unit.prevKept = mean(index - 1, index - 2, 'kept');
    unit.nextKept = mean(index + 1, index + 2, 'kept');
    unit.prevProse = mean(index - 1, index - 2, 'prose');
    unit.nextLink = features[index + 1]?.linkShare ?? 0;
    unit.nextLength = features[index + 1]?.length ?? 0;
    if (strong[index]) nextStrong = index;
  }
}
