import { runsOf } from './tokenise.ts';

/** Terms that must be next to each other: `at` is the distance from the first. Most clauses have one term. */
export interface Clause {
  terms: { term: string; at: number }[];
  /** The last term also stands for longer words that begin with it. */
  prefix: boolean;
  /** A single character of a script without spaces: found anywhere. The index has it as a term of its own. */
  alone?: boolean;
}

/** From this length on a word also finds longer words; a shorter one does so only while it is being typed. */
const PREFIX_FROM = 3;

/** More clauses than a person types; a pasted page is cut here. */
const MOST_CLAUSES = 16;

/**
 * Reads what was typed into the search box. Every word must be found; `"…"` asks for the words side by side. Words of
 * three letters and more, and the word being typed, also find longer words. In scripts without spaces a run is found
 * as it stands, and one character alone finds every word with it.
 */
export function parseQuery(input: string): Clause[] {
  const clauses: Clause[] = [];
  const parts = input.split(/["“”„«»「」『』＂]/);
  for (const [index, part] of parts.entries()) {
    const quoted = index % 2 === 1 && index < parts.length - 1;
    if (quoted) {
      const clause = phraseOf(part);
      if (clause) clauses.push(clause);
    } else {
      clauses.push(...wordsOf(part, index === parts.length - 1 && /\S$/.test(part)));
    }
  }
  return clauses.slice(0, MOST_CLAUSES);
}

function wordsOf(text: string, typing: boolean): Clause[] {
  const runs = [...runsOf(text)];
  return runs.map(({ words, tokens }, index) => {
    const [only] = tokens;
    if (tokens.length === 1 && only) {
      const prefix = !words || only.term.length >= PREFIX_FROM || (typing && index === runs.length - 1);
      return { terms: [{ term: only.term, at: 0 }], prefix, ...(words ? {} : { alone: true }) };
    }
    return { terms: coveringPairs(tokens.map(({ term }) => term)), prefix: false };
  });
}

function phraseOf(text: string): Clause | null {
  const terms: Clause['terms'] = [];
  let position = 0;
  let prefix = false;
  for (const { words, tokens } of runsOf(text)) {
    const alone = !words && tokens.length === 1;
    const found =
      words || alone ? tokens.map(({ term }) => ({ term, at: 0 })) : coveringPairs(tokens.map((t) => t.term));
    for (const { term, at } of found) terms.push({ term, at: position + at });
    position += tokens.length;
    prefix = alone;
  }
  return terms.length > 0 ? { terms, prefix, ...(prefix ? { alone: true } : {}) } : null;
}

/** Every second pair and the last one cover a run; the character alone at its end is left out. */
function coveringPairs(pairs: string[]): Clause['terms'] {
  const last = pairs.length - 2;
  return pairs.slice(0, -1).flatMap((term, at) => (at % 2 === 0 || at === last ? [{ term, at }] : []));
}
