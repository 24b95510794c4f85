import { hasFewLinks, type TextUnit, weighUnits } from './text-units.ts';
import { describeUnits, KEPT } from './unit-features.ts';
import { likelihood } from './unit-likelihood.ts';
import type { ReadingOfPage } from './unit-places.ts';

/** A unit more likely than this is part of the article. */
export const LIKELY = 0.45;
/** The same in a manual: signatures, terms and tables with little prose among them. */
const LIKELY_IN_MANUAL = 0.3;
/**
 * The same for a unit that Readability left out and that is apart from the article: teasers of other articles are
 * prose, too.
 */
const LIKELY_APART = 0.85;

/** Readability has left out a unit of which it kept less than this share. */
const LEFT_OUT = 1 / 3;

/**
 * A standfirst stands at most this many units before the first paragraph, has at least this many weighted characters,
 * and few links.
 */
const FAR_FROM_TITLE = 12;
const STANDFIRST_LENGTH = 80;

/** What each unit of a page looks like by itself, before its neighbours are asked. Lists go by the unit's index. */
export interface JudgedUnits {
  units: readonly TextUnit[];
  /** How likely each unit is part of the article, 0 to 1. */
  chances: readonly number[];
  /** Whether that is enough where it stands. */
  likely: readonly boolean[];
  /** Index of the first and the last likely unit; -1 where there is none. */
  firstLikely: number;
  lastLikely: number;
  /** The box of a manual's text; null for other pages. */
  manual: Element | null;
  /** The box in which nothing stands apart. */
  whole: Element;
}

/** Judges each unit of a page by its features and its place. `manual` is the box of a manual's text. */
export function judgeUnits(page: ReadingOfPage, manual: Element | null): JudgedUnits {
  const { units } = page;
  const described = describeUnits(page);
  const chances = described.map(likelihood);
  const enough = manual ? LIKELY_IN_MANUAL : LIKELY;
  const whole = findWhole(page, (index) => (chances[index] ?? 0) > enough);
  const likely = units.map(({ element }, index) => {
    const isApart =
      (described[index]?.[KEPT] ?? 0) < LEFT_OUT && !whole.contains(element) && !manual?.contains(element);
    return (chances[index] ?? 0) > (isApart ? LIKELY_APART : enough);
  });
  judgeStandfirst(units, chances, likely);
  return {
    units,
    chances,
    likely,
    firstLikely: likely.indexOf(true),
    lastLikely: likely.lastIndexOf(true),
    manual,
    whole,
  };
}

/**
 * The box in which nothing counts as apart: the container found from what Readability kept, or the `article` around it
 * if that holds more than twice as much likely text. In such a page each section is a container of its own, and
 * Readability found one of them.
 */
function findWhole({ units, wide }: ReadingOfPage, isLikely: (index: number) => boolean): Element {
  const article = wide.closest('article');
  const weigh = (box: Element): number =>
    weighUnits(units.filter(({ element }, index) => isLikely(index) && box.contains(element)));
  return article && weigh(article) > 2 * weigh(wide) ? article : wide;
}

/** Judges anew what stands between title and text: a standfirst often stands with the title, apart from the text. */
function judgeStandfirst(units: readonly TextUnit[], chances: readonly number[], likely: boolean[]): void {
  const start = likely.indexOf(true);
  const heading = units.slice(0, Math.max(0, start)).findLastIndex(({ element }) => element.tagName === 'H1');
  if (heading >= 0 && start - heading <= FAR_FROM_TITLE)
    for (let index = heading + 1; index < start; index += 1)
      likely[index] = (chances[index] ?? 0) > LIKELY && isStandfirst(units[index]);
}

/** A paragraph, not a caption, a byline or a row of links. */
const isStandfirst = (unit: TextUnit | undefined): boolean =>
  unit !== undefined &&
  unit.chars >= STANDFIRST_LENGTH &&
  hasFewLinks(unit) &&
  !/^(?:H[1-6]|FIGURE)$/.test(unit.element.tagName);
