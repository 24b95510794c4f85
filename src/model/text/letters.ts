/**
 * Questions about letters in any script. Compiling a pattern with `\p{L}` or `\p{N}` takes the browser 0.5 to 3 ms in
 * each page, and a page needs dozens of them. Most pages are in Latin letters, for which short ranges are enough.
 */

/** Anything but Latin letters, ASCII, and signs that are neither letters nor numbers. */
const BEYOND_LATIN = /[^\0-\u02af\u1e00-\u1eff\u2000-\u206f\u20a0-\u20bf\u2122\u2190-\u23ff]/;

/**
 * Gives `latin` if the text is in Latin letters, else `any`. For such a text both must mean the same. `latin` has
 * nothing between ʯ and Ḁ.
 */
export function patternFor(text: string, latin: RegExp, any: RegExp): RegExp {
  return BEYOND_LATIN.test(text) ? any : latin;
}

/** Whether a text is ASCII, and so its own normal form. Finding that out otherwise makes browsers load tables. */
export function isAscii(text: string): boolean {
  return !/[^\0-\x7f]/.test(text);
}

/** The letters and digits of a text. */
export function lettersAndDigits(text: string): string {
  return text.replace(patternFor(text, /[^A-Za-z\dªµºÀ-ÖØ-öø-ỿ²³¹¼-¾]+/g, /[^\p{L}\p{N}]+/gu), '');
}

/** The number of letters, of any script, in a text. */
export function countLetters(text: string): number {
  return BEYOND_LATIN.test(text) ? (text.match(/\p{L}/gu)?.length ?? 0) : letterRuns(text).join('').length;
}

/** Runs of letters. */
export function letterRuns(text: string): string[] {
  return text.match(patternFor(text, /[A-Za-zªµºÀ-ÖØ-öø-ỿ]+/g, /\p{L}+/gu)) ?? [];
}

/** Whether a text has a letter of any script. */
export function hasLetter(text: string): boolean {
  return /[A-Za-z]/.test(text) || /\p{L}/u.test(text);
}
