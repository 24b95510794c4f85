/**
 * A block with more characters is laid out in parts: as a whole it would take the browser 20 ms or more. A chapter is
 * shorter.
 */
const LONG = 100_000;
/** Characters in a part: several windows of text. */
const PART = 8000;
/** A part ends at the end of a sentence if there is one within this many characters, else at a space, else anywhere. */
const SLACK = 1000;
/** Elements that are not running text of the block itself. */
const INSIDE = 'p, div, section, article, ul, ol, li, dl, dd, blockquote, figure, table, tbody, tr, td, details';

/**
 * Cuts blocks that are longer than anybody writes into parts, of which the browser lays out only those near the window
 * (`text.css`). It can lay out the lines of one block only together. The text stays the same; each part begins a new
 * line.
 */
export function partLongBlocks(box: ParentNode & Node): void {
  // Joining the text of a whole fragment of many blocks would mostly be in vain, because few have a long block.
  const isLong = (node: Node) => (node.textContent?.length ?? 0) > LONG;
  if (!isLong(box)) return;
  const inner = [...box.children].filter((child) => child.matches(INSIDE));
  for (const child of inner) partLongBlocks(child);
  if (inner.length === 0 && box instanceof Element && !box.matches('pre, ul, ol, table')) partLines(box);
}

/** An element that is itself too long, such as a link around everything, keeps its parts inside. */
function partLines(block: Element): void {
  let part: HTMLElement | null = null;
  let length = 0;
  for (const node of [...block.childNodes]) {
    const pieces = node instanceof Text ? cutText(node) : [node];
    for (const piece of pieces) {
      const size = piece.textContent?.length ?? 0;
      if (piece instanceof Element && size > LONG) {
        partLines(piece);
        part = null;
        continue;
      }
      if (part === null || length + size > PART + SLACK) {
        part = block.ownerDocument.createElement('span');
        part.className = 'part';
        piece.parentNode?.insertBefore(part, piece);
        length = 0;
      }
      part.append(piece);
      length += size;
      part.style.setProperty('--r-guess', `${Math.ceil(length / 65) * 1.6}em`);
    }
  }
}

function cutText(text: Text): Text[] {
  const pieces: Text[] = [];
  let from = 0;
  for (let { data } = text; data.length - from > PART + SLACK; ) {
    const end = endOf(data, from);
    pieces.push(new Text(data.slice(from, end)));
    from = end;
  }
  if (from === 0) return [text];
  pieces.push(new Text(text.data.slice(from)));
  text.replaceWith(...pieces);
  return pieces;
}

/** Up to the end of the last sentence, or to the last space. */
const SENTENCE = /^.*(?:[.!?…]["”’)]*\s+|[。！？][”’」』）]*(?=[^”’」』）]))/su;
const WORD = /^.*\s/s;

/** Where the part that begins at `from` ends. */
function endOf(text: string, from: number): number {
  const full = from + PART;
  const near = text.slice(full - SLACK, full);
  const [ends] = SENTENCE.exec(near) ?? WORD.exec(near) ?? [''];
  if (ends) return full - SLACK + ends.length;
  return /[\ud800-\udbff]/.test(text[full - 1] ?? '') ? full - 1 : full;
}
