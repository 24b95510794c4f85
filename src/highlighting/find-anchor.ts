import search from 'approx-string-match';
import type { TextAnchor } from '../model/highlight.ts';
import { offsetsOf, type TextMap } from './text-map.ts';

/** A changed text may differ from the quote in this share of its characters. */
const MOST_ERRORS_SHARE = 0.2;
/** Of a shorter quote a word like it may be another word: it must also stand where the quote stood. Characters. */
const SHORT = 20;
/** So many characters of the surroundings have to be the same then. */
const LEAST_CONTEXT = 8;
/** Longer quotes get no more than this many errors: searching costs time with each. */
const MOST_ERRORS = 32;
/** Of a long quote the ends are looked for, each of so many characters. */
const LONGEST_SEARCHED = 300;

interface Place {
  start: number;
  end: number;
}

/**
 * Where an anchor is in a text that may have changed since: at its place when the quote still stands there, else at the
 * occurrence whose surroundings fit best, else at the passage most like it. Null when there is none.
 */
export function findAnchor(text: string, anchor: TextAnchor): { start: number; end: number } | null {
  const { exact, start } = anchor;
  const places = allPlaces(text, exact);
  if (places.length > 0)
    return best(
      text,
      anchor,
      places.map((at) => ({ start: at, end: at + exact.length })),
    );
  if (exact.length > LONGEST_SEARCHED) return findEnds(text, anchor);
  const most = Math.min(MOST_ERRORS, Math.floor(exact.length * MOST_ERRORS_SHARE));
  if (most === 0) return null;
  const needed = exact.length < SHORT ? Math.min(LEAST_CONTEXT, anchor.prefix.length + anchor.suffix.length) : 0;
  const like = search(text, exact, most).filter((place) => contextOf(text, anchor, place) >= needed);
  const fewest = like.reduce((least, { errors }) => Math.min(least, errors), most);
  return best(
    text,
    { ...anchor, start },
    like.filter(({ errors }) => errors === fewest),
  );
}

function allPlaces(text: string, exact: string): number[] {
  const places: number[] = [];
  if (exact === '') return places;
  for (let at = text.indexOf(exact); at >= 0 && places.length < 1000; at = text.indexOf(exact, at + 1)) places.push(at);
  return places;
}

/** A long quote reaches from what is like its beginning to what is like its end, when they are about as far apart. */
function findEnds(text: string, anchor: TextAnchor): { start: number; end: number } | null {
  const { exact } = anchor;
  const half = LONGEST_SEARCHED / 2;
  const head = findAnchor(text, { ...anchor, exact: exact.slice(0, half), suffix: '' });
  const tailStart = anchor.start + exact.length - half;
  const tail = findAnchor(text, { ...anchor, exact: exact.slice(-half), prefix: '', start: tailStart });
  if (!head || !tail) return null;
  const length = tail.end - head.start;
  return Math.abs(length - exact.length) <= exact.length * MOST_ERRORS_SHARE
    ? { start: head.start, end: tail.end }
    : null;
}

/** The place whose surroundings share most with the anchor's; of equal ones the nearest. */
function best(text: string, anchor: TextAnchor, places: Place[]): { start: number; end: number } | null {
  const scored = places.map((place) => ({
    start: place.start,
    end: place.end,
    context: contextOf(text, anchor, place),
    distance: Math.abs(place.start - anchor.start),
  }));
  scored.sort((a, b) => b.context - a.context || a.distance - b.distance);
  const [first] = scored;
  return first ? { start: first.start, end: first.end } : null;
}

/** How much of its surroundings a place shares with the anchor, in characters. */
const contextOf = (text: string, { prefix, suffix }: TextAnchor, { start, end }: Place): number =>
  sharedEnd(text.slice(Math.max(0, start - prefix.length), start), prefix) +
  sharedStart(text.slice(end, end + suffix.length), suffix);

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  return length;
}

function sharedEnd(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a.at(-1 - length) === b.at(-1 - length)) length += 1;
  return length;
}

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
