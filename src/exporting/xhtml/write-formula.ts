import { element, escapeXml } from './escape-xml.ts';

/**
 * How many children a MathML element must have (https://www.w3.org/TR/mathml-core/). Those not listed may have any
 * number.
 */
const CHILDREN: Record<string, number> = {
  ...{ mfrac: 2, mroot: 2, msub: 2, msup: 2, munder: 2, mover: 2, msubsup: 3, munderover: 3 },
};
const TOKENS = new Set(['mi', 'mn', 'mo', 'mtext', 'ms']);
const GROUPS = new Set(['math', 'mrow', 'msqrt', 'mstyle', 'merror', 'mpadded', 'mphantom', 'mtable', 'mtr', 'mtd']);
const MATHML = 'http://www.w3.org/1998/Math/MathML';

/** Writes a formula as MathML, or its TeX source as code when the MathML is not valid. */
export function writeFormula(math: Element): string {
  const tex = math.getAttribute('data-tex');
  const inner = [...math.children].map(writeNode);
  const isWhole = inner.length > 0 && inner.every((child) => child !== null) && !hasLooseText(math);
  if (!isWhole) return element('code', {}, escapeXml(tex ?? math.textContent ?? ''));
  const display = math.getAttribute('display') === 'block' ? 'block' : null;
  return element('math', { xmlns: MATHML, display, alttext: tex }, inner.join(''));
}

/** Writes a MathML element; null for what an e-book reader rejects: a wrong number of children, unknown elements. */
function writeNode(node: Element): string | null {
  const name = node.localName;
  if (TOKENS.has(name)) return element(name, { mathvariant: variantOf(node) }, escapeXml(node.textContent ?? ''));
  if (name === 'mspace') return element('mspace', {}, '');
  const count = CHILDREN[name];
  const fits = count === undefined ? GROUPS.has(name) : node.children.length === count;
  if (!fits || hasLooseText(node) || !rowsFit(node)) return null;
  const inner = [...node.children].map(writeNode);
  return inner.every((child) => child !== null) ? element(name, {}, inner.join('')) : null;
}

const VARIANTS =
  /^(?:normal|bold|italic|bold-italic|double-struck|script|bold-script|fraktur|bold-fraktur|sans-serif|monospace)$/;
const variantOf = (node: Element): string | null => VARIANTS.exec(node.getAttribute('mathvariant') ?? '')?.[0] ?? null;

function rowsFit(node: Element): boolean {
  const child = { mtable: 'mtr', mtr: 'mtd' }[node.localName];
  return child === undefined || [...node.children].every((row) => row.localName === child);
}

const hasLooseText = (node: Element): boolean =>
  [...node.childNodes].some((child) => child.nodeType === 3 && child.nodeValue?.trim());
