import { pattern } from '../../model/pattern.ts';
import { findAll, firstAttribute, isText, rawText, textNodes } from '../find-elements.ts';
import { findNamed } from '../find-named.ts';

/** What shows that the page uses a library for TeX: its script, its style sheet or its settings. */
const LIBRARY = /mathjax|katex|asciimath|math\/tex|tex-mml|tex-chtml|remark-math|markdown-it-tex/i;

/** TeX between delimiters, in the order they are tried. Single dollars must not stand around prices. */
const DELIMITED = pattern('g')`
  \$\$([\s\S]+?)\$\$
  |\\\[([\s\S]+?)\\\]
  |\\\(([\s\S]+?)\\\)
  |(?<![\\$\w])\$(?!\s)((?:[^$\n\\]|\\.){1,300}?)(?<![\s\\])\$(?![\d\w$])
  |(\\begin\{(equation|align|gather|eqnarray)(\*?)\}[\s\S]+?\\end\{\6\7\})`;

/** Boxes around formulas. On a page without a known library only these are read. */
const MATHEMATICAL = '[class*="math" i], .arithmatex';

const SKIPPED = 'script, style, pre, code, textarea, math, noscript, svg';

/**
 * Replaces `\(…\)`, `\[…\]`, `$$…$$` and `$…$` in running text by what `make` gives, on pages that use a library for
 * formulas. A formula that is split by markup other than `br` stays as it is.
 */
export function readRawFormulas(page: Document, make: (at: Node, tex: string, display: boolean) => Element): void {
  const body = page.body;
  const isUsed = body && usesLibrary(page);
  if (!body || !(isUsed || findNamed(page, MATHEMATICAL)[0])) return;
  for (const br of findAll(body, 'br')) joinLines(br);
  const texts: Text[] = [];
  for (const text of textNodes(body)) {
    if (
      /\$|\\[[(]|\\begin/.test(text.data) &&
      text.parentElement?.closest(isUsed ? '*' : MATHEMATICAL) &&
      !text.parentElement.closest(SKIPPED)
    )
      texts.push(text);
  }
  for (const text of texts) replaceIn(text, make);
}

/** The end of a formula is looked for this many siblings further on. */
const FAR = 40;

/** Joins the texts on both sides of a `br` inside a formula. Editors put it there for a line break in the source. */
function joinLines(br: Element): void {
  const { previousSibling: before, nextSibling: after } = br;
  if (!isText(before) || !isText(after)) return;
  let text = before.data;
  // The formula must also end somewhere behind the break.
  if (!isOpen(text)) return;
  for (let next: Node | null = br, seen = 0; isOpen(text); text += rawText(next)) {
    next = next.nextSibling;
    if (!next || seen++ > FAR) return;
  }
  before.data += `\n${after.data}`;
  after.remove();
  br.remove();
}

/** Whether a text ends within a formula. */
function isOpen(text: string): boolean {
  const last = (command: string) => text.lastIndexOf(`\\${command}`);
  return text.split('$$').length % 2 === 0 || last('[') > last(']') || last('begin') > last('end');
}

function usesLibrary(page: Document): boolean {
  for (const script of findAll(page, 'script, link[rel="stylesheet"]')) {
    const source = firstAttribute(script, 'src href') ?? '';
    if (LIBRARY.test(source) || (!source && LIBRARY.test(rawText(script).slice(0, 20_000)))) return true;
  }
  return findNamed(page, '.MathJax, .katex, .tex2jax_process').length > 0;
}

function replaceIn(text: Text, make: (at: Node, tex: string, display: boolean) => Element): void {
  const pieces: (string | Node)[] = [];
  let from = 0;
  for (const match of text.data.matchAll(DELIMITED)) {
    const [whole, dollars, brackets, parens, dollar, environment] = match;
    const tex = dollars ?? brackets ?? parens ?? dollar ?? environment ?? '';
    if (dollar !== undefined && !/[\\^_={}<>+]|^[A-Za-z](?:'|\([A-Za-z]\))?$/.test(dollar)) continue;
    pieces.push(text.data.slice(from, match.index), make(text, tex, parens === undefined && dollar === undefined));
    from = match.index + whole.length;
  }
  if (from > 0) text.replaceWith(...pieces, text.data.slice(from));
}
