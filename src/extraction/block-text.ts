/** Elements that end a line of text: the blocks of the HTML rendering section, `br`, and table cells. */
const BLOCKS = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY BR CAPTION CENTER DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER ' +
    'FORM H1 H2 H3 H4 H5 H6 HEADER HGROUP HR LEGEND LI MAIN MENU NAV OL OPTGROUP OPTION P PRE SECTION SUMMARY TABLE TBODY ' +
    'TD TFOOT TH THEAD TR UL'
  ).split(' '),
);

const UNSEEN = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'TITLE', 'HEAD']);

/** Whether an element starts and ends a line of text. */
export function isBlock(node: Node): boolean {
  return BLOCKS.has(node.nodeName);
}

/**
 * Text of a tree with a line break at every block boundary; white space is collapsed except in `pre`, blank lines are
 * left out. Walks without recursion, so that a tree of any depth can be read.
 */
export function blockText(root: Node): string {
  const lines = new LineWriter();
  let node = root;
  for (;;) {
    lines.enter(node);
    const child = UNSEEN.has(node.nodeName) ? null : node.firstChild;
    if (child !== null) {
      node = child;
      continue;
    }
    while (node !== root && node.nextSibling === null && node.parentNode !== null) {
      lines.leave(node);
      node = node.parentNode;
    }
    lines.leave(node);
    if (node === root || node.nextSibling === null) return lines.text();
    node = node.nextSibling;
  }
}

class LineWriter {
  #text = '';
  /** Whether white space that follows collapses; kept apart because reading the end of a growing string copies it. */
  #open = true;
  #preformatted = 0;

  enter(node: Node): void {
    if (node.nodeType === node.TEXT_NODE) this.#write(node.nodeValue ?? '');
    else this.#boundary(node);
    if (node.nodeName === 'PRE') this.#preformatted += 1;
  }

  leave(node: Node): void {
    if (node.nodeName === 'PRE') this.#preformatted -= 1;
    this.#boundary(node);
  }

  text(): string {
    return this.#text
      .split('\n')
      .map((line) => line.replace(/^ +$|(?<=\S) +$/g, ''))
      .filter((line) => line !== '')
      .join('\n');
  }

  #write(text: string): void {
    if (this.#preformatted > 0) this.#append(text);
    else {
      const collapsed = text.replace(/[ \t\n\r\f]+/g, ' ');
      this.#append(this.#open ? collapsed.replace(/^ /, '') : collapsed);
    }
  }

  #append(text: string): void {
    if (text === '') return;
    this.#text += text;
    this.#open = /[\n ]$/.test(text);
  }

  #boundary(node: Node): void {
    if (BLOCKS.has(node.nodeName)) this.#append('\n');
  }
}
