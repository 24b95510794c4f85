import type { TextUnit } from './text-units.ts';
import { clamp, onLogScale } from './unit-features.ts';

/** Units looked at on either side for prose that Readability kept. */
const REACH = 15;
/** This many units from the first or the last of the kept prose count as far. */
const FAR = 10;

/** How each unit stands to the prose that Readability kept, in document order. */
export function describeNeighbours(units: readonly TextUnit[], kept: readonly number[]): number[][] {
  const strength = units.map(({ chars, linked }, index) =>
    chars >= 80 && linked < chars * 0.4 ? (chars - linked) * (kept[index] ?? 0) : 0,
  );
  const strong = strength.map((value, index) => value > 0 && (kept[index] ?? 0) > 0.5);
  const first = strong.indexOf(true);
  const last = strong.lastIndexOf(true);
  const sum = (from: number, to: number) => {
    let all = 0;
    for (let index = Math.max(0, from); index < to; index++) all += strength[index] ?? 0;
    return all;
  };
  return units.map((_, index) => [
    first < 0 ? 0 : clamp((first - index) / FAR / 2 + 0.5),
    last < 0 ? 0 : clamp((index - last) / FAR / 2 + 0.5),
    onLogScale(sum(index - REACH, index)),
    onLogScale(sum(index + 1, index + 1 + REACH)),
  ]);
}
