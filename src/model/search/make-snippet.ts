import type { Clause } from './parse-query.ts';
import { runsOf, type Token } from './tokenise.ts';

export interface Snippet {
  text: string;
  /** [start, end) offsets in `text`. */
  marks: [number, number][];
}

/** Characters shown before the first match, and in all; Chinese says more in fewer. */
const LEAD = 40;
const LENGTH = 180;
/** Looked at per text: a match further in is found by opening the article. */
const MOST_TOKENS = 20_000;

/** Marks every match of the clauses in a short text, such as a title. */
export function markMatches(text: string, clauses: Clause[]): [number, number][] {
  return joinOverlapping([...matchesIn(text, clauses)]);
}

/** The part of a text around the first match, with all matches in that part; null when nothing is found. */
export function makeSnippet(text: string, clauses: Clause[]): Snippet | null {
  const marks: [number, number][] = [];
  let from = 0;
  let to = text.length;
  for (const [start, end] of matchesIn(text, clauses)) {
    if (marks.length === 0) {
      from = startOfWord(text, Math.max(0, start - LEAD));
      to = Math.min(text.length, from + LENGTH);
    }
    if (start >= to) break;
    marks.push([start, Math.min(end, to)]);
  }
  if (marks.length === 0) return null;
  const before = from > 0 ? '…' : '';
  const after = to < text.length ? '…' : '';
  const shift = before.length - from;
  const shown = joinOverlapping(marks).map(([start, end]): [number, number] => [start + shift, end + shift]);
  return { text: `${before}${text.slice(from, to).replace(/\s/g, ' ')}${after}`, marks: shown };
}

function* matchesIn(text: string, clauses: Clause[]): Generator<[number, number]> {
  const longest = Math.max(0, ...clauses.flatMap(({ terms }) => terms.map(({ at }) => at)));
  const window: Token[] = [];
  let count = 0;
  for (const run of runsOf(text)) {
    for (const token of run.tokens) {
      window.push(token);
      if (window.length > longest) yield* matchAt(window, clauses);
      if (window.length > longest) window.shift();
      count += 1;
    }
    if (count > MOST_TOKENS) break;
  }
  while (window.length > 0) {
    yield* matchAt(window, clauses);
    window.shift();
  }
}

function* matchAt(window: Token[], clauses: Clause[]): Generator<[number, number]> {
  for (const { terms, prefix } of clauses) {
    const found = terms.map(({ term, at }, index) => {
      const there = window[at];
      const longer = prefix && index === terms.length - 1;
      return there && (longer ? there.term.startsWith(term) : there.term === term) ? { there, term, longer } : null;
    });
    const [first, last] = [found[0], found.at(-1)];
    if (first && last && found.every(Boolean)) {
      // One character of a script without spaces is found in a pair: only itself is marked.
      const alone = last.longer && last.term.length === 1 && last.there.term.length === 2;
      yield [first.there.start, alone ? last.there.start + 1 : last.there.end];
    }
  }
}

function joinOverlapping(marks: [number, number][]): [number, number][] {
  const joined: [number, number][] = [];
  for (const [start, end] of marks.sort((a, b) => a[0] - b[0])) {
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
  const code = text.charCodeAt(start);
  return code >= 0xdc00 && code <= 0xdfff ? start + 1 : start;
}
