import type { Article } from '../../model/article.ts';
import { lettersAndDigits } from '../../model/text/letters.ts';
import { listPageBlocks, type PageBlock } from './page-block.ts';

/** A paragraph of the page, compared with the article. */
export interface ComparedBlock {
  block: PageBlock;
  /** Share of its text that the article has. */
  share: number;
  isShown: boolean;
}

/** The paragraphs of a live page, in document order, and how much of each was read. */
export interface PageComparison {
  prose: ComparedBlock[];
  /** Whether enough of the article is found in them, so that the page is still the one that was read. */
  isSame: boolean;
  /** The share of a text that the article has. */
  shareOf: (text: string) => number;
}

/** Weighted characters; shorter paragraphs are as often captions, labels and calls. */
const SHORTEST = 100;
/** Share of the article that must be found in the page, else it is no longer the page that was read. */
const MOST_FOUND = 0.4;
const MOST_LINKED = 0.25;
/** A paragraph counts as shown when this share of its pieces is in the article. */
const SHOWN = 0.6;
/** Letters in a piece. A Han character says as much as two or three letters. */
const PIECE = 24;
const HAN_PIECE = 9;
const HAN = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;
/** Longer articles are not compared: each search in them takes too long. */
const LONGEST_ARTICLE = 400_000;

/** Compares the paragraphs of a live page with what was read of it; null where that takes too long to be worth it. */
export async function comparePage(
  page: Document,
  article: Article,
  pause: () => Promise<void>,
): Promise<PageComparison | null> {
  const known = knownLetters(article);
  if (known.length > LONGEST_ARTICLE) return null;
  const blocks = await listPageBlocks(page, pause);
  if (!blocks) return null;
  const prose: ComparedBlock[] = [];
  let found = 0;
  for (const [index, block] of blocks.filter(isProse).entries()) {
    if (index % 4 === 3) await pause();
    const share = shareIn(known, block.letters);
    const isShown = share >= SHOWN;
    if (isShown) found += block.letters.length;
    prose.push({ block, share, isShown });
  }
  return {
    prose,
    isSame: found >= known.length * MOST_FOUND,
    shareOf: (text) => shareIn(known, lettersAndDigits(text.toLowerCase())),
  };
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
