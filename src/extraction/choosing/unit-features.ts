import { patternFor } from '../../model/text/letters.ts';
import { attributeOf } from '../find-elements.ts';
import { findRepeatedSentences } from './repeated-sentences.ts';
import { isProse, SENTENCE_END } from './text-measure.ts';
import type { TextUnit } from './text-units.ts';
import { describePlaces, type ReadingOfPage } from './unit-places.ts';
import { addTo, boxOf, type Mass, massOf, NO_MASS, sumOf, weighBoxes } from './weigh-boxes.ts';

/** The features of a unit, 0 to 1, in the order of `UNIT_FEATURES` (scripts/extraction/fitting). */
export type UnitFeatures = number[];

/** Index of the feature that says how much of the unit Readability kept. */
export const KEPT = 7;

/** More units in a box, or of a kind, count as this many where Readability kept this share of their text. */
const MANY = 300;
const KEPT_WHOLE = 0.8;

/** Steps above a unit's box at which boxes are described. */
const LADDER = [0, 1, 2, 4];

const clamp = (value: number): number => Math.max(0, Math.min(1, value));
const flag = (value: boolean): number => (value ? 1 : 0);
/** Counts and lengths from 0 to some thousands on a logarithmic scale from 0 to 1. */
const onLogScale = (value: number): number => Math.min(1, Math.log1p(value) / 9);

/** Describes each unit by itself, by where it stands and by what it stands among. */
export function describeUnits(page: ReadingOfPage): UnitFeatures[] {
  const { units } = page;
  const texts = units.map(describeText);
  const places = describePlaces(page).map((place) => place.map(clamp));
  const kept = places.map(([share = 0]) => share);
  const boxes = weighBoxes(units, kept);
  const all = sumOf(units, kept);
  const kinds = describeKinds(units, kept, all);
  const neighbours = describeNeighbours(units, kept);
  const repetitions = findRepeatedSentences(units.map(({ text }) => text));
  return units.map((unit, index) =>
    [
      texts[index],
      places[index],
      describeBoxes(unit, boxes, all),
      kinds[index],
      neighbours[index],
      repetitions[index],
    ].flatMap((part) => part ?? []),
  );
}

function describeBoxes(unit: TextUnit, boxes: Map<Element, Mass>, all: Mass): number[] {
  let box = boxOf(unit);
  let steps = 0;
  const features: number[] = [];
  for (const step of LADDER) {
    for (; steps < step && box?.parentElement; steps++) box = box.parentElement;
    const mass = (box && boxes.get(box)) ?? NO_MASS;
    const chars = Math.max(1, mass.chars);
    features.push(shareOf(mass, all), mass.kept / chars, mass.linked / chars, countOf(mass));
  }
  return features;
}

/**
 * The number of units on a scale. Where Readability kept nearly all of their text, more than `MANY` count as `MANY`:
 * the trees learned that crowded boxes are lists and comments, and took the short lines near the end of a long story
 * for those.
 */
const countOf = ({ units, chars, kept }: Mass): number =>
  onLogScale(kept > chars * KEPT_WHOLE ? Math.min(MANY, units) : units);

/** The share of the page's text; small shares matter most, hence the root. */
const shareOf = (mass: Mass, all: Mass): number => Math.sqrt(mass.chars / all.chars);

/** Sums over the units with the same tag and class in a box of the same tag and class. */
function describeKinds(units: readonly TextUnit[], kept: readonly number[], all: Mass): number[][] {
  const kinds = units.map(({ element }) => `${nameOf(element)}<${nameOf(element.parentElement)}`);
  const masses = new Map<string, Mass>();
  units.forEach((unit, index) => {
    addTo(massOf(masses, kinds[index] ?? ''), unit, kept[index] ?? 0);
  });
  return kinds.map((kind) => {
    const same = massOf(masses, kind);
    return [shareOf(same, all), same.kept / same.chars, countOf(same)];
  });
}

const nameOf = (element: Element | null): string => `${element?.tagName}.${attributeOf(element, 'class')}`;

/** Characters in which capitals are counted. */
const SAMPLE = 300;

/** The features of a unit by itself, without anything around it. */
function describeText(unit: TextUnit): number[] {
  const { element, text, chars, linked } = unit;
  const tag = element.tagName;
  const trimmed = text.trim();
  const sample = trimmed.slice(0, SAMPLE);
  return [
    onLogScale(chars),
    clamp(linked / chars),
    flag(SENTENCE_END.test(trimmed)),
    flag(isProse(unit)),
    clamp((3 * (sample.match(patternFor(sample, /[A-ZÀ-ÖØ-Þ]/g, /\p{Lu}/gu))?.length ?? 0)) / sample.length),
    /^H[1-6]$/.test(tag) ? Number(tag[1]) / 6 : 0,
    /^(?:UL|OL|DL)$/.test(tag) ? clamp(chars / Math.max(1, element.childElementCount) / 150) : 0,
  ];
}

/** Units on either side among which kept prose is summed. */
const REACH = 15;
/** Units from the first or last kept prose that count as far. */
const FAR = 10;

/** Where each unit stands among the prose that Readability kept, in document order. */
function describeNeighbours(units: readonly TextUnit[], kept: readonly number[]): number[][] {
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
