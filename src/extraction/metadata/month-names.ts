import { pattern } from '../../model/pattern.ts';
/**
 * Languages whose month names are tried for a word that is no month in English or the page's own language. They are
 * listed by the block of characters (code / 256) of the names' first letter, because the names of one language take the
 * browser up to 3 ms.
 */
export const LANGUAGES: Record<number, string> = {
  0: 'de fr es pt it nl pl cs sk sv da nb fi tr id ms vi hu ro hr lt lv et sl ca sw',
  3: 'el',
  4: 'ru uk bg sr',
  5: 'he',
  6: 'ar ar-SY ar-MA fa',
  9: 'hi bn',
  14: 'th',
};

const ENGLISH = 'january february march april may june july august september october november december'.split(' ');

/**
 * How the month names of these languages begin in Latin letters, folded. A test compares it with the browser's data.
 */
const BEGINNINGS = pattern()`
  ^(?:
    a(?:br|ou|p[ru]|ra|u?[gv])
    |b(?:al|ir|re)
    |c(?:er|vc|vn|ze)
    |d(?:e[cstz]|i[cs]|ub)
    |e(?:ki|lo|ne|yl)
    |fe[bv]
    |g(?:e[gn]|iu|ru)
    |h(?:az|e[il]|uh)
    |i(?:an|u[ln])
    |j(?:a[an]|ou|u[ilnu])
    |k(?:as|es|o[lv]|ve|wi)
    |l(?:ap|ed|ie|i[ps]|ok|u[gt])
    |m(?:a[acgijry]|ei|rt)
    |n(?:is|o[iv])
    |o(?:c[at]|go|[kt]t|ut|zu)
    |p(?:az|ro)
    |r(?:ij|u[gj])
    |s(?:au|e[pt]|i[ej]|pa|rp|t[uy]|ub|vi|yy|ze)
    |t(?:am|em|h[ag]|ou|ra)
    |uno
    |v(?:as|e[el])
    |wrz
    |zar
  )`;

const tables = new Map<string, Map<string, number>>();

/** The number (1–12) of the month that `word` names in English, in `lang`, or in one of `LANGUAGES`; else null. */
export function monthOf(word: string, lang: string | null): number | null {
  // In Hebrew the preposition "in" is a prefix, the letter ב.
  const key = fold(word).replace(/^ב/, '');
  if (key.length < 2) return null;
  const english = ENGLISH.findIndex((name) => key.length > 2 && name.startsWith(key));
  if (english >= 0) return english + 1;
  const find = (tags: readonly string[] = []) => {
    for (const tag of tags) {
      const month = tableFor(tag).get(key);
      if (month) return month;
    }
    return null;
  };
  const isUnlikely = /^[a-z]/.test(key) && !BEGINNINGS.test(key);
  const own = lang && !/^(?:en|zh|ja|ko)/.test(lang) ? find([lang]) : null;
  return own ?? (isUnlikely ? null : find(LANGUAGES[key.charCodeAt(0) >> 8]?.split(' ')));
}

/**
 * The month names of a language from `Intl`: long and short, alone and beside a day (in Slavic languages the genitive).
 */
function tableFor(tag: string): Map<string, number> {
  let table = tables.get(tag);
  if (!table) {
    table = new Map();
    for (const month of ['long', 'short'] as const) {
      for (const options of [{ month }, { month, day: 'numeric' }] as const) addNames(table, tag, options);
    }
    tables.set(tag, table);
  }
  return table;
}

function addNames(table: Map<string, number>, tag: string, options: Intl.DateTimeFormatOptions): void {
  try {
    const format = new Intl.DateTimeFormat(tag, {
      ...options,
      timeZone: 'UTC',
      calendar: 'gregory',
      numberingSystem: 'latn',
    });
    for (let month = 0; month < 12; month++) {
      const name = format.formatToParts(Date.UTC(2022, month, 15)).find((part) => part.type === 'month')?.value ?? '';
      if (!/^\d/.test(name)) table.set(fold(name), month + 1);
    }
  } catch {
    // The tag is the page's and may be malformed.
  }
}

/** A word in lower case, without accents and dots; Thai marks stay, since they are letters there. */
export function fold(word: string): string {
  if (/^[A-Za-z]+$/.test(word)) return word.toLowerCase();
  return word
    .normalize('NFKD')
    .replace(/[^\P{Mn}\u0e00-\u0e7f]|\./gu, '')
    .toLowerCase();
}
