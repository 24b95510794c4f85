import type { Article } from '../../model/article.ts';
import { pattern } from '../../model/pattern.ts';
import { countWords } from '../../model/text/count-words.ts';
import { weighText } from '../choosing/text-measure.ts';
import { attributeOf, findAll, findFirst, namesOf, textNodes } from '../find-elements.ts';
import type { ComparedBlock, PageComparison } from './compare-page.ts';
import { isSeen, parentOf } from './page-block.ts';
import { readPaidParts } from './read-paid-parts.ts';
import { listBehind, standsBehind } from './stands-behind.ts';

/** A person who is shown this many weighted characters of the article in the paid parts has paid. */
const GOOD_DEAL = 1000;
/** A person who is shown less than this is shown nothing of the paid parts. */
const NEXT_TO_NOTHING = 60;
/** A shorter article may be only its beginning. */
const SHORT = 800;
/** Longer hidden prose is no call to subscribe. */
const LONGEST_CALL = 1500;
/** A whole text has at least `TIMES` times the words of its beginning, and `MORE_WORDS` more. */
const TIMES = 2;
const MORE_WORDS = 100;
/** Some sites declare characters as words: a count within this share of the number of characters says nothing. */
const NEAR_CHARACTERS = 0.3;

/** Class and id names of the box that stands in place of the rest. */
const WALL = pattern('i')`
  (?:pay|reg|registration|subscri\w*|premium|member\w*|login)[-_]?wall(?!paper)
  |(?:registration|subscri\w*|premium|member\w*|login|content|article)[-_]?(?:gate(?!way)|barrier)`;
/** Weighted characters; a box with less text is only the place for a wall. */
const SHORTEST_CALL = 20;

/**
 * Whether the page withholds a part of the article from those who do not pay or have no account. Both what it declares
 * and what it shows must say so: subscribers are shown all of a page that declares the same. A wrong yes is worse than
 * none.
 */
export function isWithheld(page: Document, article: Article, comparison: PageComparison): boolean {
  const paid = readPaidParts(page);
  if (!paid) return false;
  const { prose, shareOf } = comparison;
  const parts = findParts(page, paid.selectors);
  const drawn = drawnText(parts ?? []);
  const shown = weighText(drawn) * shareOf(drawn);
  if (shown >= GOOD_DEAL) return false;
  const isAbsent = parts !== null && shown < NEXT_TO_NOTHING && weighText(article.text) < SHORT;
  return (
    isAbsent || hidesMore(prose, parts ?? [], article) || hasWall(prose) || isFarShorter(article, prose, paid.words)
  );
}

/** The declared elements; null where none are declared that could be looked for. */
function findParts(page: Document, selectors: readonly string[]): Element[] | null {
  let parts: Element[] | null = null;
  for (const selector of selectors)
    try {
      parts = [...(parts ?? []), ...findAll(page, selector)];
    } catch {
      // Not a selector: nobody can say whether that part is there.
    }
  return parts;
}

/** The drawn text of elements, no longer than is needed to judge its amount. */
function drawnText(parts: readonly Element[]): string {
  let text = '';
  for (const part of parts)
    for (const node of textNodes(part)) {
      if (text.length > GOOD_DEAL * TIMES) return text;
      const parent = parentOf(node);
      if (node.data.trim() !== '' && parent && isSeen(parent)) text += node.data;
    }
  return text;
}

/** Whether the page hides the parts, and they have more text than was read. */
function hidesMore(prose: readonly ComparedBlock[], parts: readonly Element[], article: Article): boolean {
  const hidden = prose.filter(
    ({ block: { element }, isShown }) => !isShown && parts.some((part) => part.contains(element)) && !isSeen(element),
  );
  const weight = hidden.reduce((sum, { block }) => sum + block.weight, 0);
  return weight > LONGEST_CALL && weight > weighText(article.text);
}

/**
 * Whether a box with a button stands directly below the last paragraph, named after a wall as no box around the text
 * is.
 */
function hasWall(prose: readonly ComparedBlock[]): boolean {
  const end = prose.findLast(({ isShown }) => isShown);
  if (!end || !isSeen(end.block.element) || isInWall(end.block.element)) return false;
  return listBehind(end.block.element).some(
    (box) =>
      WALL.test(namesOf(box)) &&
      isSeen(box) &&
      weighText(drawnText([box])) >= SHORTEST_CALL &&
      findFirst(box, 'a[href], button, [role=button]') !== null &&
      standsBehind(box, end, prose),
  );
}

function isInWall(element: Element): boolean {
  for (let at: Element | null = element; at; at = parentOf(at))
    if (WALL.test(`${attributeOf(at, 'class')} ${attributeOf(at, 'id')}`)) return true;
  return false;
}

/** Whether the article is declared to have far more words than the page has. */
function isFarShorter(article: Article, prose: readonly ComparedBlock[], declared: number): boolean {
  const words = Math.max(article.wordCount, countWords(prose.map(({ block }) => block.text).join('\n')));
  const { length } = article.text;
  return declared >= words * TIMES + MORE_WORDS && Math.abs(declared - length) > length * NEAR_CHARACTERS;
}
