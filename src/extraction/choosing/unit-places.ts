import type { ReadabilityVerdict } from './ask-readability.ts';
import { countInk, type TextMeasure } from './text-measure.ts';
import type { TextUnit } from './text-units.ts';

/** What the features are read from. */
export interface ReadingOfPage {
  units: readonly TextUnit[];
  verdict: ReadabilityVerdict;
  measures: Map<Element, TextMeasure>;
  /** Characters that Readability kept in an element and in all it holds. */
  keptUnder: Map<Element, number>;
  /** The smallest element with nearly all that Readability kept, and that element widened to where the prose ends. */
  container: Element;
  wide: Element;
}

/**
 * How much of each unit Readability kept, and where the unit stands to the article's container and in the page. The
 * caller cuts values to 0 to 1.
 */
export function describePlaces(page: ReadingOfPage): number[][] {
  const { container, keptUnder } = page;
  const steps = stepsFromTop();
  const around = stepsUp(container);
  const prose = page.units.map(({ chars, linked }) => (chars >= 80 ? Math.max(0, chars - linked) : 0));
  const whole = prose.reduce((sum, chars) => sum + chars, 0) || 1;
  let before = 0;
  return page.units.map((unit, index) => {
    const { element, loose, text } = unit;
    const keptChars = loose ? looseKept(element, page) : (keptUnder.get(element) ?? 0);
    const inContainer = container.contains(element);
    const down = steps(element);
    before += prose[index] ?? 0;
    return [
      keptChars && keptChars / Math.max(1, countInk(text)),
      Number(inContainer),
      inContainer ? (down - steps(container)) / 10 : 1,
      inContainer ? 0 : stepsTo(element, around) / 8,
      Number(page.wide.contains(element)),
      down / 20,
      (before - (prose[index] ?? 0)) / whole,
    ];
  });
}

/** Sums the number of each element into all its ancestors. */
export function sumUpwards(own: Map<Element, number>): Map<Element, number> {
  const sums = new Map<Element, number>();
  // All numbers go up one step at a time, and together from where they meet.
  for (let level = own; level.size > 0; ) {
    const above = new Map<Element, number>();
    for (const [element, value] of level) {
      sums.set(element, (sums.get(element) ?? 0) + value);
      const { parentElement: parent } = element;
      if (parent) above.set(parent, (above.get(parent) ?? 0) + value);
    }
    level = above;
  }
  return sums;
}

function looseKept(element: Element, { verdict, measures, keptUnder }: ReadingOfPage): number {
  let sum = verdict.kept.get(element) ?? 0;
  for (const child of element.children) {
    if (!measures.get(child)?.isBlock) sum += keptUnder.get(child) ?? 0;
  }
  return sum;
}

/** Gives a function that says how deep in the page an element is. */
function stepsFromTop(): (element: Element | null) => number {
  const known = new Map<Element, number>();
  const steps = (element: Element | null): number => {
    if (!element) return 0;
    const count = known.get(element) ?? steps(element.parentElement) + 1;
    known.set(element, count);
    return count;
  };
  return steps;
}

/** For each element around `element`, how many steps above it that is. */
function stepsUp(element: Element): Map<Element, number> {
  const steps = new Map<Element, number>();
  for (let at: Element | null = element; at; at = at.parentElement) steps.set(at, steps.size);
  return steps;
}

/** Steps from the first element, up to the one that also holds `element`. `around` is from `stepsUp`. */
function stepsTo(element: Element, around: Map<Element, number>): number {
  let at: Element | null = element;
  while (at && !around.has(at)) at = at.parentElement;
  return (at && around.get(at)) ?? around.size;
}
