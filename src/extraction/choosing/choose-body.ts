import type { PageContext } from '../extraction-pass.ts';
import { findAll } from '../find-elements.ts';
import { askReadability, MARK, type ReadabilityVerdict } from './ask-readability.ts';
import { keepUnits } from './keep-units.ts';
import { measureText, type TextMeasure } from './text-measure.ts';
import { listTextUnits, type TextUnit } from './text-units.ts';
import { describeUnits, type ReadingOfPage, sumUpwards, type UnitFeatures } from './unit-features.ts';
import { describeNeighbours } from './unit-neighbours.ts';
import { likelihood } from './unit-weights.ts';

/** The container must hold this share of what Readability kept. */
const ENOUGH_KEPT = 0.9;

/** A wider element must bring this share of new prose, and this many times as much prose as other text. */
const WORTH_WIDENING = 0.2;
const PROSE_OVER_NOISE = 2;

/** A unit more likely than this is part of the article. */
const LIKELY = 0.45;

/** Finds the article in the copy of the page and takes it out. Null when the page has no text that could be one. */
export function chooseBody({ clone }: PageContext, jsonBody = ''): HTMLElement | null {
  const { body } = clone;
  if (!body) return null;
  const page = readPage(clone, jsonBody);
  const accepted = acceptUnits(page);
  keepUnits(body, page.units, accepted);
  const result = clone.createElement('div');
  result.append(...body.childNodes);
  for (const element of findAll(result, `[${MARK}]`)) element.removeAttribute(MARK);
  return result;
}

/** Measures the page and lists its text; exported for fitting the weights. */
export function readPage(page: Document, jsonBody: string): ReadingOfPage {
  const verdict = askReadability(page);
  const measures = measureText(page.body);
  const container = containerOf(page.body, verdict);
  const wide = widen(container, page.body, measures);
  return { units: listTextUnits(page.body, measures), verdict, measures, container, wide, jsonBody };
}

/** Features of each unit, in document order. */
export function featuresOf(page: ReadingOfPage): UnitFeatures[] {
  const features = describeUnits(page);
  describeNeighbours(features);
  return features;
}

function acceptUnits(page: ReadingOfPage): Set<TextUnit> {
  const features = featuresOf(page);
  const likely = page.units.map((_, index) => likelihood(features[index] ?? {}) > LIKELY);
  const first = likely.indexOf(true);
  const last = likely.lastIndexOf(true);
  const kept = page.units.filter((unit, index) => {
    if (likely[index]) return true;
    const between = index > first && index < last && page.wide.contains(unit.element);
    // A card of an embedded thing is a link from end to end.
    if (between && unit.element.matches('figure.embed')) return true;
    return between && /^(?:PRE|FIGURE|MATH)$/.test(unit.element.tagName) && unit.linked < unit.chars / 2;
  });
  return new Set(kept);
}

/** The smallest element that holds nearly all that Readability kept. */
function containerOf(body: Element, { kept, total }: ReadabilityVerdict): Element {
  if (total === 0) return body;
  const sums = sumUpwards(kept);
  let container = body;
  for (;;) {
    const inner = [...container.children].find((child) => (sums.get(child) ?? 0) >= total * ENOUGH_KEPT);
    if (!inner) return container;
    container = inner;
  }
}

/** Climbs from the container as long as much prose is gained and little else. */
function widen(container: Element, body: Element, measures: Map<Element, TextMeasure>): Element {
  let best = container;
  for (let at = container; at !== body && at.parentElement; at = at.parentElement) {
    const parent = at.parentElement;
    const [inner, outer] = [measures.get(best), measures.get(parent)];
    if (!inner || !outer) break;
    const gained = outer.prose - inner.prose;
    const noise = outer.chars - outer.prose - (inner.chars - inner.prose);
    if (gained > inner.prose * WORTH_WIDENING && gained > noise * PROSE_OVER_NOISE) best = parent;
  }
  return best;
}
