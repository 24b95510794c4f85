import { JAPANESE, KOREAN, SIMPLIFIED, TRADITIONAL } from './frequent-characters.ts';

/** An encoding of before UTF-8, and the text that is expected in it. */
interface Encoding {
  label: string;
  /** The commonest characters, by how common they are. */
  common: string;
  /** What else such a text is made of. */
  usual: string;
  /** Sequences that such a text hardly has. */
  odd: RegExp;
  /** How much rarer such files are than others, in bits. */
  rarer?: number;
}

/** A character within a Latin word. */
const WITHIN = /[a-z][\u3041-\ud7a3]+[a-z]/gi;
/** The same, and a space between words, which Chinese and Japanese do without. */
const SPACED = /[a-z][\u3041-\ud7a3]+[a-z]|[\u4e00-\u9fff] (?=[\u4e00-\u9fff])/gi;
/** Letters of two alphabets in a word. */
const MIXED = /[a-z][\u0401-\u06d2]|[\u0401-\u06d2][a-z]/gi;

/** Of two that fit alike the earlier is taken; Windows-1252 fits any bytes. */
const encodings = (): readonly Encoding[] => [
  { label: 'gb18030', common: SIMPLIFIED, usual: charactersOf('gb18030', 0xb0, 0xd7), odd: SPACED },
  { label: 'big5', common: TRADITIONAL, usual: charactersOf('big5', 0xa4, 0xc6), odd: SPACED },
  { label: 'shift_jis', common: JAPANESE, usual: charactersOf('euc-jp', 0xa4, 0xcf), odd: SPACED },
  { label: 'euc-jp', common: JAPANESE, usual: charactersOf('euc-jp', 0xa4, 0xcf), odd: SPACED, rarer: 4 },
  { label: 'euc-kr', common: KOREAN, usual: charactersOf('euc-kr', 0xb0, 0xc8), odd: WITHIN },
  {
    label: 'windows-1251',
    common: 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё',
    usual: 'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЁІіЇїЄєҐґ№«»—',
    odd: MIXED,
  },
  {
    label: 'windows-1256',
    common: 'اليمونرتبةعدسفهكقحأجشطصخإذىضئءغزثظؤآ',
    usual: '،؛؟گچپژًٌٍَُِّْ«»',
    odd: MIXED,
  },
  {
    label: 'windows-1252',
    common: 'éàèüäöçñóíáêßâîôúûœåøãõæï’“”–‘…«»ëÉÜÖÄ',
    usual: 'ÀÂÇÈÊËÌÍÎÏÑÒÓÔÕÙÚÛÝØÅÆìðòùýþÿŒŠšŽžŸ€„‚—•·°©®™¿¡£§ºª²³´½¼×\u00a0',
    odd: /[\u00c0-\u0178]{2}/g,
  },
];

/** The characters from one row of a standard to another: the first level has those in use, the later ones what is rare. */
function charactersOf(label: string, first: number, last: number): string {
  const bytes: number[] = [];
  for (let row = first; row <= last; row += 1) for (let cell = 0xa1; cell <= 0xfe; cell += 1) bytes.push(row, cell);
  if (label === 'big5')
    for (let row = first; row <= last; row += 1) for (let cell = 0x40; cell <= 0x7e; cell += 1) bytes.push(row, cell);
  return new TextDecoder(label).decode(new Uint8Array(bytes)).replaceAll('\ufffd', '');
}

/** What is looked at, in bytes: enough to be sure, and soon done. */
const SAMPLE = 32 * 1024;

/**
 * Names the encoding of bytes that are no UTF-8: the one in which they are the likeliest text. How likely a character is
 * follows from its rank among the common ones (Zipf's law), so that bytes of another encoding, which come out as rare
 * characters and as none, lose within a few words.
 */
export function chooseEncoding(bytes: Uint8Array): string {
  const sample = linesBeyondAscii(bytes);
  const costs = encodings().map((encoding) => ({
    label: encoding.label,
    cost: costOf(new TextDecoder(encoding.label).decode(sample), encoding),
  }));
  return costs.reduce((least, one) => (one.cost < least.cost ? one : least)).label;
}

/** Lines with anything but ASCII. No encoding here has a line break within a character. */
function linesBeyondAscii(bytes: Uint8Array): Uint8Array {
  const sample = new Uint8Array(Math.min(bytes.length, SAMPLE));
  let size = 0;
  for (let at = bytes.findIndex((byte) => byte > 0x7f); at >= 0 && at < bytes.length && size < SAMPLE; ) {
    const end = bytes.indexOf(0x0a, at) + 1 || bytes.length;
    const piece = bytes.subarray(at, Math.min(end, at + SAMPLE - size));
    sample.set(piece, size);
    size += piece.length;
    at = end;
    while (at < bytes.length && (bytes[at] ?? 0) < 0x80) at += 1;
  }
  return sample.subarray(0, size);
}

/** How unlikely a text is, in bits. */
function costOf(text: string, { common, usual, odd, rarer = 0 }: Encoding): number {
  const ranks = new Map(Array.from(common, (char, rank) => [char, rank]));
  const known = new Set(usual);
  let cost = rarer + (text.match(odd)?.length ?? 0) * BITS.odd;
  for (const char of text) {
    const rank = ranks.get(char);
    if (char < '\u0080') cost += BITS.ascii;
    else if (rank !== undefined) cost += 2 + Math.log2(rank + 6);
    else if (PUNCTUATION.test(char)) cost += BITS.punctuation;
    else if (known.has(char)) cost += BITS.usual;
    else cost += char === '\ufffd' ? BITS.none : BITS.rare;
  }
  return cost;
}

/** Marks that Chinese, Japanese and Korean share, and full-width letters. */
const PUNCTUATION = /[\u00b7\u2010-\u203b\u3000-\u301f\uff01-\uff5e]/;
const BITS = { ascii: 6, odd: 8, punctuation: 9, usual: 14, rare: 20, none: 60 };
