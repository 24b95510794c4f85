import { pattern } from '../../model/pattern.ts';
import { collapseSpace } from '../../model/text/collapse-space.ts';
import { attributeOrNull, findAll, findFirst, rawText, textNodes } from '../find-elements.ts';
import { findNamed } from '../find-named.ts';
import { isOutsideArticle, spacedText } from './is-outside-article.ts';
import { type DateContext, parseDate } from './parse-date.ts';
import { firstDate, readDateLine } from './read-date-line.ts';
import { readLinkedData } from './read-linked-data.ts';
import { metaMatching, metaValues } from './read-meta-tags.ts';

/**
 * Names of meta tags with the day of publication: `article:published_time`, `parsely-pub-date`, `publication_date`. The
 * second pattern has those that may name another day: `dc.date.created`, `ptime`, `date`.
 */
const META = [
  /publish(ed|.?date|time)|pub(lication)?.?date/,
  pattern()`
    ^(?:
      (?:dc|dcterms|sailthru)\.(?:date|issued|created)(?:\.(?:issued|created))?
      |citation_online_date|ptime|apub:time|article:create_at|date|created
    )$`,
];
const META_LATE = 'article:modified_time og:updated_time datemodified last-modified';

const MARKED = [
  '[itemprop~="datePublished"]',
  '.entry-date, .post-date, .published, .article-date, #publish_time',
  'h1 ~ * time, time[datetime]',
  '[class*="publish" i], [class*="posted" i], [class*="timestamp" i], [class*="dateline" i]',
  '[class*="date" i], [class*="time" i], [class*="byline" i], [class*="meta" i], [class*="info" i], time',
];

/**
 * Assignments in scripts, which on some sites are the only place with the date (WeChat's `ct`, portals' `publishTime`).
 * The sixth group is the date.
 */
const IN_SCRIPT = pattern('i')`
  (
    pub(lish(ed)?)?_?(time|date|at|on)
    |create_?(time|d_at)
    |date_?published
    |\bct
  )["']?\s*[:=]\s*["']?(
    \d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d)?[^"',;}\s]{0,8})?
    |1\d{9}(\d{3})?  # Seconds or milliseconds since 1970.
  )(?!\d)`;

/**
 * When the article was published, as `parseDate` gives it; null when the page does not say. JSON-LD, meta tags, marked
 * elements, scripts, the address and the text are asked in this order. The date of the last change is taken only when
 * there is nothing else.
 */
export function choosePublishedTime(page: Document, url: string, context: DateContext): string | null {
  const data = readLinkedData(page);
  return (
    firstDate([data.published], context) ??
    firstDate(
      META.flatMap((name) => metaMatching(page, name)),
      context,
    ) ??
    fromElements(page, context) ??
    fromScripts(page, context) ??
    fromAddress(url, context) ??
    fromText(page, context) ??
    firstDate([data.modified], context) ??
    firstDate(metaValues(page, META_LATE), context)
  );
}

function fromElements(page: Document, context: DateContext): string | null {
  for (const selector of MARKED) {
    let late: string | null = null;
    for (const element of findNamed(page, selector)) {
      const text = spacedText(element);
      // A day inside a long paragraph may be that of anything; `fromText` reads those that one begins with.
      const around = text + collapseSpace(rawText(element.closest('p')));
      if (around.length > LONGEST_LINE || isForeignDay(element.parentElement)) continue;
      const label = rawText(element.previousSibling).trim() || rawText(element.previousElementSibling);
      const machine = findFirst(element, 'time') ?? element;
      const said = ['datetime', 'content', 'title'].map((name) => attributeOrNull(machine, name));
      const { date, counts } = readDateLine(text, label, said, late, context);
      if (date && counts) return date;
      late ??= date;
    }
    if (late) return late;
  }
  return null;
}

function fromScripts(page: Document, context: DateContext): string | null {
  for (const script of findAll(page, 'script:not([src])')) {
    const said = IN_SCRIPT.exec(rawText(script).slice(0, 500_000))?.[6];
    const date = said ? parseDate(said, context) : null;
    if (date) return date;
  }
  return null;
}

/** `/2022/08/06/`, `/2022-08-06/`, `/20220806/` in the path. */
function fromAddress(url: string, context: DateContext): string | null {
  const match = /\/((?:19|20)\d\d)[-/]?(\d\d)[-/]?(\d\d)(?=[/_.-]|$)/.exec(url);
  return match ? parseDate(`${match[1]}-${match[2]}-${match[3]}`, context) : null;
}

/**
 * Where generators of manuals tell the day on which they made a page: Doxygen below a rule, mandoc in its `foot`. Below
 * an article or a post in a blog it is the author who tells the day.
 */
const MADE = ':is(#footer, .footer, .foot, hr ~ address small):not(article *, .post *)';

/** Whether a day in an element is not the page's own. */
const isForeignDay = (element: Element | null): boolean => isOutsideArticle(element) || !!element?.closest(MADE);

/** Longest text of an element or paragraph whose date may be the article's, in characters. */
const LONGEST_LINE = 160;

/** The date of the first short text that is hardly more than a date, among the first 2,000 texts of the page. */
function fromText(page: Document, context: DateContext): string | null {
  let seen = 0;
  let late: string | null = null;
  let text = '';
  const whole = new Map<Element | null | undefined, string>();
  for (const node of textNodes(page.body ?? page)) {
    if (++seen > 2000) break;
    if (!node.data.trim()) continue;
    const label = text;
    text = collapseSpace(node.data).trim();
    if (text.length < 6 || text.length > 60 || !/\d/.test(text)) continue;
    const parent = node.parentElement;
    if (parent?.closest('script, style, a, pre, code') || isForeignDay(parent)) continue;
    const around = parent?.closest('p,li');
    // Kept per paragraph: to read the whole of one with thousands of text nodes for each of them takes too long.
    const words = whole.get(around) ?? collapseSpace(rawText(around)).trim();
    whole.set(around, words);
    // A date inside a long paragraph may be that of anything.
    if (words.length > LONGEST_LINE && !words.startsWith(text)) continue;
    const { date, counts } = readDateLine(text, label, [], late, context);
    if (date && counts) return date;
    late ??= date;
  }
  return late;
}
