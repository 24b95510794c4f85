import { describeRange } from '../../highlighting/describe-range.ts';
import { mapText, SKIPPED } from '../../highlighting/text-map.ts';
import type { Passage } from './use-passage.ts';

/** The text of a passage without the blocks in it that are hidden by hand, as it is copied. */
export function seenText(body: HTMLElement, passage: Passage): string {
  const whole = passage.kind === 'highlight' ? passage.highlight : passage.anchor;
  const seen =
    body.querySelector('[data-hidden]') && describeRange(mapText(body, `${SKIPPED}, [data-hidden]`), passage.range);
  return (seen ?? whole).exact;
}
