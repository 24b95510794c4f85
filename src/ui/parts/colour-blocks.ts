import { adoptSheet } from '../adopt-sheet.ts';
import colours from '../styles/code-colours.css?inline';
import { CODE_KINDS, type CodeToken, findCodeTokens } from './find-code-tokens.ts';

/** The length of one slice of work: short enough that scrolling never waits for colours. */
const TURN_MS = 8;

/**
 * Colours blocks of code by language until the signal aborts: the optional part `code`. Colours are CSS custom
 * highlights: the text keeps its nodes, so that highlights and selections hold, and no page policy forbids them.
 */
export async function colourBlocks(blocks: readonly HTMLElement[], signal: AbortSignal): Promise<void> {
  const [first] = blocks;
  if (signal.aborted || !first) return;
  adoptSheet(first, colours, signal);
  const highlights = registerHighlights(signal);
  let turnEnds = performance.now() + TURN_MS;
  for (const block of blocks) {
    if (performance.now() > turnEnds) {
      await new Promise((resolve) => setTimeout(resolve));
      turnEnds = performance.now() + TURN_MS;
    }
    if (signal.aborted) return;
    const tokens = findCodeTokens(block.textContent ?? '', languageOf(block)) ?? [];
    for (const { kind, range } of rangesOf(block, tokens)) highlights[kind]?.add(range);
  }
}

/** One highlight for each kind, in the document's registry under the names that `code-colours.css` colours. */
function registerHighlights(signal: AbortSignal): Record<string, Highlight> {
  const highlights = Object.fromEntries(CODE_KINDS.map((kind) => [kind, new Highlight()]));
  for (const kind of CODE_KINDS) CSS.highlights.set(`recto-code-${kind}`, highlights[kind] as Highlight);
  signal.addEventListener('abort', () => {
    for (const kind of CODE_KINDS)
      if (CSS.highlights.get(`recto-code-${kind}`) === highlights[kind]) CSS.highlights.delete(`recto-code-${kind}`);
  });
  return highlights;
}

const languageOf = (block: HTMLElement): string =>
  [...block.classList].find((name) => name.startsWith('language-'))?.slice('language-'.length) ?? '';

/** The tokens as ranges of the block's text nodes. Both are in order, so that one walk is enough. */
function* rangesOf(block: HTMLElement, tokens: readonly CodeToken[]) {
  const walker = block.ownerDocument.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let node = walker.nextNode() as Text | null;
  let nodeStart = 0;
  const seek = (position: number): void => {
    while (node && position > nodeStart + node.data.length) {
      nodeStart += node.data.length;
      node = walker.nextNode() as Text | null;
    }
  };
  for (const { start, end, kind } of tokens) {
    seek(start);
    const [startContainer, startOffset] = [node, start - nodeStart];
    seek(end);
    if (!startContainer || !node) return;
    yield {
      kind,
      range: new StaticRange({ startContainer, startOffset, endContainer: node, endOffset: end - nodeStart }),
    };
  }
}
