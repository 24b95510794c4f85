/** Elements that end a line of text: the blocks of the HTML rendering section, `br`, and table cells. */
const BLOCKS = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY BR CAPTION CENTER DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER ' +
    'FORM H1 H2 H3 H4 H5 H6 HEADER HGROUP HR LEGEND LI MAIN MENU NAV OL OPTGROUP OPTION P PRE SECTION SUMMARY TABLE TBODY ' +
    'TD TFOOT TH THEAD TR UL'
  ).split(' '),
);

/** Whose text is none of the page's. */
export const SILENT: ReadonlySet<string> = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'TITLE', 'HEAD']);

/** Whether an element starts and ends a line of text. */
export function isBlock(node: Node): boolean {
  return isBlockName(node.nodeName);
}

/** The same, by its name. */
export function isBlockName(name: string): boolean {
  return BLOCKS.has(name);
}

const NEW_LINE = 10;
const SPACE = 32;

/**
 * Text of a tree with a line break at every block boundary; white space is collapsed except in `pre`, blank lines are
 * left out. Walks without recursion, so that a tree of any depth can be read.
 */
export function blockText(root: Node): string {
  const lines = new LineWriter();
  let node = root;
  for (;;) {
    let next: Node | null = null;
    if (node.nodeType === 3) lines.write(node.nodeValue ?? '');
    else {
      const name = node.nodeName;
      lines.enter(name);
      next = SILENT.has(name) ? null : node.firstChild;
      if (!next) lines.leave(name);
    }
    for (let at: Node | null = node; !next; ) {
      if (at === root || !at) return lines.text();
      next = at.nextSibling;
      if (next) break;
      at = at.parentNode;
      if (at) lines.leave(at.nodeName);
    }
    node = next;
  }
}

class LineWriter {
  #text = '';
  /** The last character, kept apart because reading the end of a growing string copies it. */
  #last = NEW_LINE;
  #preformatted = 0;

  enter(name: string): void {
    this.#boundary(name);
    if (name === 'PRE') this.#preformatted += 1;
  }

  leave(name: string): void {
    if (name === 'PRE') this.#preformatted -= 1;
    this.#boundary(name);
  }

  text(): string {
    return this.#text
      .split('\n')
      .map((line) => (line.endsWith(' ') ? line.replace(/(?<! ) +$/, '') : line))
      .filter((line) => line !== '')
      .join('\n');
  }

  /** After white space, white space that follows collapses. */
  write(text: string): void {
    if (this.#preformatted > 0) this.#append(text);
    else {
      // A single space is let be, as in `collapseSpace`, which takes more for white space.
      const collapsed = text.replace(/[ \t\n\r\f]{2,}|[\t\n\r\f]/g, ' ');
      const isOpen = this.#last === NEW_LINE || this.#last === SPACE;
      this.#append(isOpen && collapsed.charCodeAt(0) === SPACE ? collapsed.slice(1) : collapsed);
    }
  }

  #append(text: string): void {
    if (text === '') return;
    this.#text += text;
    this.#last = text.charCodeAt(text.length - 1);
  }

  #boundary(name: string): void {
    if (this.#last !== NEW_LINE && BLOCKS.has(name)) this.#append('\n');
  }
}
