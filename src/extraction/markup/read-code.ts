import { pattern } from '../../model/pattern.ts';
import { attributeOf, attributeOrNull, findAll, findFirst, isText, rawText } from '../find-elements.ts';
import { isElement } from './elements.ts';

/** Class names of what stands beside the code: line numbers, buttons, labels. */
const GUTTER = pattern()`
  (?:^|[\s_-])(?:
    line(?:[-_]?n(?:umbers?(?:-rows)?|os?|um|r)|-index|Number)|numbering|gutter|ln(?!-[lc])|lnt|crayon-nums?|blob-num
    |copy(?:btn|button|code)?|tool(?:bar|box)
    |code(?:block)?-header|tag_listingline|listing_data
  )(?:$|[\s_-])`;

/** Class names of elements that hold one line of code each. */
const LINE = /(?:^|[\s_-])(?:line|code-snippet_outer|codeline|listingline|react-code-text)(?:$|[\s_-])/;

/**
 * Put around a number that has an element of its own, until it is known whether such numbers count the lines. They do
 * if they rise by one from line to line. `VALUE` are the classes that highlighters give to numbers of the code itself.
 */
const [OPEN, CLOSE] = ['\ue000', '\ue001'];
const VALUE = /^(?:m[bfhio]?|l|nu|(?:hljs-|cm-|token )number|pl-c1|mtk\d+)$/;
const COUNTED = /^[ \t]*\ue000\s*(\d+).*?\ue001/;

/**
 * Whether an element stands beside the code and is not part of it. A `pre` or `code` may have such a class although it
 * holds the code, so it must be empty or hold numbers alone.
 */
export function isGutter(element: Element): boolean {
  if (
    isElement(element, 'BUTTON', 'STYLE', 'SCRIPT', 'SVG', 'TEXTAREA', 'FIGCAPTION') ||
    attributeOrNull(element, 'role') === 'button'
  )
    return true;
  const text = rawText(element).trim();
  return (
    GUTTER.test(attributeOf(element, 'class')) &&
    (/^[\d\s]*$/.test(text) || (/^.{0,30}$/.test(text) && !isElement(element, 'PRE', 'CODE')))
  );
}

/** The code of a block, with the line breaks that the page shows and without line numbers, buttons and labels. */
export function readCode(block: Element): string {
  const cells = findAll(block, 'td.code, td.blob-code, .rouge-code, td.crayon-code, td.hljs-ln-code');
  const text =
    cells.length > 0
      ? cells.map((cell) => readLines(cell).replace(/\n$/, '')).join('\n')
      : readLines(codeHolderOf(block));
  const lines = text.trimEnd().split('\n');
  const start = Number(COUNTED.exec(lines[0] ?? '')?.[1]);
  const isCounted = lines.every((line, index) => Number(COUNTED.exec(line)?.[1]) === start + index) && lines.length > 1;
  const code = (isCounted ? lines.map((line) => line.replace(COUNTED, '')) : lines).join('\n');
  return code.replace(/[\ue000\ue001]/g, '');
}

/**
 * The part of a block that holds the code, without labels and buttons around it: an editor's content or the only
 * `code`.
 */
function codeHolderOf(block: Element): Element {
  const [code, other] = findAll(block, 'code').filter((inner) => !isLineNumbers(inner));
  return (
    findFirst(block, '.cm-content') ??
    (code && !other && rawText(code).length * 2 > rawText(block).length ? code : block)
  );
}

/** Whether an element holds numbers alone, and so is the column of line numbers beside the code. */
export const isLineNumbers = (element: Element) => /^[\d\s]+$/.test(rawText(element));

const isNumber = (node: Node) => /^\s*\d+[:.]?\s*$/.test(rawText(node));

/**
 * The text of an element with its line breaks. Below 60 levels markup is read as plain text, to bound the recursion.
 * `inLine` says that `root` is within one line of code, so that boxes in it begin no new line.
 */
function readLines(root: Element, depth = 0, inLine = false): string {
  if (depth > 60) return rawText(root);
  if (isElement(root, 'SPAN', 'DIV', 'TD') && isNumber(root) && !root.firstElementChild && !VALUE.test(root.className))
    return OPEN + rawText(root) + CLOSE;
  const boxes = inLine ? [] : [...root.children].filter((child) => isLine(child, root));
  const lines = new Set<Node | null>(boxes);
  // A line break between spans belongs to the code. Between list items or rows it is only the page's source format.
  const isLaidOut = boxes.length > 0 && boxes.every(isBoxOfLine);
  const hasOwnBreaks = !isLaidOut && hasLineBreaks(root);
  let text = '';
  for (const node of root.childNodes) {
    if (node.nodeType === 3) text += ownText(node, isLaidOut);
    else if (isElement(node, 'BR')) text += '\n';
    else if (isElement(node) && !isGutter(node)) {
      const isBox = lines.has(node);
      // A block after text that has not ended its line begins a new one, and so does a marked line right behind another:
      // only its box parts it from that, as Gatsby's.
      const begins = hasOwnBreaks ? lines.has(node.previousSibling) : isLaidOut;
      // A number before the box of its line stands in that line.
      text = endLineIf(isBox && begins && /[^\ue001]$/.test(text), text);
      text += endLineIf(isBox && !hasOwnBreaks, readLines(node, depth + 1, inLine || isSingleLine(node)));
    }
  }
  return text;
}

const isBoxOfLine = (element: Element) => isElement(element, 'LI', 'TR', 'DIV', 'P', 'TBODY');

const isSingleLine = (element: Element) =>
  isElement(element, 'LI', 'TR') || (isNamedLine(element) && [...element.children].filter(isNamedLine).length < 2);

const isNamedLine = (element: Element) => LINE.test(attributeOf(element, 'class'));

const hasLineBreaks = (root: Element) =>
  [...root.childNodes].some((node) => isElement(node, 'BR') || (isText(node) && node.data.includes('\n')));

const ownText = (node: Node, isLaidOut: boolean) =>
  isLaidOut && !node.nodeValue?.trim() ? '' : (node.nodeValue ?? '');

const endLineIf = (line: boolean, text: string) => (line && !text.endsWith('\n') ? `${text}\n` : text);

function isLine(child: Element, parent: Element): boolean {
  if (isGutter(child)) return false;
  if (isBoxOfLine(child)) return true;
  if (isElement(child, 'CODE')) return [...parent.children].filter((other) => isElement(other, 'CODE')).length > 1;
  return isNamedLine(child) || child.hasAttribute('data-line') || child.hasAttribute('data-line-number');
}
