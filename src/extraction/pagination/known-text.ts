import { lettersAndDigits } from '../../model/letters.ts';

/** Shorter lines are on many pages without being repeated. Letters and digits; a Han character counts as three. */
const SHORTEST = 24;
/** A page of which so much is known already is no further page. */
const MOST_KNOWN = 0.5;

/** The lines that have been read so far. */
interface KnownText {
  add(text: string): void;
  /** The line is long enough to tell, and was read before. */
  has(line: string): boolean;
  /** The text says mostly what was read before, or nothing at all. */
  repeats(text: string): boolean;
}

/** Begins with nothing known. */
export function knownText(): KnownText {
  const known = new Set<string>();
  const has = (line: string) => known.has(keyOf(line));
  return {
    has,
    add(text) {
      for (const key of text.split('\n').map(keyOf)) if (weigh(key) >= SHORTEST) known.add(key);
    },
    repeats(text) {
      const lines = text.split('\n').map((line) => ({ line, weight: weigh(keyOf(line)) }));
      const all = lines.reduce((sum, { weight }) => sum + weight, 0);
      const again = lines.filter(({ line }) => has(line)).reduce((sum, { weight }) => sum + weight, 0);
      return again >= all * MOST_KNOWN;
    },
  };
}

const keyOf = (line: string): string => lettersAndDigits(line.toLowerCase());

const weigh = (key: string): number =>
  key.length + 2 * (key.match(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g)?.length ?? 0);
