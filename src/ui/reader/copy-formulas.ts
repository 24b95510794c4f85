import { readSelection } from '../../highlighting/read-selection.ts';

/**
 * Lets formulas be copied as TeX, with the words around them: a browser would copy what it has drawn, which no program
 * can read. A formula that is touched is taken whole; a selection without formulas is left to the browser.
 */
export function copyFormulas(event: ClipboardEvent, body: HTMLElement): void {
  const selected = readSelection(body);
  if (!selected || !event.clipboardData) return;
  const range = withWholeFormulas(selected);
  const fragment = range.cloneContents();
  const formulas = fragment.querySelectorAll<MathMLElement>('math[data-tex]');
  if (formulas.length === 0) return;
  for (const math of formulas) math.replaceWith(texOf(math));
  for (const unseen of fragment.querySelectorAll('[data-hidden]')) unseen.remove();
  event.clipboardData.setData('text/plain', linesOf(fragment).trim());
  event.preventDefault();
}

function withWholeFormulas(selected: Range): Range {
  const range = selected.cloneRange();
  const first = formulaAround(range.startContainer);
  const last = formulaAround(range.endContainer);
  if (first) range.setStartBefore(first);
  if (last) range.setEndAfter(last);
  return range;
}

function formulaAround(node: Node): Element | null {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest('math') ?? null;
}

function texOf(math: MathMLElement): string {
  const mark = math.getAttribute('display') === 'block' ? '$$' : '$';
  return `${mark}${math.getAttribute('data-tex') ?? ''}${mark}`;
}

const BLOCK = /^(?:p|h[1-6]|li|dt|dd|pre|blockquote|figure|figcaption|tr|table|div|section|ul|ol)$/;

/** The text in a node, with each block in it on lines of its own and a line break for every `br`. */
export function linesOf(root: Node): string {
  let text = '';
  let isEnded = false;
  const write = (more: string): void => {
    if (isEnded && text !== '' && !text.endsWith('\n')) text += '\n';
    isEnded = false;
    text += more;
  };
  const visit = (node: Node): void => {
    const isBlock = node instanceof Element && BLOCK.test(node.localName);
    isEnded ||= isBlock;
    if (node instanceof Text && node.data !== '') write(node.data);
    else if (node.nodeName === 'BR') write('\n');
    for (const child of node.childNodes) visit(child);
    isEnded ||= isBlock;
  };
  for (const child of root.childNodes) visit(child);
  return text;
}
