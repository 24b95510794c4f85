import { findFirst, isElementNode, isText, rawText } from '../find-elements.ts';
import { type TextMeasure, weighText } from './text-measure.ts';

/** A piece of text that is kept or dropped as a whole: a paragraph, a heading, a list, a table, the loose text of a block. */
export interface TextUnit {
  element: Element;
  /** True when only the inline nodes that stand directly in `element` belong to the unit. */
  loose: boolean;
  text: string;
  /** Weighted characters, see `weighText`. */
  chars: number;
  linked: number;
}

const ALWAYS_WHOLE = new Set(['P', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'PRE', 'FIGURE', 'MATH', 'SVG', 'svg']);
const WHOLE_WHEN_SMALL = new Set(['UL', 'OL', 'DL', 'TABLE', 'BLOCKQUOTE', 'DETAILS', 'ADDRESS']);

/** A longer list, or table without headings, is judged item by item, since layouts are made of them. */
const LARGEST_WHOLE = 3_000;

/** Lists the text of a tree in document order. */
export function listTextUnits(root: Element, measures: Map<Element, TextMeasure>): TextUnit[] {
  const units: TextUnit[] = [];
  visit(root, measures, units);
  return units;
}

function visit(element: Element, measures: Map<Element, TextMeasure>, units: TextUnit[]): void {
  const measure = measures.get(element);
  if (!measure || measure.chars === 0) return;
  if (isWhole(element, measure, measures)) {
    units.push({
      element,
      loose: false,
      text: rawText(element),
      chars: measure.chars,
      linked: measure.linked,
    });
    return;
  }
  const loose: TextUnit = { element, loose: true, text: '', chars: 0, linked: 0 };
  let place = units.length;
  for (const child of element.childNodes) {
    if (isLoose(child, measures)) {
      if (loose.text.trim() === '') place = units.length;
      addInline(loose, child, measures);
    } else if (isElementNode(child)) visit(child as Element, measures, units);
  }
  loose.chars = weighText(loose.text);
  if (loose.chars > 0) units.splice(place, 0, loose);
}

function isLoose(node: Node, measures: Map<Element, TextMeasure>): boolean {
  if (isText(node)) return true;
  return isElementNode(node) && (measures.get(node as Element)?.inline ?? true);
}

function addInline(unit: TextUnit, node: Node, measures: Map<Element, TextMeasure>): void {
  const measure = measures.get(node as Element);
  if (isText(node) || measure) unit.text += rawText(node);
  unit.linked += measure?.linked ?? 0;
}

function isWhole(element: Element, { chars }: TextMeasure, measures: Map<Element, TextMeasure>): boolean {
  if (ALWAYS_WHOLE.has(element.tagName)) return true;
  if (WHOLE_WHEN_SMALL.has(element.tagName)) {
    const isLayout = chars >= LARGEST_WHOLE && !findFirst(element, 'th');
    return !isLayout && !findFirst(element, 'h1, h2, h3, h4, article, section, form');
  }
  for (const child of element.children) if (!(measures.get(child)?.inline ?? true)) return false;
  return true;
}
