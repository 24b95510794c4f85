import type { TextAnchor } from '../model/highlight.ts';
import { offsetsOf, type TextMap } from './text-map.ts';

/** Characters before and after the quote that are kept to tell it from another like it. */
const CONTEXT = 32;

/** Formulas are one thing: part of one says nothing. */
const WHOLE = 'math, .formula, [data-tex]';

/**
 * Describes a range by a text quote and a text position selector
 * (https://www.w3.org/TR/annotation-model/#text-quote-selector); null when it covers no text. A formula that is touched is
 * taken whole; white space at the ends is left out.
 */
export function describeRange(map: TextMap, selected: Range): TextAnchor | null {
  const offsets = offsetsOf(map, withWholeFormulas(selected));
  if (!offsets) return null;
  const raw = map.text.slice(offsets.start, offsets.end);
  const exact = raw.trim();
  if (exact === '') return null;
  const start = offsets.start + raw.indexOf(exact);
  const end = start + exact.length;
  return {
    exact,
    prefix: map.text.slice(Math.max(0, start - CONTEXT), start),
    suffix: map.text.slice(end, end + CONTEXT),
    start,
    end,
  };
}

function withWholeFormulas(selected: Range): Range {
  const range = selected.cloneRange();
  const first = formulaOf(range.startContainer);
  const last = formulaOf(range.endContainer);
  if (first) range.setStartBefore(first);
  if (last) range.setEndAfter(last);
  return range;
}

/** The outermost formula a node is in. */
function formulaOf(node: Node): Element | null {
  let found: Element | null = null;
  let element = node.nodeType === Node.ELEMENT_NODE ? (node as Element) : node.parentElement;
  for (; element; element = element.parentElement) if (element.matches(WHOLE)) found = element;
  return found;
}
