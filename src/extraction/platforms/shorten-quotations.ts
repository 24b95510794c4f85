import { lettersAndDigits } from '../../model/text/letters.ts';
import { isBlock } from '../block-text.ts';
import { isText, nextNode, rawText } from '../find-elements.ts';
import { isBlank } from '../markup/elements.ts';
import type { Post } from './thread-platform.ts';

/** A line with this many letters and digits is one that two people would not write alike. */
const SHORTEST_LINE = 30;

/**
 * Drops lines of an earlier post from quotations, and leaves "…" in their place.
 *
 * Forums quote the whole post that is answered, and the reader has just read it.
 */
export function shortenQuotations(posts: readonly Post[]): void {
  const read = new Set<string>();
  const shortened = new Set<Element>();
  for (const { content } of posts) {
    const lines = content.flatMap(linesOf);
    const said = lines.map((line) => lettersAndDigits(line.map(rawText).join('')));
    lines.forEach((line, index) => {
      if (read.has(said[index] ?? '')) dropLine(line, content, shortened);
    });
    for (const words of said) if (words.length >= SHORTEST_LINE) read.add(words);
  }
}

/** The text nodes of each line, that is, between ends of blocks and line breaks. */
function linesOf(root: Element): Text[][] {
  const lines: Text[][] = [];
  let block: Element | null = null;
  for (let node = nextNode(root, root); node; node = nextNode(node, root)) {
    if (node.nodeName === 'BR') block = null;
    if (!isText(node)) continue;
    let around = node.parentElement;
    while (around && around !== root && !isBlock(around)) around = around.parentElement;
    if (around !== block) lines.push([]);
    block = around;
    lines.at(-1)?.push(node);
  }
  return lines;
}

function dropLine(line: readonly Text[], content: readonly Element[], shortened: Set<Element>): void {
  const first = line[0]?.parentElement;
  const quote = first?.closest('blockquote, [class*="quote" i]');
  // XenForo names the box around each post after the button that quotes it (`js-selectToQuote`).
  if (!first || !quote || !content.some((part) => part !== quote && part.contains(quote))) return;
  for (const node of line) node.data = '';
  if (line[0] && !shortened.has(quote)) line[0].data = '…';
  shortened.add(quote);
  for (let at: Element | null = first; at && !content.includes(at) && isBlank(at); ) {
    const parent: Element | null = at.parentElement;
    at.remove();
    at = parent;
  }
}
