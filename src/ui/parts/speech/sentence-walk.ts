import { isHidden } from '../../reader/hidden-blocks.ts';
import type { Sentence } from './list-sentences.ts';
import type { ReadingStart } from './reading-start.ts';

/** The way through the sentences of an article. What has been hidden since reading began is left out. */
export interface SentenceWalk {
  /** The sentence where it stands; undefined at the end. */
  here(): Sentence | undefined;
  /** Goes on to one that is not hidden, where it stands at a hidden one, and gives it; undefined at the end. */
  seen(): Sentence | undefined;
  /** The sentence has been read; the last one too. */
  pass(): void;
  /** These stay where they are when there is no sentence where they lead. */
  next(): void;
  previous(): void;
  /** Goes to the first sentence that ends after a place. */
  goTo(node: Node, offset: number): void;
}

/** Begins at `start`; null is the first sentence. */
export function sentenceWalk(sentences: readonly Sentence[], start: ReadingStart | null): SentenceWalk {
  let at = start ? indexOf(sentences, start.node, start.offset) : 0;
  /** From here on the first that is not hidden. */
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
  };
}

function indexOf(sentences: readonly Sentence[], node: Node, offset: number): number {
  const found = sentences.findIndex(({ range }) => range.comparePoint(node, offset) <= 0);
  return found === -1 ? Math.max(0, sentences.length - 1) : found;
}

function isUnseen(sentence: Sentence | undefined): boolean {
  const block = sentence?.range.startContainer.parentElement;
  return block ? isHidden(block) : false;
}
