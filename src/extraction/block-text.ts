/** Elements that end a line of text: the blocks of the HTML rendering section, `br`, and table cells. */
const BLOCKS = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY BR CAPTION CENTER DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER ' +
    'FORM H1 H2 H3 H4 H5 H6 HEADER HGROUP HR LEGEND LI MAIN MENU NAV OL OPTGROUP OPTION P PRE SECTION SUMMARY TABLE TBODY ' +
    'TD TFOOT TH THEAD TR UL'
  ).split(' '),
);

/** Elements whose text does not belong to the page. */
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
  const lines = writeLines();
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
      if (at === root || !at) return lines.read();
      next = at.nextSibling;
      if (next) break;
      at = at.parentNode;
      if (at) lines.leave(at.nodeName);
    }
    node = next;
  }
}

/** Writes a text line by line, as elements begin and end. */
function writeLines() {
  let written = '';
  /** The last character, kept apart because reading the end of a growing string copies it. */
  let last = NEW_LINE;
  let preformatted = 0;
  const append = (text: string): void => {
    if (text === '') return;
    written += text;
    last = text.charCodeAt(text.length - 1);
  };
  const endLine = (name: string): void => {
    if (last !== NEW_LINE && BLOCKS.has(name)) append('\n');
  };
  return {
    enter(name: string): void {
      endLine(name);
      if (name === 'PRE') preformatted += 1;
    },
    leave(name: string): void {
      if (name === 'PRE') preformatted -= 1;
      endLine(name);
    },
    /** After white space, white space that follows collapses. */
    write(text: string): void {
      if (preformatted > 0) append(text);
      else {
        // A single space is let be, as in `collapseSpace`, which takes more for white space.
        const collapsed = text.replace(/[ \t\n\r\f]{2,}|[\t\n\r\f]/g, ' ');
        const isOpen = last === NEW_LINE || last === SPACE;
        append(isOpen && collapsed.charCodeAt(0) === SPACE ? collapsed.slice(1) : collapsed);
      }
    },
    read: (): string =>
      written
        .split('\n')
        .map((line) => (line.endsWith(' ') ? line.replace(/(?<! ) +$/, '') : line))
        .filter((line) => line !== '')
        .join('\n'),
  };
}
