import type { Article } from '../../model/article.ts';
import { lettersAndDigits } from '../../model/letters.ts';
import { SENTENCE_END } from '../choosing/text-measure.ts';
import { kindOf, listPageBlocks, type PageBlock, parentOf } from './page-block.ts';

/** A paragraph of the page that the article does not have. */
export interface MissingBlock {
  block: PageBlock;
  /** The last block before it that the article has; null when it stands before all of them. */
  after: PageBlock | null;
}

/** Shorter paragraphs are captions, labels and calls as often as text; weighted characters. */
const SHORTEST = 100;
/** Fewer paragraphs found again say nothing about what the article's paragraphs look like. */
const FEWEST_FOUND = 4;
/** So much of the article must be found in paragraphs of the page, or the page is not what was read. */
const MOST_FOUND = 0.4;
/**
 * Of the text in paragraphs of a kind, so much must be the article's for the rest to be taken for it. Measured: at 0.6 there
 * are wrong warnings on two of 280 pages, at 0.8 on none.
 */
const KIND_SHARE = 0.85;
const MOST_LINKED = 0.25;
/** A paragraph is shown when so many of its pieces are in the article, and missing when no more than this. */
const SHOWN = 0.6;
const MISSING = 0.15;
/** Letters in a piece; a Han character says as much as two letters and more. */
const PIECE = 24;
const HAN_PIECE = 9;
const HAN = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;
/** Longer articles are not compared: each look into them takes too long. */
const LONGEST_ARTICLE = 400_000;

/**
 * The paragraphs that the live page shows in the midst of the article, set as the article's are, and that are not in
 * what was read. Gives none where it cannot be sure: a warning that is wrong costs more than one that does not come.
 */
export async function findMissing(
  page: Document,
  article: Article,
  pause: () => Promise<void>,
): Promise<MissingBlock[]> {
  const known = knownLetters(article);
  if (known.length > LONGEST_ARTICLE) return [];
  const blocks = await listPageBlocks(page, pause);
  if (!blocks) return [];
  const shares: number[] = [];
  for (const [index, { letters }] of blocks.entries()) {
    if (index % 40 === 39) await pause();
    shares.push(shareIn(known, letters));
  }
  const isShown = (index: number) => (shares[index] ?? 0) >= SHOWN;
  const prose = blocks.map((block, index) => ({ block, index })).filter(({ block }) => isProse(block));
  const found = prose.filter(({ index }) => isShown(index)).map(({ block }) => block);
  const foundLetters = found.reduce((sum, { letters }) => sum + letters.length, 0);
  if (found.length < FEWEST_FOUND || foundLetters < known.length * MOST_FOUND) return [];

  const kinds = weighKinds(prose.map(({ block, index }) => ({ block, shown: isShown(index) })));
  const neighbours = new Set(found.map(({ element }) => parentOf(element)));
  const [first, last] = [
    prose.findIndex(({ index }) => isShown(index)),
    prose.findLastIndex(({ index }) => isShown(index)),
  ];
  const isMissing = (block: PageBlock, place: number) =>
    SENTENCE_END.test(block.text.trim()) &&
    kinds.has(kindOf(block)) &&
    ((place > first && place < last) || neighbours.has(parentOf(block.element))) &&
    isSeen(block.element);
  const missing = new Map<string, MissingBlock>();
  let after: PageBlock | null = null;
  for (const [place, { block, index }] of prose.entries()) {
    if (isShown(index)) after = block;
    else if ((shares[index] ?? 0) <= MISSING && !missing.has(block.letters) && isMissing(block, place))
      missing.set(block.letters, { block, after });
  }
  return [...missing.values()];
}

/** All that the reader shows, in letters and digits. */
function knownLetters({ title, byline, attribution, text }: Article): string {
  return lettersAndDigits([title, byline, attribution, text].join(' ').toLowerCase());
}

/** The share of a text's pieces that are in another. */
function shareIn(known: string, letters: string): number {
  if (known.includes(letters)) return 1;
  const size = HAN.test(letters) ? HAN_PIECE : PIECE;
  const pieces = Math.floor(letters.length / size);
  let found = 0;
  for (let piece = 0; piece < pieces; piece++)
    if (known.includes(letters.slice(piece * size, (piece + 1) * size))) found++;
  return pieces === 0 ? 0 : found / pieces;
}

const isProse = ({ weight, linked }: PageBlock): boolean => weight >= SHORTEST && linked <= weight * MOST_LINKED;

/** The kinds of blocks whose text is mostly the article's. */
function weighKinds(blocks: readonly { block: PageBlock; shown: boolean }[]): Set<string> {
  const sums = new Map<string, { count: number; shown: number; all: number }>();
  for (const { block, shown } of blocks) {
    const kind = kindOf(block);
    const sum = sums.get(kind) ?? { count: 0, shown: 0, all: 0 };
    sum.all += block.weight;
    if (shown) {
      sum.shown += block.weight;
      sum.count++;
    }
    sums.set(kind, sum);
  }
  const isArticles = ([, { count, shown, all }]: [string, { count: number; shown: number; all: number }]) =>
    count >= FEWEST_FOUND && shown >= all * KIND_SHARE;
  return new Set([...sums].filter(isArticles).map(([kind]) => kind));
}

function isSeen(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width > 1 && height > 1 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
}
