import { findRepeatedSentences } from './repeated-sentences.ts';
import type { TextUnit } from './text-units.ts';
import { boxOf, type Mass, NO_MASS, weighBoxes, weighKinds } from './unit-masses.ts';
import { describeNeighbours } from './unit-neighbours.ts';
import { describePlaces, type ReadingOfPage } from './unit-places.ts';
import { describeText } from './unit-text.ts';

/** What is known of a unit: numbers from 0 to 1, in the order of `UNIT_FEATURES`. */
export type UnitFeatures = number[];

/** Where the features say how much of the unit Readability kept. */
export const KEPT = 7;

/** More units than this in a box, or of a kind, are as many where Readability kept this share of their text. */
const MANY = 300;
const KEPT_WHOLE = 0.8;

/** How many steps above a unit's box it is looked at what the boxes there hold. */
const LADDER = [0, 1, 2, 4];

export const clamp = (value: number): number => Math.max(0, Math.min(1, value));
export const flag = (value: boolean): number => (value ? 1 : 0);
/** Counts and lengths from 0 to some thousands, on a scale where a doubling is a step. */
export const onLogScale = (value: number): number => Math.min(1, Math.log1p(value) / 9);

/** Describes each unit by itself, by where it stands and by what it stands among. */
export function describeUnits(page: ReadingOfPage): UnitFeatures[] {
  const { units } = page;
  const texts = units.map(describeText);
  const places = describePlaces(page);
  const kept = places.map(([share = 0]) => share);
  const boxes = weighBoxes(units, kept);
  const all = sumOf(units, kept);
  const kinds = describeKinds(units, kept, all);
  const neighbours = describeNeighbours(units, kept);
  const repetitions = findRepeatedSentences(units.map(({ text }) => text));
  return units.map((unit, index): UnitFeatures => {
    const { twice, again } = repetitions[index] ?? { twice: 0, again: 0 };
    return (texts[index] ?? []).concat(
      places[index] ?? [],
      describeBoxes(unit, boxes, all),
      kinds[index] ?? [],
      neighbours[index] ?? [],
      twice,
      again,
    );
  });
}

function sumOf(units: readonly TextUnit[], kept: readonly number[]): Mass {
  const all = { ...NO_MASS };
  units.forEach(({ chars }, index) => {
    all.chars += chars;
    all.kept += chars * (kept[index] ?? 0);
  });
  return all;
}

function describeBoxes(unit: TextUnit, boxes: Map<Element, Mass>, all: Mass): number[] {
  let box = boxOf(unit);
  let steps = 0;
  const features: number[] = [];
  for (const step of LADDER) {
    for (; steps < step && box?.parentElement && boxes.has(box.parentElement); steps++) box = box.parentElement;
    const mass = (box && boxes.get(box)) ?? NO_MASS;
    const chars = Math.max(1, mass.chars);
    features.push(shareOf(mass, all), mass.kept / chars, mass.linked / chars, countOf(mass));
  }
  return features;
}

/**
 * How many units these are. Where nearly all of their text was kept, more than `MANY` are as many: what the trees have
 * learned of crowded boxes is of lists and comments, and the short lines near the end of a long story were taken for those.
 */
const countOf = ({ units, chars, kept }: Mass): number =>
  onLogScale(kept > chars * KEPT_WHOLE ? Math.min(MANY, units) : units);

/** The share of the page's text; small shares matter most, hence the root. */
const shareOf = (mass: Mass, all: Mass): number => Math.sqrt(mass.chars / Math.max(1, all.chars));

/** What units of the same tag and class, in a box of the same tag and class, come to. */
function describeKinds(units: readonly TextUnit[], kept: readonly number[], all: Mass): number[][] {
  const kinds = units.map(({ element }) => `${nameOf(element)}<${nameOf(element.parentElement)}`);
  const masses = weighKinds(units, kept, kinds);
  return kinds.map((kind) => {
    const same = masses.get(kind) ?? NO_MASS;
    return [shareOf(same, all), same.kept / Math.max(1, same.chars), countOf(same)];
  });
}

const nameOf = (element: Element | null): string => `${element?.tagName}.${element?.getAttribute('class') ?? ''}`;
