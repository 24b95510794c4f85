import type { PageContext } from '../extraction-pass.ts';
import { attributeOf, findAll, findFirst, precedes, rawText } from '../find-elements.ts';
import { CALLOUT } from '../markup/callout.ts';
import { squeeze } from '../metadata/site-names.ts';
import { findRuns } from './find-runs.ts';
import { isManual } from './is-manual.ts';
import { type JudgedUnits, judgeUnits, LIKELY } from './judge-units.ts';
import { findManualBox, listManualUnits } from './manual-units.ts';
import { repeatsHead } from './repeats-head.ts';
import { ADVERT, CLOSING, COMPLETE, CONTENTS, tagAndText } from './telltale-lines.ts';
import { hasFewLinks, type TextUnit } from './text-units.ts';
import type { ReadingOfPage } from './unit-places.ts';
import { withoutTail } from './without-tail.ts';

/** A list or table between two kept units is kept from this likelihood on, unless it is one of links. */
const LIKELY_LIST = 0.1;
const LISTING = /^(?:[DOU]L|TABLE)$/;

/** Author and date stand among this many first units; the reader shows them above the body. */
const AT_HEAD = 5;

/** The units of a page that are its article. If none is likely, all that are together with what Readability kept. */
export function acceptUnits(page: ReadingOfPage, context: PageContext): Set<TextUnit> {
  const manual = isManual(context) ? findManualBox(page) : null;
  const judged = judgeUnits(page, manual);
  const { units, chances, likely, firstLikely } = judged;
  if (firstLikely < 0) return new Set(units.filter(({ element }) => (manual ?? page.container).contains(element)));
  const isInRun = findRuns(units, likely);
  const ofManual = new Set(manual && listManualUnits(units, manual, likely, chances));
  const accepted = units.filter(
    (unit, index) =>
      likely[index] ||
      isInRun(unit, index) ||
      followsNeighbours(judged, unit, index) ||
      isSeenWithin(judged, unit, index) ||
      ofManual.has(unit),
  );
  const below = accepted.filter(
    (unit, index, all) =>
      !ADVERT.test(tagAndText(unit)) &&
      !isBareLabel(unit, index, all) &&
      !hasLostText(unit, all[index + 1], units) &&
      (index >= AT_HEAD || !(CLOSING.test(tagAndText(unit)) || repeatsHead(unit, { ...context, ...context.metadata }))),
  );
  // Nor does the article end with its author's name, which the reader shows above.
  const signature = squeeze(`p${context.metadata.byline}`);
  const ends = (line: string) =>
    CLOSING.test(line) || (squeeze(line) === signature && COMPLETE.test(tagAndText(below.at(-2))));
  while (ends(tagAndText(below.at(-1)))) below.pop();
  // Manuals and encyclopaedias end with links to more pages of their own.
  return new Set(manual || context.url.includes('wiki') ? below : withoutTail(below, context.url));
}

/**
 * Whether a line announces a table of contents that was dropped: one above the first heading, or beside the text and so
 * below all of it. Between sections it heads one: manuals tell how to make a *Table of contents*, and Содержание tells
 * what is in a book.
 */
const isBareLabel = (unit: TextUnit, index: number, all: TextUnit[]): boolean => {
  const next = all[index + 1];
  return (
    CONTENTS.test(tagAndText(unit)) &&
    !(
      next &&
      (!hasFewLinks(next) ||
        LISTING.test(next.element.tagName) ||
        all.some((above, at) => at < index && /^H[2-6]/.test(tagAndText(above))))
    )
  );
};

/** A heading with more characters may be a standfirst, which needs nothing below it. */
const LONGEST_LEFT = 100;

/**
 * Whether all that stood below a heading was dropped, as the links below *See also* are. What follows is a heading of its
 * level or above, or nothing. A picture is no unit, and may be what it heads unless it is in a link with words. A heading
 * that is a link leads to what it names.
 */
const hasLostText = (unit: TextUnit, next: TextUnit | undefined, units: readonly TextUnit[]): boolean =>
  /^H[2-6]$/.test(unit.element.tagName) &&
  unit.chars < LONGEST_LEFT &&
  hasFewLinks(unit) &&
  (!next || (/^H/.test(next.element.tagName) && next.element.tagName <= unit.element.tagName)) &&
  units[units.indexOf(unit) + 1] !== next &&
  !findAll(unit.element.ownerDocument, 'img').some(
    (picture) =>
      precedes(unit.element, picture) &&
      !(next && precedes(next.element, picture)) &&
      !rawText(picture.closest('a')).trim(),
  );

/** Whether a unit stays because of what comes before or after it: lists, headings, units between two likely ones. */
function followsNeighbours(
  { units, chances, likely, firstLikely, lastLikely, manual }: JudgedUnits,
  unit: TextUnit,
  index: number,
): boolean {
  const { tagName } = unit.element;
  const isListing = LISTING.test(tagName);
  const follows = likely[index - 1];
  // In manuals the labels of tabs follow a paragraph that ends with a colon, too.
  if (isListing && !manual && follows && index < lastLikely && announces(units[index - 1])) return true;
  if (!likely[index + 1]) return false;
  if (follows && (chances[index] ?? 0) > (isListing && hasFewLinks(unit) ? LIKELY_LIST : LIKELY)) return true;
  return index > firstLikely && /^H[2-6]$/.test(tagName) && (manual !== null || hasFewLinks(unit));
}

/** Whether a unit is a paragraph that ends with a colon: what follows belongs to it, though it be a list of links. */
const announces = (unit: TextUnit | undefined): boolean =>
  unit?.element.tagName === 'P' && /[:：]\s*$/.test(rawText(unit.element));

/** Whether a unit is a listing, a figure, a formula, the card of an embed or in a note between parts of the article. */
function isSeenWithin(
  { firstLikely, lastLikely, whole }: JudgedUnits,
  { element, linked, chars }: TextUnit,
  index: number,
): boolean {
  if (index < firstLikely || index > lastLikely || !whole.contains(element)) return false;
  // The card of an embed or of a file is one link, and Blogger's pictures with captions are tables.
  if (
    element.matches('figure.embed, .tr-caption-container, a[download] *, :has(> a[download])') ||
    CALLOUT.test(attributeOf(element.closest('aside'), 'class'))
  )
    return true;
  return /^(?:PRE|FIGURE|MATH)$/.test(element.tagName) && (linked < chars / 2 || isOnlyCredited(element));
}

/**
 * Whether the only link is the line below a picture, to its source or photographer. The picture of a teaser leads to
 * the same page as its title.
 */
const isOnlyCredited = (figure: Element): boolean => !!findFirst(figure, 'img') && !findFirst(figure, 'a img');
