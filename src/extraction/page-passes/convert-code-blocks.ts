import type { PagePass } from '../extraction-pass.ts';
import { attributeOrNull, findAll, findFirst, makeElement, rawText } from '../find-elements.ts';
import { findNamed } from '../find-named.ts';
import { codeLanguage } from '../markup/code-language.ts';
import { isElement, textOf } from '../markup/elements.ts';
import { codeLines, isGutter, readCode } from '../markup/read-code.ts';

/** Blocks of code that are no `pre`: tables with a column of numbers, editors, one element for each line. */
const BLOCKS = [
  'table:has(td.code), table:has(td.blob-code), table:has(.rouge-code), table.highlighttable, table.rouge-table, table.crayon-table, .hljs-ln',
  '.syntaxhighlighter, .CodeMirror-code, .cm-content, .monaco-editor .view-lines, .react-code-lines',
].join(', ');

/** Wrappers that belong to a block of code: frames, tool bars, gutters. */
const WRAPPER =
  /highlight|code|rouge|prism|snippet|syntax|gist|crayon|shiki|expressive|blob|prettyprint|listing|gatsby/i;

/**
 * Every block of code becomes `pre > code.language-x` with its line breaks and nothing else.
 *
 * Highlighters split code into spans, tables and one element for each line, with line numbers and copy buttons between
 * the text.
 */
export const convertCodeBlocks: PagePass = {
  run({ clone }) {
    for (const block of findNamed(clone, BLOCKS)) {
      if (block.isConnected && !block.parentElement?.closest(BLOCKS)) convert(block, codeLines(block));
    }
    for (const pre of findAll(clone, 'pre')) {
      if (pre.isConnected && !pre.hasAttribute(DONE) && !isGutter(pre) && isCode(pre)) convert(pre, readCode(pre));
    }
    for (const code of findAll(clone, ':not(pre) > code')) if (isLoneBlock(code)) convert(code, readCode(code));
    for (const pre of findAll(clone, `pre[${DONE}]`)) pre.removeAttribute(DONE);
  },
};

const DONE = 'data-recto-code';

/** A `pre` of running text with links in it (letters, poems, mailing lists) stays as it is. */
function isCode(pre: Element): boolean {
  if (findFirst(pre, 'code, .line, [class*="token"], [class*="hljs"], ol.linenums') || codeLanguage(pre)) return true;
  return !findFirst(pre, 'a[href], em, i, b, strong, img, u');
}

/** Code of several lines alone in its paragraph. */
function isLoneBlock(code: Element): boolean {
  if (code.closest('pre') || !(findFirst(code, 'br') || rawText(code).trim().includes('\n'))) return false;
  const parent = code.parentElement;
  if (!isElement(parent, 'P', 'DIV', 'SECTION', 'FIGURE') || textOf(parent) !== textOf(code)) return false;
  return findFirst(code, 'br') !== null || /[{};=<>()]\s*\n/.test(rawText(code));
}

function convert(block: Element, text: string): void {
  const code = text
    .replace(/\u00a0/g, ' ')
    .replace(/[\u200b\ufeff]/g, '')
    .replace(/\r\n?/g, '\n')
    .replace(/^(?:[ \t]*\n)+|\s+$/g, '');
  if (!code) return;
  const target = outermost(block, code);
  const page = block.ownerDocument;
  const pre = makeElement(page, 'pre');
  const inner = makeElement(page, 'code');
  const language = codeLanguage(block, target);
  if (language) inner.className = `language-${language}`;
  inner.textContent = code;
  pre.append(inner);
  pre.setAttribute(DONE, '');
  const id = block.id || target.id;
  if (id) pre.id = id;
  const caption = captionOf(target, language);
  const parent = target.parentElement;
  if (caption) target.replaceWith(figureOf(page, pre, caption));
  else if (isElement(parent, 'P') && textOf(parent) === textOf(target)) parent.replaceWith(pre);
  else target.replaceWith(pre);
}

/** The wrapper around a block that holds nothing else worth keeping. */
function outermost(block: Element, code: string): Element {
  let target = block;
  for (
    let at = block.parentElement;
    at && !/^(?:BODY|ARTICLE|MAIN|LI|TD|BLOCKQUOTE|DD)$/.test(at.tagName);
    at = at.parentElement
  ) {
    const wraps =
      WRAPPER.test(`${attributeOrNull(at, 'class')} ${at.id}`) || at.tagName === 'FIGURE' || at.localName.includes('-');
    if (!wraps) break;
    const rest = textOf(at).length - code.replace(/\s+/g, ' ').length;
    if (rest > 160 + code.split('\n').length * 8) break;
    const others = findAll(at, 'pre').filter(
      (pre) => pre !== block && !block.contains(pre) && !pre.contains(block) && !isGutter(pre) && !isGutterCell(pre),
    );
    const prose = findAll(at, 'p, h1, h2, h3, h4, li').some(
      (item) => !block.contains(item) && !isGutter(item.parentElement ?? item) && textOf(item).length > 40,
    );
    if (others.length > 0 || prose) break;
    target = at;
  }
  return target;
}

const isGutterCell = (pre: Element) => /^[\d\s]*$/.test(rawText(pre));

/** A file name or title set over the code; the name of the language, a button or a counter is none. */
function captionOf(target: Element, language: string | null): string | null {
  const holder = findFirst(
    target,
    'figcaption, [class*="filename" i], [class*="code-title" i], [class*="codeblocktitle" i], [class*="code-block-title" i]',
  );
  const text = textOf(holder).replace(/\s*(?:copy(?: code)?|复制(?:代码)?)$/i, '');
  return text && text.length < 120 && text.toLowerCase() !== language && !/^\w{1,12}$|^copy\b|^复制/i.test(text)
    ? text
    : null;
}

function figureOf(page: Document, pre: Element, caption: string): Element {
  const figure = makeElement(page, 'figure');
  const figcaption = makeElement(page, 'figcaption');
  figcaption.textContent = caption;
  figure.append(figcaption, pre);
  return figure;
}
