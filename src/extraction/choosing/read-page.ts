import type { Breathe } from '../extraction-pass.ts';
import { askReadability } from './ask-readability.ts';
import { findContainer } from './find-container.ts';
import { measureText } from './text-measure.ts';
import { listTextUnits } from './text-units.ts';
import { type ReadingOfPage, sumUpwards } from './unit-places.ts';
import { widenContainer } from './widen-container.ts';

/** Measures the text of a cleaned copy, asks Readability, and lists the text piece by piece. */
export async function readPage(page: Document, breathe: Breathe): Promise<ReadingOfPage> {
  const verdict = await askReadability(page, breathe);
  const measures = measureText(page.body);
  const keptUnder = sumUpwards(verdict.kept);
  const container = findContainer(page.body, keptUnder, verdict.total);
  const wide = widenContainer(container, page.body, measures);
  return { units: listTextUnits(page.body, measures), verdict, measures, keptUnder, container, wide };
}
