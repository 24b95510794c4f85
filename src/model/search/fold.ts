import { SIMPLIFIED, TRADITIONAL } from './han-variants.ts';

/** Made at first use: more than 3,000 entries that only indexing and searching need. */
let simplifiedOf: Map<string, string> | null = null;

function hanVariants(): Map<string, string> {
  if (!simplifiedOf) {
    const simplified = [...SIMPLIFIED];
    simplifiedOf = new Map([...TRADITIONAL].map((character, index) => [character, simplified[index] ?? character]));
  }
  return simplifiedOf;
}

let traditionalOf: Map<string, string> | null = null;

/** The traditional characters that fold to this simplified one; empty for most. */
export function traditionalForms(character: string): string {
  if (!traditionalOf) {
    traditionalOf = new Map();
    for (const [traditional, simplified] of hanVariants()) {
      traditionalOf.set(simplified, (traditionalOf.get(simplified) ?? '') + traditional);
    }
  }
  return traditionalOf.get(character) ?? '';
}

/** Letters that are a letter with a stroke or a ligature, which Unicode does not decompose. */
const UNDECOMPOSED: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ŧ: 't',
  ŋ: 'n',
  ĸ: 'k',
};

/** Diacritics of Latin, Greek and Cyrillic, Hebrew points, Arabic vowel signs and tatweel. Vowel signs of Indic scripts are letters and stay. */
const MARKS = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]/g;
const ASCII = /^[a-z0-9]+$/;

/** The form in which words are compared: no case, no width, no diacritics, no apostrophe, no soft hyphen; Arabic alef and yeh in one form. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  if (ASCII.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(/['’\u00ad\u2060]/g, '')
    .replace(/[ßæœøłđðþħıŧŋĸ]/g, (letter) => UNDECOMPOSED[letter] ?? letter)
    .replaceAll('ى', 'ي')
    .normalize('NFC')
    .toLowerCase();
}

/** One character of a script that is searched by pairs: no width, traditional as simplified. May give more than one. */
export function foldCharacter(character: string): string {
  const composed = isPlain(character) ? character : character.normalize('NFKC');
  return hanVariants().get(composed) ?? composed;
}

/** Kana and common Han characters are in final form already; normalising each would be most of the work. */
function isPlain(character: string): boolean {
  const code = character.charCodeAt(0);
  return character.length === 1 && ((code >= 0x3041 && code <= 0x30ff) || (code >= 0x3400 && code <= 0x9fff));
}

/** The form in which names of tags and sites are compared: no case, no width, no diacritics, traditional as simplified. */
export function foldName(name: string): string {
  return [...foldWord(name.trim().replace(/\s+/g, ' '))].map(foldCharacter).join('');
}
