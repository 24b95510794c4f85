import type { ReadabilityVerdict } from './ask-readability.ts';
import { countInk, type TextMeasure } from './text-measure.ts';
import type { TextUnit } from './text-units.ts';
import { clamp, flag } from './unit-features.ts';

/** What the features are read from. */
export interface ReadingOfPage {
  units: readonly TextUnit[];
  verdict: ReadabilityVerdict;
  measures: Map<Element, TextMeasure>;
  /** The smallest element with nearly all that Readability kept, and that element widened to where the prose ends. */
  container: Element;
  wide: Element;
}

/** Where each unit stands: what Readability kept of it first, then its place from the article's container and in the page. */
export function describePlaces(page: ReadingOfPage): number[][] {
  const keptUnder = sumUpwards(page.verdict.kept);
  const prose = page.units.map(({ chars, linked }) => (chars >= 80 ? Math.max(0, chars - linked) : 0));
  const whole = prose.reduce((sum, chars) => sum + chars, 0) || 1;
  let before = 0;
  return page.units.map((unit, index) => {
    const { element, loose, text } = unit;
    const keptChars = loose ? looseKept(element, page, keptUnder) : (keptUnder.get(element) ?? 0);
    const inContainer = page.container.contains(element);
    before += prose[index] ?? 0;
    return [
      clamp(keptChars / Math.max(1, countInk(text))),
      flag(inContainer),
      inContainer ? clamp(stepsDown(page.container, element) / 10) : 1,
      inContainer ? 0 : clamp(stepsTo(element, page.container) / 8),
      flag(page.wide.contains(element)),
      clamp(stepsDown(null, element) / 20),
      (before - (prose[index] ?? 0)) / whole,
    ];
  });
}

/** Sums a number per element into all its ancestors. */
export function sumUpwards(own: Map<Element, number>): Map<Element, number> {
  const sums = new Map<Element, number>();
  for (const [element, value] of own) {
    for (let at: Element | null = element; at; at = at.parentElement) sums.set(at, (sums.get(at) ?? 0) + value);
  }
  return sums;
}

function looseKept(element: Element, { verdict, measures }: ReadingOfPage, keptUnder: Map<Element, number>): number {
  let sum = verdict.kept.get(element) ?? 0;
  for (const child of element.children) {
    if (measures.get(child)?.inline) sum += keptUnder.get(child) ?? 0;
  }
  return sum;
}

/** Steps from an element that holds `to`, or from the top, down to it. */
function stepsDown(from: Element | null, to: Element): number {
  let steps = 0;
  for (let at: Element | null = to; at && at !== from; at = at.parentElement) steps++;
  return steps;
}

/** How far one has to climb from `from` to reach an element that contains `element`. */
function stepsTo(element: Element, from: Element): number {
  let steps = 0;
  for (let at: Element | null = from; at && !at.contains(element); at = at.parentElement) steps++;
  return steps;
}
