/** Languages whose month names are tried when English and the page's own language do not know a word. */
const LANGUAGES =
  'de fr es pt it nl pl ru uk cs sk sv da nb fi tr ar ar-SY ar-MA fa he id ms vi hu ro el bg hr sr lt lv et sl ca hi bn th sw'.split(
    ' ',
  );

const tables = new Map<string, Map<string, number>>();

/** Number (1–12) of the month that `word` names in English, in `lang`, or in any other language known to `Intl`; else null. */
export function monthOf(word: string, lang: string | null): number | null {
  const key = fold(word);
  if (key.length < 2) return null;
  for (const tag of ['en', ...(lang ? [lang] : []), ...LANGUAGES]) {
    const month = tableFor(tag).get(key);
    if (month) return month;
  }
  return null;
}

/** Long and short names, alone and beside a day (genitive in Slavic languages), from the browser's own data. */
function tableFor(tag: string): Map<string, number> {
  let table = tables.get(tag);
  if (!table) {
    table = new Map();
    for (const month of ['long', 'short'] as const) {
      for (const options of [{ month }, { month, day: 'numeric' }] as const) addNames(table, tag, options);
    }
    if (tag === 'en') table.set('sept', 9);
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
    // A malformed language tag: the page declares what it likes.
  }
}

function fold(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/[\p{Mn}.]/gu, '')
    .toLowerCase();
}
