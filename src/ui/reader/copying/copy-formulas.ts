import { readSelection } from '../../../highlighting/read-selection.ts';

/**
 * Copies formulas as TeX together with the words around them. A browser would copy what it has drawn, which no program
 * can read. A formula that is partly selected is copied whole. A selection without formulas is left to the browser.
 */
export function copyFormulas(event: ClipboardEvent, body: HTMLElement): void {
  const range = readSelection(body);
  const { clipboardData } = event;
  if (!range || !clipboardData) return;
  const first = formulaAround(range.startContainer);
  const last = formulaAround(range.endContainer);
  if (first) range.setStartBefore(first);
  if (last) range.setEndAfter(last);
  const fragment = range.cloneContents();
  const formulas = fragment.querySelectorAll('math[data-tex]');
  if (!formulas.length) return;
  for (const math of formulas) {
    const mark = math.matches('[display=block]') ? '$$' : '$';
    math.replaceWith(mark + math.getAttribute('data-tex') + mark);
  }
  for (const unseen of fragment.querySelectorAll('[data-hidden]')) unseen.remove();
  clipboardData.setData('text/plain', linesOf(fragment).trim());
  event.preventDefault();
}

const formulaAround = (node: Node) => (node instanceof Element ? node : node.parentElement)?.closest('math');

const BLOCK = /^(?:p|h.|li|d[dt]|pre|blockquote|fig.+|caption|summary|t[dhr]|div|section|[uo]l)$/i;

/**
 * The text in a node, with each block and cell on lines of its own and a line break for every `br`. Line breaks of the
 * source count in code alone.
 */
export function linesOf(root: Node): string {
  // Begins as after a line end. The last character is kept apart, because asking a long text for it would copy the
  // text.
  let [text, last] = ['', '\n'];
  let isEnded = false;
  const write = (more: string): void => {
    if (isEnded && last !== '\n') text += '\n';
    isEnded = false;
    text += more;
    last = more.slice(-1);
  };
  const visit = (node: Node): void => {
    const isBlock = BLOCK.test(node.nodeName);
    isEnded ||= isBlock;
    if (node instanceof Text) {
      // A blank at the beginning of a line, or behind another, does not count.
      const words = node.parentElement?.closest('pre')
        ? node.data
        : node.data.replace(/[ \t-\r]+/g, (_, at) => (at || !(isEnded || / |\n/.test(last)) ? ' ' : ''));
      if (words) write(words);
    } else if (node.nodeName === 'BR') write('\n');
    for (const child of node.childNodes) visit(child);
    isEnded ||= isBlock;
  };
  for (const child of root.childNodes) visit(child);
  return text;
}
