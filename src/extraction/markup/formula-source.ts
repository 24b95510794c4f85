import { decodeSafely } from '../../model/address/decode-safely.ts';
import { pattern } from '../../model/pattern.ts';
import { attributeOf, attributeOrNull, findAll, findFirst, firstAttribute } from '../find-elements.ts';
import { isElement, parseHtml } from './elements.ts';

/** Elements that hold nothing but the source of a formula until a script draws it. */
const SOURCES =
  'd-math, embed-katex, math-renderer, .katex--display, .katex--inline, .math.inline, .math.display, ' +
  '.math-inline, .math-display, .js-render-math, pre[lang="math"], pre:has(> .language-math)';

/**
 * Adds these elements to a list of selectors. A function, because the bundler repeats a constant wherever it is used.
 */
export const withFormulaSources = (selectors: string): string => `${selectors}, ${SOURCES}`;

/** Parses MathML from an attribute or a script. WIRIS writes « » ¨ for < > ". */
export function parseMathml(source: string): Element | null {
  const html = source.replace(/«/g, '<').replace(/»/g, '>').replace(/¨/g, '"');
  return findFirst(parseHtml(html), 'math');
}

/** The TeX source of a formula, from wherever a renderer keeps it; null when there is none. */
export function readTex(element: Element): string | null {
  const annotation = findAll(element, 'annotation').find((note) => /tex/i.test(attributeOf(note, 'encoding')));
  const image = findFirst(element, 'img[alt]');
  const inner = findFirst(element, '[data-latex]');
  const isSource = element.matches('script') || (element.matches(SOURCES) && !findFirst(element, ':not(code)'));
  const attribute = firstAttribute(
    element,
    'data-tex data-formula data-latex data-math data-equation-content data-mathml-tex alttext',
  );
  const script = findFirst(element, 'script[type^="math/tex"]') ?? sourceScriptOf(element);
  const expression = /"persistentExpression":"(([^"\\]|\\.)*)"/.exec(attributeOf(element, 'data-attrs'))?.[1];
  const tex =
    annotation?.textContent ??
    attribute ??
    script?.textContent ??
    expression?.replace(/\\(.)/g, '$1') ??
    attributeOrNull(findFirst(element, 'math[alttext]'), 'alttext') ??
    attributeOrNull(inner, 'data-latex') ??
    attributeOrNull(image, 'alt') ??
    (isSource ? element.textContent : null);
  return cleanTex(tex ?? '') || null;
}

/** The `script` with the source that MathJax 2 leaves behind the drawing of a formula. */
export function sourceScriptOf(element: Element): Element | null {
  if (!/mathjax|mjx/i.test(element.className)) return null;
  const next = element.nextElementSibling;
  return isElement(next, 'SCRIPT') && attributeOrNull(next, 'type')?.startsWith('math/tex') ? next : null;
}

/**
 * TeX without its delimiters, a first line that is a comment, and the `{\displaystyle …}` that Wikipedia puts around
 * it.
 */
export const cleanTex = (tex: string) =>
  tex
    .trim()
    .replace(/^\{\\(?:display|text)style([\s\S]*)\}$/, '$1')
    .replace(/^\\\[([\s\S]*)\\\]$|^\\\(([\s\S]*)\\\)$|^\$(?:\$([\s\S]*)\$|([^$]*))\$$/, '$1$2$3$4')
    .replace(/^%.*\n/, '')
    .trim();

/** Addresses of services that draw TeX as a picture, and class names of such pictures. */
const DRAWN = pattern('i')`
  latex|tex\?|\/equation\?tex=|mathtex|[?&]cht=tx|wp-content\/ql-cache|\/math\/render\/|formula
  |%5C[a-z]{2}(?!.*\.\w{3,4}$)`;
const CLASSES = /(?:^|[\s_-])(?:latex|tex|math|equation|formula|eeimg)(?:$|[\s_-])/i;

/** The TeX that a picture was drawn from, read from its alternative text or its address; null for other pictures. */
export function texOfPicture(img: Element): { tex: string; display: boolean } | null {
  const address = attributeOf(img, 'src');
  const names = `${attributeOf(img, 'class')} ${img.hasAttribute('eeimg') ? 'eeimg' : ''} ${img.closest('.math') ? 'math' : ''}`;
  if (!CLASSES.test(names) && !DRAWN.test(address)) return null;
  const alt = attributeOf(img, 'alt').trim();
  const tex = looksLikeTex(alt) ? alt : fromAddress(address);
  if (!tex) return null;
  const display =
    /displayed?|block/i.test(names) ||
    attributeOrNull(img, 'eeimg') === '2' ||
    /\\displaystyle|^\\\[|\\tag\{/.test(tex) ||
    /\\\\\s*$/.test(tex);
  return { tex: tex.replace(/\\\\\s*$/, ''), display };
}

/** TeX has commands, sub- or superscripts or a relation. Alternative texts such as "Formula 3" have none. */
const looksLikeTex = (text: string) =>
  /\\[a-zA-Z]+|[_^]\{?\w|^[\w\s+\-*/()|,.=<>!']+=[\w\s+\-*/()|,.^_{}]+$|^\{.*\}$|^[A-Za-z]$/.test(text);

function fromAddress(address: string): string | null {
  const raw =
    /[?&](?:tex|latex|chl|eq|formula|f|math|from)=([^&]+)/i.exec(address)?.[1] ??
    /(?:svg|png|gif|image|latex|\.cgi)\?([^&].*)$/i.exec(address)?.[1] ??
    /\/(?:formula|svg|png)\/([^?]+)$/i.exec(address)?.[1];
  if (!raw) return null;
  const tex = decodeSafely(raw.replace(/\+/g, '%20'))
    .replace(/^(?:\s|\\(?:dpi\{\d+\}|[bf]g_\w+|inline|large|huge))*/, '')
    .trim();
  return /[\\^_={}]|^[A-Za-z]$/.test(tex) ? tex : null;
}
