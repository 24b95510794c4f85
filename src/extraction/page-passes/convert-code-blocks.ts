import type { PagePass } from '../extraction-pass.ts';
import { findAll, findFirst, makeElement, namesOf, rawText } from '../find-elements.ts';
import { findNamed } from '../find-named.ts';
import { codeLanguage, KNOWN_LANGUAGE } from '../markup/code-language.ts';
import { isBlank, isElement, textOf, unwrap } from '../markup/elements.ts';
import { isGutter, isLineNumbers, readCode } from '../markup/read-code.ts';

/** Blocks of code that are no `pre`: tables with a column of numbers, editors, one element for each line; those of Doxygen, W3.CSS and PEAR. */
const BLOCKS = [
  'table:has(td.code), table:has(td.blob-code), table:has(.rouge-code), table.crayon-table, .hljs-ln',
  '.syntaxhighlighter, .CodeMirror-code, .cm-content, .monaco-editor .view-lines, .react-code-lines, .ltx_listing',
  '.contents .fragment:has(> .line), .w3-code:not(:has(p)), .hl-main:has(> .hl-code)',
].join(', ');

/** Wrappers that belong to a block of code: frames, tool bars, gutters. */
const WRAPPER =
  /highlight|code|rouge|prism|snippet|syntax|gist|crayon|shiki|expressive|blob|prettyprint|listing|gatsby/i;

/**
 * Makes every block of code a `pre > code.language-x` with its line breaks and nothing else.
 *
 * Highlighters split code into spans, tables and one element for each line, with line numbers and copy buttons between
 * the text.
 */
export const convertCodeBlocks: PagePass = {
  run({ clone }) {
    // A block within another was converted with it.
    for (const block of findNamed(clone, BLOCKS)) if (block.isConnected) convert(block);
    for (const block of findNamed(clone, 'div[class*="language-" i], div[data-lang]'))
      if (!findFirst(block, 'pre, code, p, table, img') && KNOWN_LANGUAGE.test(codeLanguage(block) ?? ''))
        convert(block);
    for (const pre of findAll(clone, `pre:not([${DONE}])`)) settle(pre);
    for (const code of findAll(clone, ':not(pre) > code')) if (isLoneBlock(code)) convert(code);
    for (const pre of findAll(clone, `pre[${DONE}]`)) pre.removeAttribute(DONE);
  },
};

const DONE = 'data-recto-code';

function settle(pre: Element): void {
  // Drops empty ones, numbers in a column of their own, and a file's name set like the code below it.
  if (isBlank(pre) || (isLineNumbers(pre) && pre.closest('td')?.nextElementSibling)) pre.remove();
  else if (isCode(pre)) convert(pre);
  else if (pre.parentElement?.matches('[class*="filename"]')) unwrap(pre);
}

/** Whether a `pre` is code. One of running text with links in it (letters, poems, mailing lists) stays as it is. */
function isCode(pre: Element): boolean {
  if (findFirst(pre, 'code, .line, [class*="token"], [class*="hljs"], ol.linenums') || codeLanguage(pre)) return true;
  return !findFirst(pre, 'a[href], em, i, b, strong, img, u');
}

/** Whether code of several lines stands alone in its paragraph. */
function isLoneBlock(code: Element): boolean {
  if (!findFirst(code, 'br') && !rawText(code).trim().includes('\n')) return false;
  const parent = code.parentElement;
  if (!isElement(parent, 'P', 'DIV', 'SECTION', 'FIGURE') || textOf(parent) !== textOf(code)) return false;
  return !!findFirst(code, 'br') || /[{};=<>()]\s*\n/.test(rawText(code));
}

function convert(block: Element): void {
  const text = readCode(block)
    .replace(/\u00a0/g, ' ')
    .replace(/[\u200b\ufeff]/g, '')
    .replace(/\r\n?/g, '\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();
  if (!text) return;
  // What all lines are indented by comes from the page's own source.
  const lines = text.split('\n');
  const indent = lines.reduce((least, line) => (line.trim() ? Math.min(least, line.search(/\S/)) : least), text.length);
  const code = lines.map((line) => line.slice(indent)).join('\n');
  const target = outermost(block.closest('pre') ?? block, code);
  const page = block.ownerDocument;
  const pre = makeElement(page, 'pre');
  const inner = makeElement(page, 'code');
  const box = labelledBox(target);
  const language = codeLanguage(block, box);
  for (const other of box === target ? [] : [...box.children]) if (!other.contains(target)) other.remove();
  if (language) inner.className = `language-${language}`;
  inner.textContent = code;
  pre.append(inner);
  pre.setAttribute(DONE, '');
  const id = block.id || target.id;
  if (id) pre.id = id;
  const caption = captionOf(target);
  const parent = target.parentElement;
  const isAlone = isElement(parent, 'P') && textOf(parent) === textOf(target);
  (isAlone ? parent : target).replaceWith(caption ? figureOf(page, pre, caption) : pre);
}

/** The wrapper around a block that holds nothing else worth keeping. */
function outermost(block: Element, code: string): Element {
  let target = block;
  for (
    let at = block.parentElement;
    at && !/^(?:BODY|ARTICLE|MAIN|LI|TD|BLOCKQUOTE|DD)$/.test(at.tagName);
    at = at.parentElement
  ) {
    const wraps = WRAPPER.test(namesOf(at)) || at.tagName === 'FIGURE' || at.localName.includes('-');
    if (!wraps) break;
    const rest = textOf(at).length - code.replace(/\s+/g, ' ').length;
    if (rest > 160 + code.split('\n').length * 8) break;
    const others = findAll(at, 'pre').filter((pre) => !block.contains(pre) && !isLineNumbers(pre));
    const prose = findAll(at, 'p, h1, h2, h3, h4, li').some(
      (item) => !block.contains(item) && !isGutter(item.parentElement ?? item) && textOf(item).length > 40,
    );
    if (others.length > 0 || prose) break;
    target = at;
  }
  return target;
}

/** The box that holds a block of code and the name of its language, and at most a button; without one, the block. */
function labelledBox(block: Element): Element {
  const box = block.parentElement ?? block;
  // A box with more children is the article, whose text would be read for each block of code.
  if (box.children[20]) return block;
  const rest = textOf(box).replace(textOf(block), '').trim();
  return rest !== '' && rest.split(/\s|copy|复制|代码/i).every((word) => !word || KNOWN_LANGUAGE.test(word))
    ? box
    : block;
}

/**
 * A file name or title set over the code, as it is marked up, where no button with words stands in it. The language's
 * name, a button or a counter is none.
 */
function captionOf(target: Element): (Node | string)[] | null {
  const holder = findFirst(
    target,
    'figcaption, .code-lang > .bold, .code-label[title], [class*="filename" i], [class*="code-title" i], ' +
      '[class*="codeblocktitle" i], [class*="code-block-title" i]',
  );
  const text = textOf(holder).replace(/\s*(?:copy(?: code)?|复制(?:代码)?)$/i, '');
  return text && text.length < 120 && !/^[\w+#]{1,12}$|^copy\b|^复制/i.test(text)
    ? textOf(holder) === text
      ? [...(holder?.childNodes ?? [])]
      : [text]
    : null;
}

function figureOf(page: Document, pre: Element, caption: readonly (Node | string)[]): Element {
  const figure = makeElement(page, 'figure');
  const figcaption = makeElement(page, 'figcaption');
  figcaption.append(...caption);
  figure.append(figcaption, pre);
  return figure;
}
