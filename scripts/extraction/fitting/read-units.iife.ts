/**
 * Lists the text units of a page with their features, for fitting the weights. Injected by the fitting command only; it
 * is no part of the extension.
 */
import { readPage } from '../../../src/extraction/choosing/read-page.ts';
import { describeUnits } from '../../../src/extraction/choosing/unit-features.ts';
import { levelOf } from '../../../src/extraction/choosing/unit-likelihood.ts';
import { copyPage } from '../../../src/extraction/copy-page.ts';
import { CLEANING_PASSES, PAGE_PASSES } from '../../../src/extraction/extraction-passes.ts';
import { readThread } from '../../../src/extraction/platforms/read-thread.ts';

/** A text unit: its text and, in the order of `UNIT_FEATURES`, what is known of it. */
export interface ListedUnit {
  text: string;
  /** In steps, see `levelOf`. */
  features: number[];
  tag: string;
  inWide: boolean;
  /** Tags and classes from the unit up to the body, for looking at. */
  path: string;
}

Object.assign(globalThis, {
  rectoUnits: {
    async read({ now }: { now: number }): Promise<ListedUnit[] | null> {
      const page = copyPage(document, {
        url: location.href,
        now: new Date(now),
        rootOf: ({ shadowRoot }) => shadowRoot,
      });
      for (const pass of PAGE_PASSES) pass.run(page);
      if (readThread(page) !== null) return null;
      for (const pass of CLEANING_PASSES) pass.run(page);
      const reading = await readPage(page.clone, page.breathe);
      const features = describeUnits(reading);
      return reading.units.map(({ element, loose, text }, index) => ({
        text,
        features: (features[index] ?? []).map(levelOf),
        tag: element.tagName,
        inWide: reading.wide.contains(element),
        path: pathOf(element) + (loose ? ' ~' : ''),
      }));
    },
  },
});

function pathOf(element: Element): string {
  const steps: string[] = [];
  for (let at: Element | null = element; at && at.tagName !== 'BODY' && steps.length < 8; at = at.parentElement)
    steps.push(
      `${at.tagName.toLowerCase()}${at.id ? `#${at.id}` : ''}${at.classList.length ? `.${[...at.classList].slice(0, 3).join('.')}` : ''}`,
    );
  return steps.join(' < ');
}
