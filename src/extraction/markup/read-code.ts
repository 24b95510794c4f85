import { attributeOf, attributeOrNull, findAll, rawText } from '../find-elements.ts';
import { isElement } from './elements.ts';

/** Elements beside the code: line numbers, buttons, labels. */
const GUTTER =
  /(?:^|[\s_-])(?:line-?numbers?(?:-rows)?|lineno|linenos?|linenums?-gutter|gutter|hljs-ln-(?:n|numbers)|ln|lnt|line-index|line-num|linenumber|lineNumber|crayon-nums?|blob-num|rouge-gutter|copy(?:-?(?:btn|button|code))?|toolbar|codeblock-header|code-header)(?:$|[\s_-])/;

/** Elements that are a line each. */
const LINE =
  /(?:^|[\s_-])(?:line|code-line|token-line|ec-line|view-line|cm-line|CodeMirror-line|crayon-line|code-snippet_outer|codeline|react-code-text)(?:$|[\s_-])/;

/** Whether an element is beside the code and not part of it. A `pre` that shows numbers often carries their class itself. */
export function isGutter(element: Element): boolean {
  const names = attributeOf(element, 'class');
  const text = rawText(element);
  if (
    isElement(element, 'BUTTON', 'STYLE', 'SCRIPT', 'SVG', 'TEXTAREA', 'FIGCAPTION') ||
    attributeOrNull(element, 'role') === 'button'
  )
    return true;
  if (GUTTER.test(names) && /^[\d\s]*$|^.{0,30}$/.test(text.trim()))
    return !isElement(element, 'PRE', 'CODE') || /^[\d\s]*$/.test(text);
  return GUTTER.test(names) && isElement(element, 'UL', 'OL', 'TD', 'SPAN', 'DIV') && /^[\d\s]*$/.test(text);
}

/** Code of an element that stands for a `pre`: the code column of a table, or its lines. */
export function codeLines(block: Element): string {
  const cells = findAll(block, 'td.code, td.blob-code, .rouge-code, td.crayon-code, td.hljs-ln-code');
  if (cells.length > 0) return cells.map((cell) => readCode(cell).replace(/\n$/, '')).join('\n');
  return readCode(block);
}

/** Text of code with the line breaks it is shown with, without gutters. Recursion is bounded: deeper markup is read as plain text. */
export function readCode(root: Element, depth = 0): string {
  if (depth > 60) return rawText(root);
  const lines = new Set([...root.children].filter((child) => isLine(child, root)));
  // Line breaks between spans are the code's own; between list items and rows they only lay out the source.
  const laidOut = lines.size > 0 && [...lines].every((line) => isElement(line, 'LI', 'TR', 'DIV', 'P', 'TBODY'));
  const broken = !laidOut && hasLineBreaks(root);
  let text = '';
  for (const node of root.childNodes) {
    if (node.nodeType === 3) text += ownText(node, laidOut);
    else if (isElement(node, 'BR')) text += '\n';
    else if (isElement(node) && !isGutter(node)) {
      const isOwnLine = lines.has(node) && !broken;
      // A block after text that has not ended its line begins a new one.
      if (isOwnLine && laidOut && text && !text.endsWith('\n')) text += '\n';
      text += endedIf(isOwnLine, readCode(node, depth + 1));
    }
  }
  return text;
}

const hasLineBreaks = (root: Element) =>
  [...root.childNodes].some((node) => isElement(node, 'BR') || (node.nodeType === 3 && node.nodeValue?.includes('\n')));

const ownText = (node: Node, laidOut: boolean) => (laidOut && !node.nodeValue?.trim() ? '' : (node.nodeValue ?? ''));

const endedIf = (line: boolean, text: string) => (line && !text.endsWith('\n') ? `${text}\n` : text);

function isLine(child: Element, parent: Element): boolean {
  if (isGutter(child)) return false;
  if (isElement(child, 'LI', 'TR', 'DIV', 'P', 'TBODY')) return true;
  if (isElement(child, 'CODE')) return [...parent.children].filter((other) => isElement(other, 'CODE')).length > 1;
  return (
    LINE.test(attributeOf(child, 'class')) || child.hasAttribute('data-line') || child.hasAttribute('data-line-number')
  );
}
