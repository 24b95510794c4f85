import type { Breathe, PageContext } from '../extraction-pass.ts';
import { findAll, findFirst, findNamed, makeElement, rawText } from '../find-elements.ts';
import { readLinkedData } from '../metadata/read-linked-data.ts';
import { readMetaTags } from '../metadata/read-meta-tags.ts';
import { askReadability } from './ask-readability.ts';
import { findManualBox, listManualUnits } from './manual-units.ts';
import { repeatsHead } from './repeats-head.ts';
import { measureText, type TextMeasure } from './text-measure.ts';
import { hasFewLinks, keepUnits, listTextUnits, type TextUnit, weighUnits } from './text-units.ts';
import { describeUnits, KEPT } from './unit-features.ts';
import { likelihood } from './unit-likelihood.ts';
import { type ReadingOfPage, sumUpwards } from './unit-places.ts';
import { withoutTail } from './without-tail.ts';

/** The container must hold this share of what Readability kept. */
const ENOUGH_KEPT = 0.9;

/** A wider element is taken for this share of new prose, if it adds this many times as much prose as other text. */
const WORTH_WIDENING = 0.2;
const PROSE_OVER_NOISE = 2;

/** A unit more likely than this is part of the article. */
const LIKELY = 0.45;
/** The same in a manual: signatures, terms and tables with little prose among them. */
const LIKELY_IN_MANUAL = 0.3;
/**
 * The same for what Readability left out and what stands apart from the article: teasers of other articles are prose,
 * too.
 */
const LIKELY_APART = 0.85;

/** A list or table between two kept units is kept from here on, unless it is one of links. */
const LIKELY_LIST = 0.1;
const LISTING = /^(?:[DOU]L|TABLE)$/;

/**
 * A paragraph of `RUN_LENGTH` weighted characters stays between `RUN` kept ones before it and after it, see `findRuns`.
 */
const RUN_LENGTH = 60;
const RUN = 4;

/**
 * A standfirst stands at most this many units before the first paragraph, has at least this many weighted characters,
 * and few links.
 */
const FAR_FROM_TITLE = 12;
const STANDFIRST_LENGTH = 80;

/** Author and date stand among this many first units; the reader shows them above the body. */
const AT_HEAD = 5;

/** Finds the article in the copy of the page and takes it out. Null when no text of the page could be one. */
export async function chooseBody(context: PageContext): Promise<HTMLElement | null> {
  const { clone, breathe } = context;
  const { body } = clone;
  if (!body) return null;
  const page = await readPage(clone, breathe);
  await breathe();
  const accepted = acceptUnits(page, context);
  keepUnits(body, page.units, accepted);
  const result = makeElement(clone, 'div');
  result.append(...body.childNodes);
  return result;
}

/** Measures the page and lists its text. Exported for fitting the trees. */
export async function readPage(page: Document, breathe: Breathe): Promise<ReadingOfPage> {
  const verdict = await askReadability(page, breathe);
  const measures = measureText(page.body);
  const keptUnder = sumUpwards(verdict.kept);
  const container = containerOf(page.body, keptUnder, verdict.total);
  const wide = widen(container, page.body, measures);
  return { units: listTextUnits(page.body, measures), verdict, measures, keptUnder, container, wide };
}

function acceptUnits(page: ReadingOfPage, context: PageContext): Set<TextUnit> {
  const box = isManual(context) ? findManualBox(page) : null;
  const described = describeUnits(page);
  const chances = described.map(likelihood);
  const enough = box ? LIKELY_IN_MANUAL : LIKELY;
  const whole = findWhole(page, (index) => (chances[index] ?? 0) > enough);
  const likely = page.units.map(({ element }, index) => {
    const isApart = (described[index]?.[KEPT] ?? 0) < 1 / 3 && !whole.contains(element) && !box?.contains(element);
    return (chances[index] ?? 0) > (isApart ? LIKELY_APART : enough);
  });
  const start = likely.indexOf(true);
  const heading = page.units.slice(0, Math.max(0, start)).findLastIndex(({ element }) => element.tagName === 'H1');
  // A standfirst often stands with the title, apart from the text.
  if (heading >= 0 && start - heading <= FAR_FROM_TITLE)
    for (let index = heading + 1; index < start; index += 1)
      likely[index] = (chances[index] ?? 0) > LIKELY && isStandfirst(page.units[index]);
  const first = likely.indexOf(true);
  if (first < 0) return new Set(page.units.filter(({ element }) => (box ?? page.container).contains(element)));
  const last = likely.lastIndexOf(true);
  const isInRun = findRuns(page.units, likely);
  const fits = (unit: TextUnit, index: number): boolean => {
    const { tagName } = unit.element;
    const isListing = LISTING.test(tagName);
    // In manuals the labels of tabs follow such a paragraph, too.
    if (isListing && !box && likely[index - 1] && index < last && announces(page.units[index - 1])) return true;
    if (!likely[index + 1]) return false;
    if (likely[index - 1] && (chances[index] ?? 0) > (isListing && hasFewLinks(unit) ? LIKELY_LIST : LIKELY))
      return true;
    return index > first && /^H[2-6]$/.test(tagName) && (box !== null || hasFewLinks(unit));
  };
  const isWithin = (unit: TextUnit, index: number): boolean => {
    if (index < first || index > last || !whole.contains(unit.element)) return false;
    // The card of an embed is one link.
    if (unit.element.matches('figure.embed')) return true;
    return (
      /^(?:PRE|FIGURE|MATH)$/.test(unit.element.tagName) &&
      (unit.linked < unit.chars / 2 || isOnlyCredited(unit.element))
    );
  };
  const ofManual = new Set(box && listManualUnits(page.units, box, likely, chances));
  const kept = page.units.filter(
    (unit, index) =>
      likely[index] || isInRun(unit, index) || fits(unit, index) || isWithin(unit, index) || ofManual.has(unit),
  );
  const below = kept.filter((unit, index) => index >= AT_HEAD || !repeatsHead(unit, context.metadata));
  // Manuals and encyclopaedias end with links to more pages of their own.
  return new Set(box || context.url.includes('wiki') ? below : withoutTail(below, context.url));
}

