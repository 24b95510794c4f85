import { firstWhere } from '../model/first-where.ts';
import { pattern } from '../model/pattern.ts';

/** A run of characters of a text node, and where it stands in the text. */
interface Piece {
  node: Text;
  /** Offset in the node. */
  from: number;
  /** Offset in the text. */
  at: number;
  length: number;
}

/** The text of a tree, as a person reads it, and the way back from its offsets to nodes. */
export interface TextMap {
  /** As written; white space collapsed, a line break at every block boundary: as `blockText` writes it. */
  text: string;
  /** Runs in document order. */
  pieces: readonly Piece[];
}

/** Blocks of the HTML rendering section, and table cells. */
const BLOCK = pattern()`
  ^(?:
    ADDRESS|ARTICLE|ASIDE|BLOCKQUOTE|BODY|BR|CAPTION|DD|DETAILS|DIV|DL|DT|FIGCAPTION|FIGURE|FOOTER|H[1-6]|HEADER|HR|LI|MAIN
    |NAV|OL|P|PRE|SECTION|SUMMARY|TABLE|TBODY|TD|TFOOT|TH|THEAD|TR|UL
  )$`;

/** What Recto puts among the text, and what is never seen. */
export const SKIPPED =
  'button, .missing, .ui, [data-recto-ui], script, style, template, noscript, annotation, annotation-xml';

/**
 * Reads the text of a tree, without what matches `skipped`. Walks without recursion, so that a tree of any depth can be
 * read.
 */
export function mapText(root: Node, skipped: string = SKIPPED): TextMap {
  const writer = new MapWriter();
  let node = root;
  for (;;) {
    writer.enter(node);
    const isSkipped = node.nodeType === Node.ELEMENT_NODE && (node as Element).matches(skipped);
    if (!isSkipped && node.firstChild) {
      node = node.firstChild;
      continue;
    }
    while (node !== root && node.nextSibling === null && node.parentNode) {
      writer.leave(node);
      node = node.parentNode;
    }
    writer.leave(node);
    if (node === root || node.nextSibling === null) return { text: writer.text, pieces: writer.pieces };
    node = node.nextSibling;
  }
}

/**
 * The text between two offsets as a range over the tree; null when there is none, or the page has shortened it since.
 */
export function rangeOf({ pieces }: TextMap, start: number, end: number): Range | null {
  const first = pieces[firstWhere(pieces, ({ at, length }) => at + length > start)];
  const last = pieces[firstWhere(pieces, ({ at }) => at >= end) - 1];
  if (!first || !last) return null;
  const from = first.from + Math.max(0, start - first.at);
  const to = last.from + Math.min(last.length, end - last.at);
  if (from > first.node.length || to > last.node.length) return null;
  const range = first.node.ownerDocument.createRange();
  range.setStart(first.node, from);
  range.setEnd(last.node, to);
  return range.collapsed ? null : range;
}

/** The offsets between which a range covers the text; null when it covers none. */
export function offsetsOf({ pieces }: TextMap, range: Range): { start: number; end: number } | null {
  const inside = pieces
    .slice(
      firstWhere(pieces, ({ node, from, length }) => range.comparePoint(node, from + length) >= 0),
      firstWhere(pieces, ({ node, from }) => range.comparePoint(node, from) > 0),
    )
    .map(({ node, from, at, length }) => {
      const start = range.startContainer === node ? Math.max(from, range.startOffset) : from;
      const end = range.endContainer === node ? Math.min(from + length, range.endOffset) : from + length;
      return { start: at + start - from, end: at + end - from };
    });
  const isText = ({ start, end }: { start: number; end: number }) => end > start;
  const [first, last] = [inside.find(isText), inside.findLast(isText)];
  return first && last ? { start: first.start, end: last.end } : null;
}

class MapWriter {
  text = '';
  readonly pieces: Piece[] = [];
  #lineIsOpen = false;
  /** White space that counts only when more text follows in its line. */
  #spaces: { node: Text; from: number; text: string }[] = [];

  #preformatted = 0;

  enter(node: Node): void {
    if (node.nodeType === Node.TEXT_NODE) this.#write(node as Text, this.#preformatted > 0);
    else if (BLOCK.test(node.nodeName)) this.#breakLine();
    if (node.nodeName === 'PRE') this.#preformatted += 1;
  }

  leave(node: Node): void {
    if (node.nodeName === 'PRE') this.#preformatted -= 1;
    if (BLOCK.test(node.nodeName)) this.#breakLine();
  }

  #breakLine(): void {
    this.#lineIsOpen = false;
    this.#spaces = [];
  }

  #write(node: Text, inPre: boolean): void {
    for (const { 0: run, index } of writtenText(node).matchAll(/[ \t\n\r\f]+|[^ \t\n\r\f]+/g)) {
      // Everything that HTML does not count as white space is text, such as the wide blanks that Chinese paragraphs
      // begin with.
      if (/^[^ \t\n\r\f]/.test(run)) this.#append(node, index, run);
      else if (inPre) this.#writePreformatted(node, index, run);
      else if (this.#lineIsOpen && this.#spaces.length === 0) this.#spaces = [{ node, from: index, text: ' ' }];
    }
  }

  #writePreformatted(node: Text, from: number, run: string): void {
    const lastBreak = run.lastIndexOf('\n');
    if (lastBreak >= 0) this.#breakLine();
    const indent = run.slice(lastBreak + 1);
    if (indent !== '') this.#spaces.push({ node, from: from + lastBreak + 1, text: indent });
  }

  #append(node: Text, from: number, run: string): void {
    if (!this.#lineIsOpen && this.text !== '') this.text += '\n';
    for (const space of this.#spaces) this.#push(space.node, space.from, space.text);
    this.#spaces = [];
    this.#lineIsOpen = true;
    this.#push(node, from, run);
  }

  #push(node: Text, from: number, run: string): void {
    const last = this.pieces.at(-1);
    if (last?.node === node && last.from + last.length === from) last.length += run.length;
    else this.pieces.push({ node, from, at: this.text.length, length: run.length });
    this.text += run;
  }
}

/** On the node itself: in a page the optional parts are scripts of their own, which share nothing else. */
const WRITTEN = Symbol.for('recto-written-text');

/** The text of a node as written, where other characters are shown; else the shown text. */
function writtenText(node: Text): string {
  const written: unknown = Reflect.get(node, WRITTEN);
  // A text of another length would have other offsets.
  return typeof written === 'string' && written.length === node.length ? written : node.data;
}

/** Shows `text` in place of what was written in a node. */
export function showText(node: Text, text: string): void {
  Reflect.set(node, WRITTEN, node.data);
  node.data = text;
}

/** Shows again what was written. */
export function showWritten(node: Text): void {
  const written: unknown = Reflect.get(node, WRITTEN);
  Reflect.deleteProperty(node, WRITTEN);
  if (typeof written === 'string') node.data = written;
}
