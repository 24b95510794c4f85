import { formatOffset } from './format-offset.ts';
import { monthOf } from './month-names.ts';
import { parseRelativeDate } from './parse-relative-date.ts';

/** What a date is read against. */
export interface DateContext {
  /** Reference for relative dates. */
  now: Date;
  /** BCP 47 tag of the page: month names, day–month order, and the zone of languages spoken in one zone. */
  lang: string | null;
}

interface Parts {
  year: number;
  month: number;
  day: number;
}

/** Zone names seen in bylines and RFC 2822 dates (https://www.rfc-editor.org/rfc/rfc2822#section-4.3 and common use), in minutes. */
const ZONES: Record<string, number> = {
  z: 0, ut: 0, utc: 0, gmt: 0, wet: 0, bst: 60, cet: 60, cest: 120, mez: 60, mesz: 120, eet: 120, eest: 180, msk: 180,
  ist: 330, jst: 540, kst: 540, est: -300, edt: -240, cst: -360, cdt: -300, mst: -420, mdt: -360, pst: -480, pdt: -420,
};

/** Languages written (almost) only in one time zone, in minutes: a time without a zone is theirs. */
const HOME_ZONES: Record<string, number> = { zh: 480, ja: 540, ko: 540 };

/**
 * Reads a date as pages write it: ISO 8601, RFC 2822, epoch seconds or milliseconds, `2022年8月6日 10:19`, `3小时前`,
 * `6. August 2022`, `le 6 août 2022 à 10h19`, `08/06/2022` …
 *
 * Gives `2022-08-06`, or `2022-08-06T10:19:00+08:00` when the time and its zone are known; null when no date is found.
 */
export function parseDate(text: string, context: DateContext): string | null {
  const line = toAsciiDigits(text).replace(/\s+/g, ' ').trim().slice(0, 200);
  const epoch = /^1\d{9}(?:\d{3})?$/.exec(line);
  if (epoch) return new Date(Number(line) * (line.length === 10 ? 1000 : 1)).toISOString().replace(/\.\d+/, '');
  const parts = parseYearFirst(line) ?? parseEra(line) ?? parseNamedMonth(line, context.lang) ?? parseNumeric(line, context.lang) ?? parseWithoutYear(line, context.now);
  if (!parts || !isReal(parts, context.now)) return parts ? null : parseRelativeDate(line, context.now, homeZone(context.lang));
  const date = `${parts.year}-${pad(parts.month)}-${pad(parts.day)}`;
  return `${date}${parseTime(line, context.lang) ?? ''}`;
}

function toAsciiDigits(text: string): string {
  return text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - 0x966))
    .replace(/[０-９：]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}

function parseYearFirst(line: string): Parts | null {
  const match =
    /(?<!\d)((?:19|20)\d\d) ?([-/.年년]) ?(\d{1,2}) ?[-/.月월] ?(\d{1,2})(?!\d)/.exec(line) ??
    /(?<!\d)((?:19|20)\d\d)()(\d\d)(\d\d)(?=T?\d{4}|T|\b)(?!\d{7})/.exec(line);
  return match ? { year: Number(match[1]), month: Number(match[3]), day: Number(match[4]) } : null;
}

/** Japanese eras and the calendar of Taiwan, and Chinese numerals. */
function parseEra(line: string): Parts | null {
  const match = /(令和|平成|民國|民国) ?(元|\d{1,3}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日/.exec(line);
  if (match) {
    const start = match[1] === '令和' ? 2018 : match[1] === '平成' ? 1988 : 1911;
    return { year: start + (match[2] === '元' ? 1 : Number(match[2])), month: Number(match[3]), day: Number(match[4]) };
  }
  const han = /([一二三四五六七八九〇零○]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十廿]{1,3})日/.exec(line);
  if (!han) return null;
  const year = Number([...(han[1] ?? '')].map((digit) => Math.max(0, '〇一二三四五六七八九'.indexOf(digit))).join(''));
  return { year, month: fromHan(han[2] ?? ''), day: fromHan(han[3] ?? '') };
}

