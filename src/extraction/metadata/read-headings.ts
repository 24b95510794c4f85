import { findAll, isElementNode, isText, nextNode, rawText } from '../find-elements.ts';
import { findNamed } from '../find-named.ts';
import { isElement, isPermalink } from '../markup/elements.ts';
import { cleanText } from './clean-text.ts';
import { isSiteName, type SiteNames, squeeze } from './site-names.ts';
import { splitTitle } from './strip-site-name.ts';
import { diceCoefficient, wordsOf } from './title-agreement.ts';

/**
 * Longest title, in characters. It is high, because the heading that is the title is not repeated in the body, so what
 * is cut off here is lost.
 */
export const LONGEST_TITLE = 10_000;

/** An element that may be the title. */
export interface Heading {
  text: string;
  /** The highest agreement with a declared title, from 0 to 1. */
  score: number;
  /** Whether it is equal to a declared title. */
  whole: boolean;
}

/** The elements that match, each text once, with how far each agrees with the titles `declared` in the head. */
export function readHeadings(page: Document, selector: string, declared: string[], sites: SiteNames): Heading[] {
  const found = new Map<string, Heading>();
  const keys = declared.map(squeeze);
  // Made when needed: most headings are equal to a declared title, or are skipped.
  let titles: Title[] | undefined;
  for (const heading of findNamed(page, selector)) {
    const text = cleanText(titleIn(heading, keys), LONGEST_TITLE);
    if (!text?.[1] || isSiteName(text, sites, 'whole')) continue;
    const key = squeeze(text);
    // What one declared title has before another is the site's name, however long: `Notes from the Loft: The title`.
    if (keys.some((long) => keys.some((short) => short && long === key + short))) continue;
    // A heading that is much longer than every declared title is a paragraph set as a heading.
    if (text.length > 160 && declared.every((title) => title.length * 1.5 < text.length)) continue;
    // Also with the label in it, which the head may have before the title: `News - A river runs dry`.
    const whole = keys.includes(key) || keys.includes(squeeze(rawText(heading)));
    if (found.has(key)) continue;
    let score = 1;
    if (!whole) {
      titles ??= declared.map(readTitle);
      score = declared.some((title) => endsIn(title, text)) ? 0.9 : scoreAgainst(text, key, titles);
    }
    found.set(key, { text, score, whole });
  }
  return [...found.values()];
}

/**
 * Whether `title` is what follows the colon in `long`, as Doxygen writes `Project: Page`. It must be more than half, or
 * it is a label (`A river in autumn: Review`). With a space before the colon it would be the forum of a thread.
 */
const endsIn = (long: string, title: string): boolean =>
  title.length * 2 > long.length && long.endsWith(`: ${title}`) && !long.endsWith(` : ${title}`);

/**
 * The text of a heading, or of the element in it that is equal to a declared title: a kicker may precede it in the
 * heading. Where the heading is declared as a whole, too, that element must be the most reliable title and most of it.
 */
function titleIn(heading: Element, keys: string[]): string {
  const text = headingText(heading);
  const key = squeeze(text);
  const isTitle = (own: string) =>
    keys.includes(key) ? own === keys[0] && own.length * 2 > key.length : keys.includes(own);
  const part =
    /^H\d/.test(heading.tagName) && key !== keys[0]
      ? findAll(heading, '*').find((at) => isTitle(squeeze(rawText(at))))
      : null;
  return part ? rawText(part) : text;
}

/** A declared title, prepared to be compared with headings. */
interface Title {
  parts: string[];
  words: Set<string>;
}

const readTitle = (title: string): Title => ({
  parts: splitTitle(title).map((piece) => squeeze(piece.text)),
  words: wordsOf(title),
});

/**
 * The highest agreement of a heading with the declared titles. A heading equal to the first piece of a title is that
 * title; one equal to the last piece is the name of the site or section.
 */
function scoreAgainst(heading: string, key: string, titles: readonly Title[]): number {
  const words = wordsOf(heading);
  return Math.max(
    0,
    ...titles.map(({ parts, words: others }) => {
      if (parts[0] === key) return 1;
      return parts.at(-1) === key ? 0.2 : diceCoefficient(words, others);
    }),
  );
}

/**
 * The text of a heading without hidden parts, text for screen readers, a permalink, the label of a thread (`News`), or the
 * groups that Doxygen lists.
 */
function headingText(heading: Element): string {
  if (!heading.firstElementChild) return rawText(heading);
  let text = '';
  let into = true;
  for (let node = nextNode(heading, heading); node; node = nextNode(node, heading, into)) {
    into = true;
    if (isText(node)) text += node.nodeValue;
    else if (node.nodeName === 'BR') text += ' ';
    else if (isElementNode(node))
      into = !(node.matches(EXTRA_IN_HEADING) || (isElement(node, 'A') && isPermalink(node)));
  }
  return text;
}

const EXTRA_IN_HEADING =
  'script, style, svg, .sr-only, .visually-hidden, .screen-reader-text, .anchor, button, [hidden], .label, .badge, .ingroups';
