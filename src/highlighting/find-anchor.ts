import search from 'approx-string-match';
import { CONTEXT_LENGTH, type TextAnchor } from '../model/highlights/highlight.ts';
import { offsetsOf, type TextMap } from './text-map.ts';

/** A changed text may differ from the quote in this share of its characters. */
const MOST_ERRORS_SHARE = 0.2;
/** Characters; text like a shorter quote may be another word, so it must also stand where the quote stood. */
const SHORT = 20;
/** Characters of the surroundings that must then be the same. */
const LEAST_CONTEXT = 12;
/** The beginning or the end of the text counts as so many characters of surroundings. */
const EDGE = LEAST_CONTEXT / 2;
/** Most errors, however long the quote: searching costs time with each. */
const MOST_ERRORS = 32;
/** Characters of either end of a long quote that are searched. */
const LONGEST_SEARCHED = 300;

interface Place {
  start: number;
  end: number;
}

/**
 * Where an anchor is in a text that may have changed since: at its place when all of it still stands there, else at the
 * occurrence of the quote whose surroundings fit best, else at the most similar passage. Null when there is none. Kinds
 * of white space and of quotation marks do not count.
 */
export function findAnchor(text: string, anchor: TextAnchor): { start: number; end: number } | null {
  const { exact, prefix, suffix, start } = anchor;
  if (exact === '') return null;
  const from = start - prefix.length;
  if (from >= 0 && text.startsWith(prefix + exact + suffix, from)) return placeAt(start, exact);
  if (last.text !== text) last = { text, plain: plainText(text), found: new Map() };
  const key = JSON.stringify([exact, prefix, suffix, start]);
  const known = last.found.get(key);
  if (known !== undefined) return known;
  const plain = { ...anchor, exact: plainText(exact), prefix: plainText(prefix), suffix: plainText(suffix) };
  const place = findPlain(last.plain, plain);
  last.found.set(key, place);
  return place;
}

/**
 * Places found in the last text: all highlights of an article are searched in one text, and again with each that is
 * added or coloured. Keyed by content, since the highlights are read from the library anew then.
 */
let last = { text: '', plain: '', found: new Map<string, Place | null>() };

/** The same number of characters, so that each keeps its place. */
const plainText = (text: string): string => text.replace(/\s/g, ' ').replace(/[‘’]/g, "'").replace(/[“”]/g, '"');

function findPlain(text: string, anchor: TextAnchor): Place | null {
  const { exact, prefix, suffix } = anchor;
  const some = Math.min(LEAST_CONTEXT, prefix.length + suffix.length);
  const same = best(text, anchor, isWord(exact) ? some : 0, placesOf(text, exact));
  if (same) return same;
  if (exact.length > LONGEST_SEARCHED) return findEnds(text, anchor);
  const most = Math.min(MOST_ERRORS, Math.floor(exact.length * MOST_ERRORS_SHARE));
  return most === 0 ? null : best(text, anchor, exact.length < SHORT ? some : 0, search(text, exact, most));
}

/**
 * Whether a quote may recur in any text: a word, or two or three characters of Chinese. Han letters have three bytes.
 */
const isWord = (exact: string): boolean =>
  new TextEncoder().encode(exact).length < (/\s/.test(exact.trim()) ? SHORT / 2 : SHORT);

const placeAt = (start: number, exact: string): Place => ({ start, end: start + exact.length });

function* placesOf(text: string, exact: string): Generator<Place> {
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) yield placeAt(at, exact);
}

/**
 * Finds a long quote by its ends: from what is like its beginning to what is like its end, when they are about as far
 * apart.
 */
function findEnds(text: string, anchor: TextAnchor): Place | null {
  const { exact } = anchor;
  const half = LONGEST_SEARCHED / 2;
  const head = findPlain(text, { ...anchor, exact: exact.slice(0, half), suffix: '' });
  const tailStart = anchor.start + exact.length - half;
  const tail = findPlain(text, { ...anchor, exact: exact.slice(-half), prefix: '', start: tailStart });
  if (!head || !tail) return null;
  const length = tail.end - head.start;
  return Math.abs(length - exact.length) <= exact.length * MOST_ERRORS_SHARE
    ? { start: head.start, end: tail.end }
    : null;
}

/** The place whose surroundings share most with the anchor's, and `needed` characters at least; of equal ones the nearest. */
function best(text: string, anchor: TextAnchor, needed: number, places: Iterable<Place>): Place | null {
  let found: Place | null = null;
  let [most, nearest] = [needed, Number.POSITIVE_INFINITY];
  for (const place of places) {
    const context = contextOf(text, anchor, place);
    const distance = Math.abs(place.start - anchor.start);
    if (context < most || (context === most && distance >= nearest)) continue;
    found = { start: place.start, end: place.end };
    [most, nearest] = [context, distance];
  }
  return found;
}

/** How much of its surroundings a place shares with the anchor, in characters. */
function contextOf(text: string, { prefix, suffix }: TextAnchor, { start, end }: Place): number {
  const before = sharedEnd(text.slice(Math.max(0, start - CONTEXT_LENGTH), start), prefix);
  const after = sharedStart(text.slice(end, end + CONTEXT_LENGTH), suffix);
  if (prefix + suffix === '') return 0;
  const isBeginning = before < CONTEXT_LENGTH && before === prefix.length && before === start;
  const isEnd = after < CONTEXT_LENGTH && after === suffix.length && end + after === text.length;
  return before + after + (isBeginning ? EDGE : 0) + (isEnd ? EDGE : 0);
}

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
    prefix: map.text.slice(Math.max(0, start - CONTEXT_LENGTH), start),
    suffix: map.text.slice(end, end + CONTEXT_LENGTH),
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