function fromHan(text: string): number {
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text];
  const digit = (char: string | undefined) => '〇一二三四五六七八九'.indexOf(char || '〇');
  return (text.includes('十') ? 10 * (digit(tens) || 1) : 0) + digit(ones);
}

/** A month's name with a day and a year within three words of it, in any order. */
function parseNamedMonth(line: string, lang: string | null): Parts | null {
  const words = line.replace(/(\d)(?:st|nd|rd|th|er|º|ª)\b/gi, '$1').replace(/\d{1,2}(?::\d\d)+|\d{1,2}h\d\d/g, ' ').match(/\d+|[\p{L}\p{M}]+/gu) ?? [];
  for (const [index, word] of words.entries()) {
    const month = /^\d/.test(word) ? null : monthOf(word, lang);
    if (!month) continue;
    const near = [index - 1, index + 1, index + 2, index + 3, index - 2, index - 3].map((at) => words[at] ?? '');
    const day = near.find((item) => /^\d{1,2}$/.test(item) && Number(item) >= 1 && Number(item) <= 31);
    const year = near.find((item) => /^(?:19|20|25)\d\d$/.test(item));
    if (day && year) return { year: Number(year) > 2400 ? Number(year) - 543 : Number(year), month, day: Number(day) };
  }
  return null;
}

/** `08/06/2022`: month first in English of the United States (and English of no country), day first elsewhere. */
function parseNumeric(line: string, lang: string | null): Parts | null {
  const match = /(?<![\d.])(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d\d)(?!\d)/.exec(line);
  if (!match) return null;
  const [one, two, year] = [Number(match[1]), Number(match[3]), Number(match[4])];
  const monthFirst = match[2] !== '.' && (two > 12 || (one <= 12 && /^en(?:-US)?$/i.test(lang ?? 'en')));
  return monthFirst ? { year, month: one, day: two } : { year, month: two, day: one };
}

/** `8月6日 10:19`: the latest such day that has come. */
function parseWithoutYear(line: string, now: Date): Parts | null {
  const match = /^(?:\D{0,6} )?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日号號일]/.exec(line) ?? /^(\d\d)-(\d\d) \d\d:\d\d/.exec(line);
  if (!match) return null;
  const [month, day] = [Number(match[1]), Number(match[2])];
  const later = month > now.getMonth() + 1 || (month === now.getMonth() + 1 && day > now.getDate() + 1);
  return { year: now.getFullYear() - (later ? 1 : 0), month, day };
}

/** The time with its zone, ready to follow the date; null when either is unknown. */
function parseTime(line: string, lang: string | null): string | null {
  const match = /(?:^|[^\d:])(\d{1,2})(?:[:h]|\s?[时時点點시]\s?)(\d\d)(?:[:分](\d\d))?(?:\.\d+)?(?:秒|分)?/.exec(line) ?? /T(\d\d)(\d\d)(\d\d)/.exec(line);
  if (!match) return null;
  let hour = Number(match[1]);
  if (/[ap]\.?m\b|上午|下午|午前|午後|晚上|오전|오후/i.test(line)) {
    hour = (hour % 12) + (/p\.?m\b|下午|午後|晚上|오후/i.test(line) ? 12 : 0);
  }
  if (hour > 23) return null;
  const rest = line.slice(match.index + match[0].length);
  const offset = /^\s*(?:GMT|UTC)?\s*([+-])(\d\d?):?(\d\d)?/.exec(rest);
  const named = ZONES[(/^\s*(?:[ap]\.?m\.?\s*)?\(?([A-Za-z]{1,4})\b/i.exec(rest)?.[1] ?? '').toLowerCase()];
  const minutes = offset ? (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3] ?? 0)) : (named ?? homeZone(lang));
  return minutes === null ? null : `T${pad(hour)}:${match[2]}:${match[3] ?? '00'}${formatOffset(minutes)}`;
}

function homeZone(lang: string | null): number | null {
  return HOME_ZONES[(lang ?? '').slice(0, 2).toLowerCase()] ?? null;
}

const pad = (value: number) => String(value).padStart(2, '0');

/** A day of the calendar that an article can have been published on: not before print went online in archives, not years ahead. */
function isReal({ year, month, day }: Parts, now: Date): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1900 && year <= now.getFullYear() + 1;
}
