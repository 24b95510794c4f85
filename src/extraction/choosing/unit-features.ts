import { lettersAndDigits } from '../../model/letters.ts';
import { rawText } from '../find-elements.ts';
import type { ReadabilityVerdict } from './ask-readability.ts';
import { countInk, type TextMeasure } from './text-measure.ts';
import type { TextUnit } from './text-units.ts';
import { surroundingsReader } from './unit-surroundings.ts';
import type { UnitFeature } from './unit-weights.ts';

/** What is known of a unit: each feature between 0 and 1, absent ones 0. */
export type UnitFeatures = Partial<Record<UnitFeature, number>>;

/** What the features are read from. */
export interface ReadingOfPage {
  units: readonly TextUnit[];
  verdict: ReadabilityVerdict;
  measures: Map<Element, TextMeasure>;
  /** The smallest element with nearly all that Readability kept, and that element widened to where the prose ends. */
  container: Element;
  wide: Element;
  /** The article text of the page's JSON-LD as letters and digits, or empty. */
  jsonBody: string;
}

const SENTENCE_END = /[.!?。！？…:：;；][\s"'”’»」』)）\]\d]*$/u;
const COMMAS = /[,，、;；。؛،]/g;

/** Words that stand around articles and seldom in them. */
const PHRASE =
  /©|\b(?:all rights reserved|copyright|cookies?|newsletter|subscribe|sign (?:up|in)|log ?in|privacy policy|terms of|follow us|share (?:this|on)|click here|read more|learn more|view all|see all|related|contact us|get started|loading|advertisement|sponsored|disclaimer|disclosure)\b|版权|责任编辑|扫码|关注|微信|转载|相关阅读|推荐阅读|上一篇|下一篇|点击|下载/i;

export const clamp = (value: number): number => Math.max(0, Math.min(1, value));
const flag = (value: boolean): number => (value ? 1 : 0);

/** Describes each unit by itself and by where it stands. */
export function describeUnits(page: ReadingOfPage): UnitFeatures[] {
  const keptUnder = sumUpwards(page.verdict.kept);
  const surroundings = surroundingsReader();
  return page.units.map((unit) => {
    const { contentName, boilerplateNames, aside, repeated, card } = surroundings(unit.element);
    return {
      bias: 1,
      ...describeText(unit),
      ...describePlace(unit, page, keptUnder),
      contentName: flag(contentName),
      boilerplateName: boilerplateNames / 2,
      aside: flag(aside),
      repeated,
      cards: flag(card),
    };
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

function describeText({ element, text, chars, linked }: TextUnit): UnitFeatures {
  const tag = element.tagName;
  const trimmed = text.trim();
  const linkShare = clamp(linked / Math.max(1, chars));
  const sentence = SENTENCE_END.test(trimmed);
  return {
    length: clamp(chars / 400),
    linkShare,
    wholeLink: flag(linkShare > 0.9),
    heading: flag(/^H[1-6]$/.test(tag)),
    h1: flag(tag === 'H1'),
    list: flag(/^(?:UL|OL|DL)$/.test(tag)),
    paragraph: flag(tag === 'P'),
    sentence: flag(sentence),
    prose: flag(linkShare < 0.4 && (chars >= 80 || (chars >= 25 && sentence))),
    commas: clamp((text.match(COMMAS)?.length ?? 0) / 5),
    phrase: flag(PHRASE.test(trimmed)),
  };
}

function describePlace(unit: TextUnit, page: ReadingOfPage, keptUnder: Map<Element, number>): UnitFeatures {
  const { element, loose, text } = unit;
  const keptChars = loose ? looseKept(element, page, keptUnder) : (keptUnder.get(element) ?? 0);
  const kept = clamp(keptChars / Math.max(1, countInk(text)));
  const inContainer = page.container.contains(element);
  const parent = element.parentElement ?? element;
  const around = loose ? element : (element.parentElement ?? element);
  const prose = page.measures.get(around)?.prose ?? 0;
  return {
    kept,
    keptHeading: /^H[1-6]$/.test(element.tagName) ? kept : 0,
    parentKept: clamp((keptUnder.get(parent) ?? 0) / Math.max(1, rawLength(parent))),
    inContainer: flag(inContainer),
    far: inContainer ? 0 : clamp(stepsTo(element, page.container) / 8),
    inWide: flag(page.wide.contains(element)),
    parentMass: clamp(prose / Math.max(1, page.measures.get(page.wide)?.prose ?? 1)),
    jsonMiss: flag(isMissingIn(page.jsonBody, text)),
  };
}

const rawLengths = new WeakMap<Element, number>();

/** Characters of an element, counted once: its many children ask for it. */
function rawLength(element: Element): number {
  const known = rawLengths.get(element) ?? countInk(rawText(element));
  rawLengths.set(element, known);
  return known;
}

function looseKept(element: Element, { verdict, measures }: ReadingOfPage, keptUnder: Map<Element, number>): number {
  let sum = verdict.kept.get(element) ?? 0;
  for (const child of element.children) {
    if (measures.get(child)?.inline) sum += keptUnder.get(child) ?? 0;
  }
  return sum;
}

/** How far one has to climb from `from` to reach an element that contains `element`. */
function stepsTo(element: Element, from: Element): number {
  let steps = 0;
  for (let at: Element | null = from; at && !at.contains(element); at = at.parentElement) steps++;
  return steps;
}

function isMissingIn(jsonBody: string, text: string): boolean {
  if (!jsonBody) return false;
  const start = lettersAndDigits(text.toLowerCase()).slice(0, 40);
  return start.length > 8 && !jsonBody.includes(start);
}
