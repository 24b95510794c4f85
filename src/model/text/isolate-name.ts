/**
 * Letters of scripts that run from right to left (Hebrew, Arabic and their neighbours), and control characters that
 * change the direction of what follows. The title of a page may contain them and would reverse the rest of the
 * sentence.
 */
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]|[\ud802\ud803\ud83a\ud83b]|[\u200f\u202a-\u202e\u2066-\u2069]/;

const [FIRST_STRONG_ISOLATE, POP_ISOLATE] = ['\u2068', '\u2069'];

/**
 * A title, tag or file name for a sentence of the interface, whose direction is `dir`. It is isolated if the two
 * directions may differ: in Arabic a question mark at the end of a Latin title would otherwise come before it.
 * `splitNames` finds it again.
 */
export function isolateName(name: string, dir: 'ltr' | 'rtl'): string {
  if (dir === 'ltr' && !RIGHT_TO_LEFT.test(name)) return name;
  return `${FIRST_STRONG_ISOLATE}${name.replace(/[\u2066-\u2069]/g, '')}${POP_ISOLATE}`;
}

/** The parts of a sentence: the text between isolated names and the names themselves, in turn. */
export const splitNames = (sentence: string): string[] => sentence.split(/\u2068([^\u2069]*)\u2069/);
