import { isBlock } from '../block-text.ts';
import { findFirst, isText, rawText } from '../find-elements.ts';
import { holdsSeen } from '../markup/elements.ts';
import type { TextUnit } from './text-units.ts';

/** Whether there is something in an element that is worth keeping without text. */
const holdsMedia = (element: Element): boolean => holdsSeen(element, 'figure, pre');

/**
 * Makes `body` hold what was accepted and what stands between: drops the other units, and boxes that are left with
 * nothing. Pictures stay where their box has no text that was dropped.
 */
export function keepUnits(body: Element, units: readonly TextUnit[], accepted: ReadonlySet<TextUnit>): void {
  const keeping = new Set<Element>();
  const dropping = new Set<Element>();
  for (const unit of units) note(accepted.has(unit) ? keeping : dropping, unit.element, body);
  for (const unit of units) if (!accepted.has(unit)) dropUnit(unit, keeping);
  prune(body, keeping, dropping);
}

function note(set: Set<Element>, element: Element, body: Element): void {
  for (let at: Element | null = element; at && at !== body && !set.has(at); at = at.parentElement) set.add(at);
}

function dropUnit({ element, loose }: TextUnit, keeping: Set<Element>): void {
  if (!loose) {
    element.remove();
    return;
  }
  for (const child of [...element.childNodes]) {
    const drop = isText(child) || (child instanceof Element && !keeping.has(child) && !holdsMedia(child));
    if (drop) child.remove();
  }
}

function prune(element: Element, keeping: Set<Element>, dropping: Set<Element>): void {
  for (const child of [...element.children]) {
    if (keeping.has(child)) prune(child, keeping, dropping);
    else if (dropping.has(child)) child.remove();
    else if (rawText(child).trim() === '' && !holdsMedia(child)) dropEmpty(child);
  }
}

/** What is empty to the eye goes, but for the spaces and the ends of lines that part words: editors put them into a `span`. */
function dropEmpty(element: Element): void {
  if (/^(?:BR|HR|WBR)$/.test(element.tagName)) return;
  if (isBlock(element)) element.remove();
  else element.replaceWith(findFirst(element, 'br') ?? rawText(element));
}
