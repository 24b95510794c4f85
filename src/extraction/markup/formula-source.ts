import { attributeOf, attributeOrNull, findAll, findFirst, firstAttribute } from '../find-elements.ts';
import { isElement } from './elements.ts';
import { parseHtml } from './parse-html.ts';

/** Elements that hold a source and nothing else until a script draws it. */
const SOURCES =
  'd-math, tex-math, embed-katex, math-renderer, .katex--display, .katex--inline, .math.inline, .math.display, .math-inline, .math-display, .js-render-math, pre[lang="math"], pre:has(> .language-math), .language-math';

/** A list of selectors, and those elements: a function, since the bundler would write out a name wherever it is used. */
export const withSources = (selectors: string): string => `${selectors}, ${SOURCES}`;

/** MathML out of an attribute or a script; WIRIS writes « » ¨ for < > ". */
export function parseMathml(source: string): Element | null {
  const html = source.replace(/«/g, '<').replace(/»/g, '>').replace(/¨/g, '"');
  return findFirst(parseHtml(html), 'math');
}

/** TeX in the places that renderers leave it. */
export function readTex(element: Element): string | null {
  const annotation = findAll(element, 'annotation').find((note) => /tex/i.test(attributeOf(note, 'encoding')));
  const image = findFirst(element, 'img[alt]');
  const inner = findFirst(element, '[data-latex]');
  const isSource =
    element.matches('script:not([type*="mml"])') || (element.matches(SOURCES) && !findFirst(element, ':not(code)'));
  const attribute = firstAttribute(
    element,
    'data-tex data-formula data-latex data-math data-equation-content data-value data-mathml-tex alttext',
  );
  const script = findFirst(element, 'script[type^="math/tex"]') ?? besideScript(element);
  const expression = /"persistentExpression":"((?:[^"\\]|\\.)*)"/.exec(attributeOf(element, 'data-attrs'))?.[1];
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

/** MathJax 2 draws before the script that holds the source, with a preview between. */
export function besideScript(element: Element): Element | null {
  if (!/mathjax|mjx/i.test(element.className)) return null;
  const next = element.nextElementSibling;
  return isElement(next, 'SCRIPT') && attributeOrNull(next, 'type')?.startsWith('math/tex') ? next : null;
}

/** Wikipedia wraps its sources in `{\displaystyle …}`. */
export const cleanTex = (tex: string) =>
  tex
    .trim()
    .replace(/^\{\\(?:displaystyle|textstyle)([\s\S]*)\}$/, '$1')
    .replace(/^\\\[([\s\S]*)\\\]$|^\\\(([\s\S]*)\\\)$|^\$(?:\$([\s\S]*)\$|([^$]*))\$$/, '$1$2$3$4')
    .replace(/^%.*\n/, '')
    .trim();
