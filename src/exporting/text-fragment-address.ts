import type { Highlight } from '../model/highlight.ts';

/** Text up to this length is named whole; of longer text its two ends. Characters. */
const LONGEST_WHOLE = 120;
const END_WORDS = 4;
/** Scripts without spaces have no words to count: this many characters stand for an end. */
const END_CHARACTERS = 12;

/**
 * The page's address with a text fragment that opens it at a passage
 * (https://wicg.github.io/scroll-to-text-fragment/#syntax): `#:~:text=[prefix-,]start[,end][,-suffix]`. Without words
 * to look for it is the page's own.
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
  // A page that was itself opened at a passage names that one in its address, and browsers read no second behind it.
  const page = url.replace(/(#.*?):~:.*/, '$1');
  return `${page}${page.includes('#') ? '' : '#'}:~:text=${parts.filter((part) => part !== '').join(',')}`;
}

/** Commas, dashes and ampersands mean something in a text directive. Half of a character, where one was cut, has no encoding. */
const encode = (text: string): string =>
  encodeURIComponent(text.replace(/\p{Surrogate}/gu, ''))
    .replace(/-/g, '%2D')
    .replace(/'/g, '%27');

const startOf = (line: string): string =>
  /\s/.test(line) ? line.split(/\s+/).slice(0, END_WORDS).join(' ') : line.slice(0, END_CHARACTERS);
const endOf = (line: string): string =>
  /\s/.test(line) ? line.split(/\s+/).slice(-END_WORDS).join(' ') : line.slice(-END_CHARACTERS);

/** The context was cut after 32 characters, perhaps within a word, and half a word is not found. */
function wholeWords(text: string, side: 'start' | 'end'): string {
  if (!/\s/.test(text)) return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) ? text.trim() : '';
  return (side === 'end' ? text.replace(/^\S*\s/, '') : text.replace(/\s\S*$/, '')).trim();
}
