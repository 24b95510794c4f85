import type { TextMeasure } from './text-measure.ts';

/** A wider element is taken for this share of new prose, if it adds this many times as much prose as other text. */
const WORTH_WIDENING = 0.2;
const PROSE_OVER_NOISE = 2;

/** Climbs from the container as long as that adds much prose and little else. */
export function widenContainer(
  container: Element,
  body: Element,
  measures: ReadonlyMap<Element, TextMeasure>,
): Element {
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
