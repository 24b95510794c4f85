import { pattern } from '../../model/pattern.ts';
import { isAscii, patternFor } from '../../model/text/letters.ts';
import { findAll, findFirst, firstText, isElementNode, isText, nextNode, rawText } from '../find-elements.ts';
import { findNamed } from '../find-named.ts';
import { isElement, isPermalink } from '../markup/elements.ts';
import { cleanText } from './clean-text.ts';
import { readLinkedData } from './read-linked-data.ts';
import { metaValues } from './read-meta-tags.ts';
import { isSiteName, readSiteNames, type SiteNames, squeeze } from './site-names.ts';
import { splitTitle, stripSiteName } from './strip-site-name.ts';
import { titleFromAddress } from './title-from-address.ts';

/** Headings other than `h1`, and elements that are marked up as a title. */
const MARKED = 'h2, h3, [itemprop~="headline"], [class*="title" i]';

/** Meta tags with the article's title. `articletitle` is prescribed for government sites in China. */
const TITLES = 'og:title citation_title twitter:title dc.title articletitle';

/**
 * Longest title, in characters. It is high, because the heading that is the title is not repeated in the body, so what
 * is cut off here is lost.
 */
const LONGEST = 10_000;

/**
 * The article's own title: the heading on the page that agrees with the titles in the head, else the title in the head
 * without the site's name. Null when the page has neither.
 */
export function chooseTitle(page: Document, url: string): string | null {
  const known = readSiteNames(page, url);
  const declared = declaredTitles(page, known);
  const sites = { ...known, declared: [...known.declared, ...addedNames(declared)] };
  const firsts = headingsOf(page, 'h1', declared, sites);
  // phpDocumentor says the project's name in the head and the first heading alone.
  const element = findNamed(page, '.phpdocumentor-content__title')[0];
  return (
    (element && cleanText(firstText(element)?.data, LONGEST)) ??
    // Bugzilla says the bug's number first in the head (`1822 - The lamp flickers`). A book may be called `1984`.
    cleanText(rawText(findNamed(page, '#field-value-short_desc, #short_desc_nonedit_display')[0]), LONGEST) ??
    agreeingHeading(page, firsts, declared, sites) ??
    headingNamedByAddress(firsts, declared, url) ??
    declared[0] ??
    null
  );
}

/**
 * The titles in the head, the most reliable first, each without the site's name. Where the site's name stood first, the
 * last piece may be the title alone, and is added: `Heron • View topic - A river runs dry`.
 */
function declaredTitles(page: Document, sites: SiteNames): string[] {
  const raw = [
    ...metaValues(page, TITLES),
    ...readLinkedData(page).headlines,
    cleanText(findFirst(page, 'title:not(svg title)')?.textContent, LONGEST),
  ];
  const titles = raw.flatMap((title) =>
    title && !isSiteName(title, sites, 'whole') ? stripSiteName(title, sites) : [],
  );
  const lasts = titles.flatMap((title) =>
    raw.some((whole) => whole?.endsWith(title) && whole !== title) ? (splitTitle(title).at(-1)?.text ?? []) : [],
  );
  return [...new Set([...titles, ...lasts])];
}

/** Names that one declared title has before another (`Lessons: The title` beside `The title`). They are the site's. */
function addedNames(titles: string[]): string[] {
  return titles.flatMap((long) =>
    titles.flatMap((short) => {
      const match =
        short.length > 5 &&
        long.endsWith(short) &&
        /^((\S+ ){0,2}\S{2,20})[:：]\s*$/.exec(long.slice(0, -short.length));
      return match ? squeeze(match[1] ?? '') : [];
    }),
  );
}

/**
 * The heading that agrees with the declared titles. A single `h1` needs little agreement, one of several `h1` more, and
 * other headings nearly all. Where the head declares no title but the site's name, it is the first `h1`.
 */
