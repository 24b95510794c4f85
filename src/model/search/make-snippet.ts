import { latePattern } from '../text/late-pattern.ts';
import { traditionalForms } from './fold.ts';
import type { Clause } from './parse-query.ts';
import { runsOf, type Token } from './tokenise.ts';

interface Snippet {
  text: string;
  /** [start, end) offsets in `text`. */
  marks: [number, number][];
}

/** Characters shown before the first match, and in all; Chinese says more in fewer. */
const LEAD = 40;
const LENGTH = 180;
/** Tokens looked at per text; a match further in is found by opening the article. */
const MOST_TOKENS = 20_000;
const MOST_BEHIND = 1_000;
/** Characters read after a likely place: more than is shown, so that no shown word is cut. */
const NEAR = 2 * LENGTH;
const MOST_PLACES = 50;
/** A letter, number or apostrophe of a script with spaces before a place: the place is inside a word. */
const PART_OF_WORD = latePattern(
  String.raw`(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}])[\p{L}\p{N}\p{M}'’]$`,
  'u',
);

/** Marks every match of the clauses in a short text, such as a title. */
export function markMatches(text: string, clauses: Clause[]): [number, number][] {
  return joinOverlapping([...matchesIn(text, clauses)]);
}

/**
 * The part of a text around a match, with all matches in that part; null when nothing is found. Places where a term
 * occurs as it was typed are looked at first, because cutting a whole text into terms takes about thirty times as long.
 */
export function makeSnippet(text: string, clauses: Clause[]): Snippet | null {
  for (const at of likelyPlaces(text, clauses)) {
    const found = cutSnippet(text, at, at + NEAR, clauses);
    if (found) return found;
  }
  return cutSnippet(text, 0, text.length, clauses);
}

/** The beginning of a text, where nothing in it is marked. */
export function beginningOf(text: string): string {
  if (text.length <= LENGTH) return text.replace(/\s/g, ' ');
  return `${text.slice(0, isInCharacter(text, LENGTH) ? LENGTH - 1 : LENGTH).replace(/\s/g, ' ')}…`;
}

/**
 * The beginnings of words and characters where a clause may begin. Case and Han variants are folded here, diacritics
 * are not.
 */
function* likelyPlaces(text: string, clauses: Clause[]): Generator<number> {
  const first = clauses.flatMap(({ terms }) => terms.slice(0, 1).map(({ term }) => patternOf(term)));
  if (first.length === 0) return;
  let places = 0;
  for (const { index } of text.matchAll(new RegExp(first.join('|'), 'giu'))) {
    if (PART_OF_WORD().test(text.slice(Math.max(0, index - 2), index))) continue;
    yield index;
    places += 1;
    if (places === MOST_PLACES) return;
  }
}

/** The term as it may stand in a text: a simplified character also in its traditional forms. */
function patternOf(term: string): string {
  return Array.from(term, (character) => {
    const others = traditionalForms(character);
    return others === '' ? escapeRegExp(character) : `[${character}${others}]`;
  }).join('');
}

const escapeRegExp = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** The snippet around the first match between two offsets; when they bound a part, the match must begin the part. */
function cutSnippet(text: string, offset: number, end: number, clauses: Clause[]): Snippet | null {
  const whole = end >= text.length && offset === 0;
  const marks: [number, number][] = [];
  let from = 0;
  let to = text.length;
  for (const [startHere, endHere] of matchesIn(whole ? text : text.slice(offset, end), clauses)) {
    const [start, stop] = [startHere + offset, endHere + offset];
    if (marks.length === 0) {
      if (!whole && startHere > 0) return null;
      from = startOfWord(text, Math.max(0, start - LEAD));
      to = Math.min(text.length, from + LENGTH);
      if (isInCharacter(text, to)) to -= 1;
    }
    if (start >= to) break;
    marks.push([start, Math.min(stop, to)]);
  }
  if (marks.length === 0) return null;
  const before = from > 0 ? '…' : '';
  const after = to < text.length ? '…' : '';
  const shift = before.length - from;
  const shown = joinOverlapping(marks).map(([start, stop]): [number, number] => [start + shift, stop + shift]);
  return { text: `${before}${text.slice(from, to).replace(/\s/g, ' ')}${after}`, marks: shown };
}

function* matchesIn(text: string, clauses: Clause[]): Generator<[number, number]> {
  const longest = Math.max(0, ...clauses.flatMap(({ terms }) => terms.map(({ at }) => at)));
  const window: Token[] = [];
  // The window moves by counting up; old tokens are dropped now and then, not one by one.
  let first = 0;
  let count = 0;
  for (const run of runsOf(text)) {
    for (const token of run.tokens) {
      window.push(token);
      if (window.length - first <= longest) continue;
      yield* marksAt(window, first, clauses);
      first += 1;
    }
    count += run.tokens.length;
    if (count > MOST_TOKENS) break;
    if (first > MOST_BEHIND) {
      window.splice(0, first);
      first = 0;
    }
  }
  for (; first < window.length; first += 1) yield* marksAt(window, first, clauses);
}

function marksAt(window: Token[], first: number, clauses: Clause[]): [number, number][] {
  return clauses.flatMap((clause) => {
    const mark = markAt(window, first, clause);
    return mark ? [mark] : [];
  });
}

/** Where the clause is when its first term is token `first`; null when it is not there. Runs once per token of a text. */
function markAt(window: Token[], first: number, { terms, prefix, alone }: Clause): [number, number] | null {
  const last = terms.length - 1;
  for (let index = 0; index <= last; index += 1) {
    const wanted = terms[index];
    const there = wanted && window[first + wanted.at];
    if (!there) return null;
    if (!isFoundBy(there, wanted.term, prefix && index === last)) return null;
  }
  const [begin, end] = [window[first + (terms[0]?.at ?? 0)], window[first + (terms[last]?.at ?? 0)]];
  if (!begin || !end) return null;
  // One character of a script without spaces is found in a pair: only itself is marked.
  return [begin.start, (alone && end.firstEnd) || end.end];
}

function isFoundBy({ term, others }: Token, wanted: string, prefix: boolean): boolean {
  if (term === wanted || (prefix && term.startsWith(wanted))) return true;
  return others?.some((other) => other === wanted || (prefix && other.startsWith(wanted))) ?? false;
}

/** Joins marks that overlap or touch. They come in the order of the text, since each begins at a later token. */
function joinOverlapping(marks: [number, number][]): [number, number][] {
  const joined: [number, number][] = [];
  for (const [start, end] of marks) {
    const last = joined.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

/** Moves to the next space within reach, so that the snippet does not begin inside a word. */
function startOfWord(text: string, from: number): number {
  if (from === 0) return 0;
  const space = text.slice(from, from + LEAD / 2).search(/\s/);
  const start = space < 0 ? from : from + space + 1;
  return isInCharacter(text, start) ? start + 1 : start;
}

/** Whether an offset is between the two code units of one character. */
const isInCharacter = (text: string, at: number): boolean => /[\udc00-\udfff]/.test(text.charAt(at));
