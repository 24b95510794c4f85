import { pattern } from '../../model/pattern.ts';
import { findFirst, firstText, rawText } from '../find-elements.ts';
import { findNamed } from '../find-named.ts';
import { cleanText } from './clean-text.ts';
import { type Heading, LONGEST_TITLE, readHeadings } from './read-headings.ts';
import { readLinkedData } from './read-linked-data.ts';
import { metaValues } from './read-meta-tags.ts';
import { isSiteName, readSiteNames, type SiteNames, squeeze } from './site-names.ts';
import { splitTitle, stripSiteName } from './strip-site-name.ts';
import { agreement, wordsOf } from './title-agreement.ts';
import { titleFromAddress } from './title-from-address.ts';

/** Headings other than `h1`, and elements that are marked up as a title. */
const MARKED = 'h2, h3, [itemprop~="headline"], [class*="title" i]';

/** Meta tags with the article's title. `articletitle` is prescribed for government sites in China. */
const TITLES = 'og:title citation_title twitter:title dc.title articletitle';

/**
 * The article's own title: the heading on the page that agrees with the titles in the head, else the title in the head
 * without the site's name. Null when the page has neither.
 */
export function chooseTitle(page: Document, url: string): string | null {
  const known = readSiteNames(page, url);
  const declared = declaredTitles(page, known);
  const sites = { ...known, declared: [...known.declared, ...addedNames(declared)] };
  const firsts = readHeadings(page, 'h1', declared, sites);
  // phpDocumentor says the project's name in the head and the first heading alone.
  const element = findNamed(page, '.phpdocumentor-content__title')[0];
  return (
    (element && cleanText(firstText(element)?.data, LONGEST_TITLE)) ??
    // Bugzilla says the bug's number first in the head (`1822 - The lamp flickers`). A book may be called `1984`.
    cleanText(rawText(findNamed(page, '#field-value-short_desc, #short_desc_nonedit_display')[0]), LONGEST_TITLE) ??
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
    cleanText(findFirst(page, 'title:not(svg title)')?.textContent, LONGEST_TITLE),
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
 * other headings nearly all. Where none agrees well, the earliest is taken. Where the head declares no title but the site's name, it is the first `h1`.
 */
function agreeingHeading(page: Document, firsts: Heading[], declared: string[], sites: SiteNames): string | null {
  const first = bestHeading(firsts);
  if (declared.length === 0) return firsts[0]?.text ?? null;
  const enough = firsts.length === 1 ? 0.25 : 0.4;
  if (first && first.score >= 0.6) return tidyHeading(first.text, declared, sites);
  const other = bestHeading(readHeadings(page, MARKED, declared, sites));
  // Further ones that agree no better may be the titles of other articles on the same thing.
  const earliest = firsts.find(({ score }) => score >= enough);
  if (earliest && !other?.whole) return tidyHeading(earliest.text, declared, sites);
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
