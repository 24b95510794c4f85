import type { Article } from '../../model/article.ts';
import { countWords } from '../../model/count-words.ts';
import { weighText } from '../choosing/text-measure.ts';
import { attributeOf, findAll, findFirst, namesOf, textNodes } from '../find-elements.ts';
import type { ComparedBlock, PageComparison } from './compare-page.ts';
import { isSeen, parentOf } from './page-block.ts';
import { readPaidParts } from './read-paid-parts.ts';
import { listBehind, standsBehind } from './stands-behind.ts';

/** Who is shown so much of the article in the parts that are paid for has paid; weighted characters. */
const GOOD_DEAL = 1000;
/** Who is shown less than this of it in them is shown nothing of it. */
const NEXT_TO_NOTHING = 60;
/** An article of less may be the beginning of one. */
const SHORT = 800;
/** Prose that a page hides and that is longer is no call to subscribe. */
const LONGEST_CALL = 1500;
/** A text has so many times the words that its beginning has, and so many more. */
const TIMES = 2;
const MORE_WORDS = 100;
/** Some sites count the characters of a text as its words: a count so near to them says nothing. */
const NEAR_CHARACTERS = 0.3;

/** What sites call the box that stands in the place of the rest, in classes and ids. */
const WALL =
  /(?:pay|reg|registration|subscri\w*|premium|member\w*|login)[-_]?wall(?!paper)|(?:registration|subscri\w*|premium|member\w*|login|content|article)[-_]?(?:gate(?!way)|barrier)/i;
/** A box with less text is the place where a wall would be; weighted characters. */
const SHORTEST_CALL = 20;

/**
 * Whether the page keeps a part of the article for those who pay, or have an account, and does not show it. It is asked of
 * what the page declares, and then of what it shows: who has paid is shown all of a page that declares the same. A wrong
 * yes is worse than none.
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

/** The elements that the page declares; null where it declares none that could be looked for. */
function findParts(page: Document, selectors: readonly string[]): Element[] | null {
  let parts: Element[] | null = null;
  for (const selector of selectors)
    try {
      parts = [...(parts ?? []), ...findAll(page, selector)];
    } catch {
      // No selector: nobody can say whether that part is there.
    }
  return parts;
}

/** What is drawn of the text of elements, as far as it matters how much that is. */
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

/** The page has the parts, with more text than the article that was read, and does not draw them. */
function hidesMore(prose: readonly ComparedBlock[], parts: readonly Element[], article: Article): boolean {
  const hidden = prose.filter(
    ({ block: { element }, isShown }) => !isShown && parts.some((part) => part.contains(element)) && !isSeen(element),
  );
  const weight = hidden.reduce((sum, { block }) => sum + block.weight, 0);
  return weight > LONGEST_CALL && weight > weighText(article.text);
}

/** Directly below the last paragraph stands a box with a button that is named as such boxes are, and as none around the text is. */
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

/** The article is declared to have far more words than the page has. */
function isFarShorter(article: Article, prose: readonly ComparedBlock[], declared: number): boolean {
  const words = Math.max(article.wordCount, countWords(prose.map(({ block }) => block.text).join('\n')));
  const { length } = article.text;
  return declared >= words * TIMES + MORE_WORDS && Math.abs(declared - length) > length * NEAR_CHARACTERS;
}