/** Whether a unit is a paragraph that ends with a colon: what follows belongs to it, though it be a list of links. */
const announces = (unit: TextUnit | undefined): boolean =>
  unit?.element.tagName === 'P' && /[:：]\s*$/.test(rawText(unit.element));

/**
 * The box in which nothing stands apart: the container found from what Readability kept, or the `article` around it that
 * holds more than twice as much likely text. There each section is a container of its own, and Readability found one.
 */
function findWhole({ units, wide }: ReadingOfPage, isLikely: (index: number) => boolean): Element {
  const article = wide.closest('article');
  const weigh = (box: Element): number =>
    weighUnits(units.filter(({ element }, index) => isLikely(index) && box.contains(element)));
  return article && weigh(article) > 2 * weigh(wide) ? article : wide;
}

/**
 * Gives a function that says whether a paragraph stands in a run: with `RUN` likely paragraphs before it and after it
 * in the same box. So a long text loses no paragraph that looks a little less like the others.
 */
function findRuns(units: readonly TextUnit[], likely: readonly boolean[]): (unit: TextUnit, index: number) => boolean {
  const runs = new Map<Element | null, number[]>();
  units.forEach(({ element: { tagName, parentElement } }, index) => {
    if (!likely[index] || tagName !== 'P') return;
    const run = runs.get(parentElement);
    if (run) run.push(index);
    else runs.set(parentElement, [index]);
  });
  return (unit, index) => {
    const run = runs.get(unit.element.parentElement) ?? [];
    const isWithin = index > (run[RUN - 1] ?? index) && index < (run.at(-RUN) ?? index);
    return isWithin && unit.element.tagName === 'P' && unit.chars >= RUN_LENGTH && hasFewLinks(unit);
  };
}

/**
 * Whether only the line below a picture is a link, to its source or photographer. A teaser's picture leads where its
 * title does.
 */
const isOnlyCredited = (figure: Element): boolean => !!findFirst(figure, 'img') && !findFirst(figure, 'a img');

/** A paragraph, not a caption, a byline or a row of links. */
const isStandfirst = (unit: TextUnit | undefined): boolean =>
  unit !== undefined &&
  unit.chars >= STANDFIRST_LENGTH &&
  hasFewLinks(unit) &&
  !/^(?:H[1-6]|FIGURE)$/.test(unit.element.tagName);

/** The smallest element that holds nearly all that Readability kept. */
function containerOf(body: Element, sums: Map<Element, number>, total: number): Element {
  if (total === 0) return body;
  let container = body;
  for (;;) {
    const inner = [...container.children].find((child) => (sums.get(child) ?? 0) >= total * ENOUGH_KEPT);
    if (!inner) return container;
    container = inner;
  }
}

/** Climbs from the container as long as that adds much prose and little else. */
function widen(container: Element, body: Element, measures: Map<Element, TextMeasure>): Element {
  let best = container;
  for (let at = container; at !== body && at.parentElement; at = at.parentElement) {
    const parent = at.parentElement;
    const [inner, outer] = [measures.get(best), measures.get(parent)];
    if (!inner || !outer) break;
    const gained = outer.prose - inner.prose;
    const noise = outer.chars - outer.prose - (inner.chars - inner.prose);
    if (gained > inner.prose * WORTH_WIDENING && gained > noise * PROSE_OVER_NOISE) best = parent;
  }
  return best;
}

/** Addresses of manuals and help pages: `docs.example.org`, `/api/`, `/en/docs/`. */
const MANUAL_ADDRESS =
  /[/.](?:[\w-]*docs?|developers?|api|help|support|documentation|reference|man(?:ual|\d)?|hc|pkg)[/.]/i;

/** A page with this many more pieces of code and terms than paragraphs is a manual; an essay on code is not. */
const MORE_TERMS = 10;

/** What generators of documentation mark up in their own way that do not say who they are: Sphinx, Confluence, DocFX with its tabs, RDoc, YARD. Hexo's blogs have Sphinx' links in headings that no section has. */
const MADE_BY_GENERATOR =
  'section[id] > * > .headerlink, .section > * > .headerlink, .wiki-content, .tabGroup, .method-detail .method-heading, :has(> .docstring) .tag_title';

/**
 * Recipes and instructions are lists of short lines, too, and say what they are; so do Docusaurus, MkDocs, Docutils, Asciidoctor,
 * Doxygen, GitBook, VitePress, Starlight, Antora, and what makes specifications: xml2rfc, Bikeshed, ReSpec. Pandoc makes any text, and Discourse names GitHub.
 */
const DECLARED_MANUAL = /\b(?:recipe|howto)\b|(?<!pan)do[ckx]|gitb|vitep|starl|antora|xml2|bikes|respec/i;

/** Whether a page is made of signatures, terms, tables and steps, with little prose among them. */
const isManual = ({ url, clone }: PageContext): boolean =>
  MANUAL_ADDRESS.test(url) ||
  findAll(clone, 'code, dt').length >= findAll(clone, 'p').length + MORE_TERMS ||
  DECLARED_MANUAL.test(`${readLinkedData(clone).types},${readMetaTags(clone).get('generator')}`) ||
  !!findNamed(clone, MADE_BY_GENERATOR)[0];