function agreeingHeading(page: Document, firsts: Heading[], declared: string[], sites: SiteNames): string | null {
  const first = bestHeading(firsts);
  if (declared.length === 0) return firsts[0]?.text ?? null;
  const enough = firsts.length === 1 ? 0.25 : 0.4;
  if (first && first.score >= 0.6) return tidyHeading(first.text, declared, sites);
  const other = bestHeading(headingsOf(page, MARKED, declared, sites));
  if (first && !other?.whole && first.score >= enough) return tidyHeading(first.text, declared, sites);
  return other && other.score >= 0.85 ? tidyHeading(other.text, declared, sites) : null;
}

/**
 * The first heading that agrees with the page's address, when no declared title does: `/how_to_mend_a_net` under the
 * title *The heart of the internet*, which this site gives to all its pages.
 */
function headingNamedByAddress(headings: Heading[], titles: string[], url: string): string | undefined {
  const named = titleFromAddress(url);
  const share = (title: string): number => agreement(title, named);
  return headings.find(({ text }) => share(text) >= 0.4 && !titles.some(share))?.text;
}

interface Heading {
  text: string;
  /** The highest agreement with a declared title, from 0 to 1. */
  score: number;
  /** Whether it is equal to a declared title. */
  whole: boolean;
}

function headingsOf(page: Document, selector: string, declared: string[], sites: SiteNames): Heading[] {
  const found = new Map<string, Heading>();
  const keys = declared.map(squeeze);
  // Made when needed: most headings are equal to a declared title, or are skipped.
  let titles: Title[] | undefined;
  for (const heading of findNamed(page, selector)) {
    const text = cleanText(titleIn(heading, keys), LONGEST);
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

const bestHeading = (headings: Heading[]) =>
  headings.reduce<Heading | null>((top, one) => (one.score > (top?.score ?? 0) ? one : top), null);

/** What a heading may contain besides the title: a date or a counter at either end, or a label before it (`Blog:`). */
const EXTRA = pattern('u')`
  ^[\s/|(–—-]*(?:
    \p{L}{3,9}\.?\s+\d[\d\s,]*
    |\d{1,2}\.?\s+\p{L}{3,9}\.?[\s,]+\d{4}
    |\d+[-/.年]\d[\d/.月日-]*
    |\p{L}+:
    |\([^)]*\)\s*\d+
    |#\d+
  )[\s/|)–—-]*$`;

/**
 * The heading without the site's name. The declared title instead, where the heading only adds a date or a label to it,
 * has lost the spaces between its words, or is all in capitals.
 */
function tidyHeading(heading: string, declared: string[], sites: SiteNames): string {
  const text = stripSiteName(heading, sites);
  const key = squeeze(text);
  const same = declared.find((title) => squeeze(title) === key);
  // The words of a heading may be separated by style alone, as `GioFileread` for `Gio.File.read`.
  if (same) return wordsOf(same).size > wordsOf(text).size ? same : text;
  const inner = declared.find((title) => title.length > 8 && EXTRA.test(text.replace(title, '')));
  const isShouted = text === text.toUpperCase() && text !== text.toLowerCase();
  return inner ?? (isShouted ? declared.find((title) => agreement(text, title) >= 0.9) : null) ?? text;
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

/**
 * The Dice coefficient of the words of two titles (in Han and kana, of their characters): 1 when they have the same
 * words.
 */
export const agreement = (one: string, two: string): number => diceCoefficient(wordsOf(one), wordsOf(two));

function diceCoefficient(a: Set<string>, b: Set<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return (2 * shared) / (a.size + b.size || 1);
}

function wordsOf(text: string): Set<string> {
  const plain = (isAscii(text) ? text : text.normalize('NFKC')).toLowerCase();
  return new Set(plain.match(patternFor(plain, /[A-Za-z\dªµºÀ-ÖØ-öø-ỿ²³¹¼-¾]+/g, /[\p{sc=Han}ぁ-ヿ]|[\p{L}\p{N}]+/gu)));
}
