import { hasFewLinks, type TextUnit } from './text-units.ts';

/**
 * A paragraph of `RUN_LENGTH` weighted characters stays between `RUN` kept ones before it and after it.
 */
const RUN_LENGTH = 60;
const RUN = 4;

/**
 * Gives a function that says whether a paragraph stands in a run: with `RUN` likely paragraphs before it and after it
 * in the same box. So a long text loses no paragraph that looks a little less like the others.
 */
export function findRuns(
  units: readonly TextUnit[],
  likely: readonly boolean[],
): (unit: TextUnit, index: number) => boolean {
  const runs = new Map<Element | null, number[]>();
  units.forEach(({ element: { tagName, parentElement } }, index) => {
    if (!likely[index] || tagName !== 'P') return;
    const run = runs.get(parentElement);
    if (run) run.push(index);
    else runs.set(parentElement, [index]);
  });
  return (unit, index) => {
    const run = runs.get(unit.element.parentElement) ?? [];
    const isWithin = index > (run[RUN - 1] ?? index) && index < (run.at(-RUN) ?? index);
    return isWithin && unit.element.tagName === 'P' && unit.chars >= RUN_LENGTH && hasFewLinks(unit);
  };
}
