import { patternFor } from '../../model/letters.ts';
import { isProse, SENTENCE_END } from './text-measure.ts';
import type { TextUnit } from './text-units.ts';
import { clamp, flag, onLogScale } from './unit-features.ts';

/** Capitals are counted in this many characters. */
const SAMPLE = 300;

/** What a unit says of itself, before anything around it is looked at. */
export function describeText(unit: TextUnit): number[] {
  const { element, text, chars, linked } = unit;
  const tag = element.tagName;
  const trimmed = text.trim();
  const sample = trimmed.slice(0, SAMPLE);
  return [
    onLogScale(chars),
    clamp(linked / Math.max(1, chars)),
    flag(SENTENCE_END.test(trimmed)),
    flag(isProse(unit)),
    clamp(
      (3 * (sample.match(patternFor(sample, /[A-ZÀ-ÖØ-Þ]/g, /\p{Lu}/gu))?.length ?? 0)) / Math.max(1, sample.length),
    ),
    /^H[1-6]$/.test(tag) ? Number(tag[1]) / 6 : 0,
    /^(?:UL|OL|DL)$/.test(tag) ? clamp(chars / Math.max(1, element.childElementCount) / 150) : 0,
  ];
}
