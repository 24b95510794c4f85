import { firstWhere } from '../../../model/first-where.ts';
import { isHidden } from '../../reader/hiding/hidden-blocks.ts';
import { blockAt, listTextBlocks } from '../../reader/position/reading-place.ts';
import { scrollerTop } from '../../reader/position/scroller-view.ts';
import type { Sentence } from './list-sentences.ts';

/** The way through the sentences of an article. What has been hidden since reading began is left out. */
export interface SentenceWalk {
  /** The sentence where it stands; undefined at the end. */
  here(): Sentence | undefined;
  /** If the present sentence is hidden, goes on to the next that is not. Gives the sentence; undefined at the end. */
  seen(): Sentence | undefined;
  /** The sentence has been read; the last one too. */
  pass(): void;
  /** These stay in place when there is no sentence to go to. */
  next(): void;
  previous(): void;
  /** Goes to the first sentence that ends after a place. */
  goTo(node: Node, offset: number): void;
  /**
   * The text has changed. Stays at the same sentence and gives true; if that no longer exists, goes on after the last
   * earlier one that does.
   */
  take(sentences: readonly Sentence[]): boolean;
}

/** Begins at `start`; null is the first sentence. */
export function sentenceWalk(text: readonly Sentence[], start: ReadingStart | null): SentenceWalk {
  let sentences = text;
  let at = start ? indexOf(sentences, start.node, start.offset) : 0;
  /** The first sentence from here on that is not hidden. */
  const seek = (from: number, step: 1 | -1): number => {
    let to = from;
    while (isUnseen(sentences[to])) to += step;
    return to;
  };
  const move = (to: number) => {
    const found = seek(to, to < at ? -1 : 1);
    if (sentences[found]) at = found;
  };
  return {
    here: () => sentences[at],
    seen() {
      at = seek(at, 1);
      return sentences[at];
    },
    pass() {
      at += 1;
    },
    next: () => move(at + 1),
    previous: () => move(at - 1),
    goTo: (node, offset) => move(indexOf(sentences, node, offset)),
    take(now) {
      const before = sentences;
      const stood = before[at]?.text;
      sentences = now;
      at = placeIn(now, before, at);
      if (at >= 0 && stood === now[at]?.text) return true;
      at += 1;
      return false;
    },
  };
}

function indexOf(sentences: readonly Sentence[], node: Node, offset: number): number {
  // In Chinese a sentence begins where the one before it ends, with no space between them.
  const isEndOf = ({ endContainer, endOffset }: Range) => endContainer === node && endOffset === offset;
  const found = firstWhere(sentences, ({ range }) => range.comparePoint(node, offset) <= 0 && !isEndOf(range));
  return Math.max(0, Math.min(found, sentences.length - 1));
}

/**
 * Where the sentence `at` of another text is in this one. If it is not here, the last one before it that is; -1 when
 * there is none.
 */
function placeIn(sentences: readonly Sentence[], before: readonly Sentence[], at: number): number {
  const places = new Map<string, number[]>();
  for (const [place, { text }] of sentences.entries()) {
    const same = places.get(text);
    if (same) same.push(place);
    else places.set(text, [place]);
  }
  const counts = new Map<string, number>();
  // For each sentence, how many earlier ones say the same.
  const nth = before.slice(0, at + 1).map(({ text }) => {
    const count = counts.get(text) ?? 0;
    counts.set(text, count + 1);
    return count;
  });
  for (let last = at; last >= 0; last--) {
    const same = places.get(before[last]?.text ?? '');
    // Of the sentences that say the same, the one with as many before it.
    const place = same?.[nth[last] ?? 0] ?? same?.at(-1);
    if (place !== undefined) return place;
  }
  return -1;
}

function isUnseen(sentence: Sentence | undefined): boolean {
  const block = sentence?.range.startContainer.parentElement;
  return block ? isHidden(block) : false;
}

/** A place in the text where reading aloud can begin. */
type ReadingStart = { node: Node; offset: number };

/** In a shadow tree Chromium keeps the selection at the root, Firefox at the document. */
export function selectionStart(body: HTMLElement): ReadingStart | null {
  const root = body.getRootNode() as Document | (ShadowRoot & { getSelection?(): Selection | null });
  const selection = root.getSelection?.() ?? body.ownerDocument.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const { startContainer, startOffset } = selection.getRangeAt(0);
  return body.contains(startContainer) ? { node: startContainer, offset: startOffset } : null;
}

/** The bar may cover this many px. */
const BAR = 60;

/** The first block that is not above the view or under the bar, which takes `covered` px of it. */
export function firstInView(body: HTMLElement, scroller: HTMLElement, covered: number): ReadingStart | null {
  const top = scrollerTop(scroller) + Math.max(BAR, covered);
  const block = blockAt(listTextBlocks(body), top);
  return block && block.getBoundingClientRect().bottom > top ? { node: block, offset: 0 } : null;
}
