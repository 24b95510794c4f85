import type { PagePass } from '../extraction-pass.ts';
import { attributeOf, findAll, findFirst } from '../find-elements.ts';
import { findNamed } from '../find-named.ts';
import { isElement, textOf, tidyText, unwrap } from '../markup/elements.ts';
import {
  cleanTex,
  parseMathml,
  readTex,
  sourceScriptOf,
  texOfPicture,
  withFormulaSources,
} from '../markup/formula-source.ts';
import { readRawFormulas } from '../markup/read-raw-formulas.ts';

const MATHML = 'http://www.w3.org/1998/Math/MathML';

/** Places of formulas in pages, outermost element first; `readFormula` reads what replaces them. */
const DRAWN = [
  '.katex-display, .katex',
  '.MathJax_SVG_Display, .MathJax_Display, .MathJax_SVG, .MathJax, .mjx-chtml',
  'script[type^="math/tex"]',
  '.mwe-math-element, [data-formula], [data-tex]:not(math), [data-latex], [data-math], ' +
    '[data-equation-content], .latex-rendered, .Wirisformula',
  'math',
].join(', ');

const FORMULAS = withFormulaSources(DRAWN);

/**
 * Makes every formula one `<math data-tex="…" display="…">`: MathML where the page has it, else its TeX source.
 *
 * Scripts draw formulas as piles of spans, hidden copies, pictures and raw source, which read as doubled or broken
 * text.
 */
export const convertFormulas: PagePass = {
  run({ clone }) {
    for (const element of findNamed(clone, FORMULAS)) {
      if (element.isConnected && !element.parentElement?.closest(FORMULAS)) convert(element);
    }
    for (const img of findAll(clone, 'img')) {
      const formula = texOfPicture(img);
      if (formula) img.replaceWith(makeFormula(img, formula.tex, formula.display || isAlone(img)));
    }
    readRawFormulas(clone, makeFormula);
  },
};

/** Whether a drawn formula, apart from its number, is a paragraph of its own. */
const isAlone = (img: Element) =>
  isElement(img.parentElement, 'P', 'DIV') &&
  /^(?:\(.{1,6}\))?$/.test(textOf(img.parentElement)) &&
  !img.nextElementSibling;

function convert(element: Element): void {
  const tex = readTex(element);
  const display = isDisplay(element);
  const mathml = element.matches('math') ? element : findFirst(element, 'math');
  const source = attributeOf(element, 'data-mathml');
  const drawn = mathml ?? (source ? parseMathml(source) : null);
  if (!tex && !drawn) return;
  dropDrawings(element);
  element.replaceWith(
    drawn
      ? settleMathml(element.ownerDocument.importNode(drawn, true), tex, display)
      : makeFormula(element, tex ?? '', display),
  );
}

/** Drops what MathJax 2 drew beside the source. */
function dropDrawings(element: Element): void {
  const beside = sourceScriptOf(element);
  beside?.remove();
  if (!element.matches('script')) return;
  for (
    let before = element.previousElementSibling;
    before?.matches('[class*="MathJax"]');
    before = element.previousElementSibling
  )
    before.remove();
}

/** Boxes that set a formula on a line of its own, and formulas that are so set. */
const DISPLAY = '.MathJax_Display, .katex-display, .math-display';

function isDisplay(element: Element): boolean {
  return (
    element.matches(
      `${DISPLAY}, .katex--display, .MathJax_SVG_Display, [display="true"], [display="block"], ` +
        'script[type*="mode=display"], section, div, p, pre, d-math[block], .display, .js-display-math, ' +
        `[display-mode], :is(${DISPLAY}, .math.display, .mwe-math-element-block, .equation) > *`,
    ) || !!findFirst(element, 'math[display="block"]')
  );
}

/** MathML without the parts for other programs, with its TeX beside it. */
function settleMathml(math: Element, tex: string | null, display: boolean): Element {
  for (const note of findAll(math, 'annotation, annotation-xml')) note.remove();
  for (const semantics of findAll(math, 'semantics')) unwrap(semantics);
  for (const name of [...math.getAttributeNames()])
    if (name !== 'display' && name !== 'xmlns') math.removeAttribute(name);
  if (tex) math.setAttribute('data-tex', tex);
  if (display) math.setAttribute('display', 'block');
  return math;
}

/** A formula with its source alone, which the reader converts. */
function makeFormula(at: Node, tex: string, display: boolean): Element {
  const page = at.ownerDocument as Document;
  const math = page.createElementNS(MATHML, 'math');
  math.setAttribute('data-tex', cleanTex(tex));
  if (display) math.setAttribute('display', 'block');
  const source = page.createElementNS(MATHML, 'mtext');
  source.textContent = tidyText(cleanTex(tex));
  math.append(source);
  return math;
}
