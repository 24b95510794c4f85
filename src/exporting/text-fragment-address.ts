import type { Highlight } from '../model/highlights/highlight.ts';

/** A passage of at most this many characters is written whole. Of a longer one the two ends are. */
const LONGEST_WHOLE = 120;
/** The words of such an end. */
const END_WORDS = 4;
/** Its characters in scripts without spaces between words. */
const END_CHARACTERS = 12;

/**
 * Adds a text fragment to a page's address, so that a browser opens the page at a passage
 * (https://wicg.github.io/scroll-to-text-fragment/#syntax): `#:~:text=[prefix-,]start[,end][,-suffix]`. Gives the
 * address unchanged when the passage is empty.
 */
export function textFragmentAddress(
  url: string,
  { exact, prefix, suffix }: Pick<Highlight, 'exact' | 'prefix' | 'suffix'>,
): string {
  const lines = exact
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const [first] = lines;
  if (first === undefined) return url;
  const last = lines.at(-1) ?? first;
  const isWhole = lines.length === 1 && first.length <= LONGEST_WHOLE;
  const before = wholeWords(prefix.split('\n').at(-1) ?? '', 'end');
  const after = wholeWords(suffix.split('\n')[0] ?? '', 'start');
  const parts = [
    before && `${encode(before)}-`,
    ...(isWhole ? [encode(first)] : [encode(startOf(first)), encode(endOf(last))]),
    after && `-${encode(after)}`,
  ];
  // The address may have a text fragment already, and browsers do not read a second one.
  const page = url.replace(/(#.*?):~:.*/, '$1');
  return `${page}${page.includes('#') ? '' : '#'}:~:text=${parts.filter((part) => part !== '').join(',')}`;
}

/**
 * Percent-encodes a part of a text directive, in which commas, dashes and ampersands have a meaning. Lone surrogates,
 * left where a text was cut, cannot be encoded and are removed.
 */
const encode = (text: string): string =>
  encodeURIComponent(text.replace(/\p{Surrogate}/gu, ''))
    .replace(/-/g, '%2D')
    .replace(/'/g, '%27');

const startOf = (line: string): string =>
  /\s/.test(line) ? line.split(/\s+/).slice(0, END_WORDS).join(' ') : line.slice(0, END_CHARACTERS);
const endOf = (line: string): string =>
  /\s/.test(line) ? line.split(/\s+/).slice(-END_WORDS).join(' ') : line.slice(-END_CHARACTERS);

/**
 * The prefix or suffix without the word at its outer end. It was cut after 32 characters, perhaps within a word, and
 * the browser only finds whole words.
 */
function wholeWords(text: string, side: 'start' | 'end'): string {
  if (!/\s/.test(text)) return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) ? text.trim() : '';
  return (side === 'end' ? text.replace(/^\S*\s/, '') : text.replace(/\s\S*$/, '')).trim();
}
