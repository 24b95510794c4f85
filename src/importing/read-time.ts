/** Times outside this range are mistakes. The first web page is from 1990. */
const [EARLIEST, LATEST] = [Date.UTC(1990, 0, 1), Date.UTC(2100, 0, 1)];

/**
 * Reads a time as exports write it: seconds, milliseconds or microseconds since 1970, ISO 8601, `2023-01-15 10:30:00+00:00`,
 * `2019年05月01日 10:10:10`, `15.01.2023 10:30`, `January 15, 2023 10:30 AM`. Gives milliseconds since 1970. Null for
 * anything else, such as `01/02/2023`, which may be in January or February, and for times out of range. Without a zone a
 * day or time is that of this computer, by whose days the list tells dates.
 */
export function readTime(value: unknown): number | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const text = String(value).trim();
  const time = /^\d{9,17}(?:\.\d+)?$/.test(text) ? fromNumber(Number(text)) : fromText(text);
  return Number.isFinite(time) && time >= EARLIEST && time < LATEST ? Math.round(time) : null;
}

function fromNumber(number: number): number {
  if (number < 1e11) return number * 1000;
  return number < 1e14 ? number : number / 1000;
}

const CHINESE = /^(\d{4})年(\d{1,2})月(\d{1,2})日(?:\s*(\d{1,2}):(\d{2})(?::(\d{2}))?)?/;
const DATE =
  /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?\s*(Z|UTC|[+-]\d\d:?\d\d)?$/i;

/** With full stops the order is always day, month, year. */
const DOTTED = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?=$|,? \d)/;
/** `January 15, 2023 10:30 AM` and `Sun, 15 Jan 2023 10:30:00 GMT`, which `Date.parse` reads in every browser. */
const ENGLISH = /^(?:[A-Z][a-z]{2,8}\.? \d{1,2}, |(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2,8} )\d{4}(?:,? \d|$)/;

function fromText(text: string): number {
  if (ENGLISH.test(text)) return Date.parse(text);
  const iso = text.replace(DOTTED, '$3-$2-$1').replace(', ', ' ');
  const parts = CHINESE.exec(text) ?? DATE.exec(iso);
  if (!parts) return Number.NaN;
  const [, year, month, day, hour = '0', minute = '0', second = '0', zone] = parts;
  const numbers = [year, month, day, hour, minute, second].map(Number);
  const [y = 0, mo = 1, d = 1, h = 0, mi = 0, s = 0] = numbers;
  if (mo < 1 || mo > 12 || d < 1 || d > 31 || h > 24 || mi > 59 || s > 60) return Number.NaN;
  if (zone === undefined) return new Date(y, mo - 1, d, h, mi, s).getTime();
  const offset = /^[+-]/.test(zone)
    ? Number(`${zone[0]}1`) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2)))
    : 0;
  return Date.UTC(y, mo - 1, d, h, mi, s) - offset * 60_000;
}
