import type { PagePass } from '../extraction-pass.ts';
import { makeElement, rawText } from '../find-elements.ts';

/** Average length of lines from which on they were wrapped by hand, and are joined. */
const WRAPPED_LINE = 45;
const LONGEST_TITLE = 100;

/**
 * Sets a text file as prose.
 *
 * Browsers show it as one preformatted block, which would be read as a listing.
 */
export const setPlainText: PagePass = {
  run({ clone, metadata }) {
    const only = clone.body?.firstElementChild;
    if (only?.localName !== 'pre' || clone.body.childElementCount > 1 || only.childElementCount > 0) return;
    const blocks = rawText(only)
      .replace(/\r\n?/g, '\n')
      .split(/\n(?:[ \t]*\n)+/)
      .filter((block) => block.trim() !== '');
    const [first = '', ...rest] = blocks;
    if (rest.length === 0) return;
    const title = first.trim();
    const isTitle = title.length <= LONGEST_TITLE && !title.includes('\n');
    if (isTitle && !clone.title.trim()) metadata.title = title;
    only.replaceWith(...(isTitle ? rest : blocks).map((block) => setBlock(clone, block)));
  },
};

/** Sets one block: indented lines as a listing, long lines joined, short ones, as of a poem, line by line. */
function setBlock(page: Document, block: string): HTMLElement {
  const lines = block.split('\n');
  if (lines.every((line) => /^(?:\t| {4})/.test(line))) {
    const listing = makeElement(page, 'pre');
    listing.textContent = block;
    return listing;
  }
  const paragraph = makeElement(page, 'p');
  const isWrapped = lines.slice(0, -1).every((line) => line.length >= WRAPPED_LINE);
  for (const [index, line] of lines.entries()) {
    if (index > 0) paragraph.append(isWrapped ? ' ' : makeElement(page, 'br'));
    paragraph.append(line.trim());
  }
  return paragraph;
}
