import { collapseSpace } from '../../model/text/collapse-space.ts';
import { blockText, isBlock } from '../block-text.ts';
import { findAll, findFirst, isElementNode, isText, rawText } from '../find-elements.ts';
import { addWithAncestors, holdsSeen, removeBox } from '../markup/elements.ts';
import { namesCells } from '../markup/names-cells.ts';
import { type TextMeasure, weighText } from './text-measure.ts';

/** A piece of text that is kept or dropped as a whole: a paragraph, a heading, a list, a table, the loose text of a block. */
export interface TextUnit {
  element: Element;
  /** True when only the inline nodes that stand directly in `element` belong to the unit. */
  loose: boolean;
  /**
   * With a line break at each block boundary and `br`, and nowhere else but in `pre`: some pages are sent with a line for
   * each tag, others on a single one.
   */
  text: string;
  /** Weighted characters, see `weighText`; at least 1. */
  chars: number;
  linked: number;
}

/** Text with a smaller share of links is no list of links. */
const FEW_LINKS = 0.2;

/** Whether hardly anything of a unit is links. */
export const hasFewLinks = ({ chars, linked }: TextUnit): boolean => linked < chars * FEW_LINKS;

/** Weighted characters of several units. */
export const weighUnits = (units: readonly TextUnit[]): number => units.reduce((all, { chars }) => all + chars, 0);

const ALWAYS_WHOLE = new Set(['P', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'PRE', 'FIGURE', 'MATH', 'SVG', 'svg']);
const WHOLE_WHEN_SMALL = new Set(['UL', 'OL', 'DL', 'TABLE', 'BLOCKQUOTE', 'DETAILS', 'ADDRESS']);

/** A longer list, or table without headings, is judged item by item, since layouts are made of them. */
const LARGEST_WHOLE = 3_000;

/** A cell with more prose may be an article, which a table places beside its menus. */
const LONG_CELL = 500;

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
    units.push({ ...measure, element, loose: false, text: blockText(element) });
    return;
  }
  const loose: TextUnit = { element, loose: true, text: '', chars: 0, linked: 0 };
  // The place of its first words.
  let place: number | undefined;
  for (let child = element.firstChild; child; child = child.nextSibling) {
    if (isElementNode(child) && measures.get(child)?.isBlock) {
      loose.text += '\n';
      visit(child, measures, units);
    } else if (addInline(loose, child, measures)) place ??= units.length;
  }
  loose.chars = weighText(loose.text);
  if (loose.chars > 0) units.splice(place ?? 0, 0, loose);
}

/**
 * Adds a node's text to a unit and gives the words. To ask the growing text whether it has any would copy it each time.
 */
function addInline(unit: TextUnit, node: Node, measures: Map<Element, TextMeasure>): string {
  const measure = measures.get(node as Element);
  const text = isText(node) || measure ? collapseSpace(rawText(node)) : '';
  unit.text += text;
  unit.linked += measure?.linked ?? 0;
  return text.trim();
}

function isWhole(element: Element, { chars, linked }: TextMeasure, measures: Map<Element, TextMeasure>): boolean {
  if (ALWAYS_WHOLE.has(element.tagName)) return true;
  if (WHOLE_WHEN_SMALL.has(element.tagName)) {
    // Posts, questions and facts beside one long cell have few links, and would be taken for its surroundings.
    const isArticle = (cell: Element): boolean => {
      const own = measures.get(cell);
      return !!own && own.prose > LONG_CELL && own.prose * 1.5 > chars && (linked - own.linked) * 2 > chars - own.chars;
    };
    if (!findFirst(element, 'th') && (chars >= LARGEST_WHOLE || findAll(element, 'td').some(isArticle))) return false;
    const parts = findAll(element, 'h1, h2, h3, h4, article, section, form');
    return !parts[0] || namesCells(element, parts);
  }
  for (let child = element.firstElementChild; child; child = child.nextElementSibling)
    if (measures.get(child)?.isBlock) return false;
  return true;
}

/** Whether an element holds something worth keeping without text. */
const holdsMedia = (element: Element): boolean => holdsSeen(element, 'figure, pre');

/**
 * Drops all units that were not accepted, and the boxes that this leaves empty. Pictures stay where their box has lost
 * no text.
 */
export function keepUnits(body: Element, units: readonly TextUnit[], accepted: ReadonlySet<TextUnit>): void {
  const keeping = new Set<Element>();
  const dropping = new Set<Element>();
  for (const unit of units) addWithAncestors(accepted.has(unit) ? keeping : dropping, unit.element, body);
  for (const unit of units) if (!accepted.has(unit)) dropUnit(unit, keeping);
  prune(body, keeping, dropping);
}

function dropUnit({ element, loose }: TextUnit, keeping: Set<Element>): void {
  if (!loose) {
    element.remove();
    return;
  }
  for (const child of [...element.childNodes]) {
    const drop = isText(child) || (isElementNode(child) && !keeping.has(child) && !holdsMedia(child));
    if (drop) child.remove();
  }
}

function prune(element: Element, keeping: Set<Element>, dropping: Set<Element>): void {
  for (let next = element.firstElementChild, child = next; child; child = next) {
    next = child.nextElementSibling;
    if (keeping.has(child)) prune(child, keeping, dropping);
    else if (dropping.has(child)) child.remove();
    else if (rawText(child).trim() === '' && !holdsMedia(child)) dropEmpty(child);
  }
}

/** Drops an element that shows nothing. Spaces and line breaks that part words stay: editors put them into a `span`. */
function dropEmpty(element: Element): void {
  if (/^(?:BR|HR|WBR)$/.test(element.tagName)) return;
  if (isBlock(element)) removeBox(element);
  else element.replaceWith(findFirst(element, 'br') ?? rawText(element));
}
