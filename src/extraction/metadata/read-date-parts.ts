import { DAY_MS } from '../../model/day-ms.ts';
import { patternFor } from '../../model/text/letters.ts';
import { monthOf } from './month-names.ts';

/** A date as it was read; the day may not exist. */
export interface DateParts {
  year: number;
  month: number;
  day: number;
}

/**
 * Finds a date in a line with ASCII digits; null when there is none. `now` gives the year of dates written without one.
 */
export function readDateParts(line: string, lang: string | null, now: Date): DateParts | null {
  const parts =
    parseYearFirst(line) ??
    parsePersian(line) ??
    parseEra(/zh-(?:Hant|TW)/i.test(lang ?? '') ? line.replace(TAIWAN, '$1年$3月$4日') : line) ??
    parseNamedMonth(line, lang) ??
    parseNumeric(line, lang) ??
    parseWithoutYear(line, now);
  // The Thai calendar is 543 years ahead.
  return parts && parts.year > 2400 ? { ...parts, year: parts.year - 543 } : parts;
}

function parseYearFirst(line: string): DateParts | null {
  const match =
    /(?<!\d)((?:19|20)\d\d) ?([-/.年년]) ?(\d{1,2}) ?[-/.月월] ?(\d{1,2})(?!\d)/.exec(line) ??
    /(?<!\d)((?:19|20)\d\d)()(\d\d)(\d\d)(?=T?\d{4}|T|\b)(?!\d{7})/.exec(line);
  return match ? { year: Number(match[1]), month: Number(match[3]), day: Number(match[4]) } : null;
}

/** The first two letters of the months of the Persian calendar. */
const PERSIAN = 'فرارخرتیمرشهمهآبآذدیبهاس';

/**
 * Reads `13 اردیبهشت 1405`. 33 years have 12,053 days, and what is left of a day does no harm. This agrees with the
 * calendar of Iran on every day from 1990 to 2040.
 */
function parsePersian(line: string): DateParts | null {
  const [, day, name = '-', year] = /(\d\d?) (?!اسد|به )(\S\S)\S*(?: ماه)? (1[34]\d\d)/.exec(line) ?? [];
  const month = PERSIAN.indexOf(name) / 2 + 1;
  const days = (12_053 * Number(year) + 21) / 33 + 30 * month + Math.min(month, 7) + Number(day) - 492_665;
  return month % 1 ? null : parseYearFirst(new Date(days * DAY_MS).toISOString());
}

/** A day as offices of Taiwan write it: `115-05-03`. */
const TAIWAN = /(?<![\w.-])(1[01]\d)([./-])(\d\d?)\2(\d\d?)(?![\w.-])/;

/** Reads years of Japanese eras and of Taiwan's calendar, and dates in Chinese numerals. */
function parseEra(line: string): DateParts | null {
  const match = /(令和|平成|民[國国]|(?<!\d)(?=1[01]\d ?年)) ?(元|\d{1,3}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日/.exec(
    line,
  );
  if (match) {
    const start = match[1] === '令和' ? 2018 : match[1] === '平成' ? 1988 : 1911;
    return { year: start + (Number(match[2]) || 1), month: Number(match[3]), day: Number(match[4]) };
  }
  const han = /([一二三四五六七八九〇零○]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十廿]{1,3})日/.exec(
    line,
  );
  if (!han) return null;
  const year = Number([...(han[1] ?? '')].map(digitOf).join(''));
  return { year, month: fromHan(han[2] ?? ''), day: fromHan(han[3] ?? '') };
}

function fromHan(text: string): number {
  const [ones, tens] = text.split('十').reverse();
  return (tens === undefined ? 0 : 10 * (digitOf(tens) || 1)) + digitOf(ones);
}

/** The value of a Chinese digit. 0 for ○ and 零, and when there is no character. */
const digitOf = (char = ''): number => Math.max(0, '〇一二三四五六七八九'.indexOf(char));

/** Reads a month's name with a day and a year within three words of it, in any order. */
function parseNamedMonth(line: string, lang: string | null): DateParts | null {
  const plain = line
    .replace(/(\d)(st|nd|rd|th|er|º|ª)\b|(?<=[ก-๙])\./gi, '$1')
    .replace(/\d{1,2}(?:(?::\d\d)+|h\d\d)/g, ' ');
  const words = plain.match(patternFor(plain, /\d+|[A-Za-zªµºÀ-ÖØ-öø-ỿ]+/g, /\d+|[\p{L}\p{M}]+/gu)) ?? [];
  for (const [index, word] of words.entries()) {
    if (/^\d/.test(word)) continue;
    const near = [index - 1, index + 1, index + 2, index + 3, index - 2, index - 3].map((at) => words[at] ?? '');
    const day = near.find((item) => /^\d{1,2}$/.test(item) && Number(item) >= 1 && Number(item) <= 31);
    const year = near.find((item) => /^(?:19|2[05])\d\d$/.test(item));
    // `monthOf` last: to get the month names of all languages takes the browser tens of milliseconds.
    const month = day && year ? monthOf(word, lang) : null;
    if (month) return { year: Number(year), month, day: Number(day) };
  }
  return null;
}

/**
 * Reads `08/06/2022`, `6. 8. 2022`, `6 tháng 8 năm 2022`. The month comes first in `en-US` and `en`, and in languages
 * that write dates from the year on; elsewhere the day. Two digits for the year, `24.12.23`, are read only where the
 * day comes first.
 */
function parseNumeric(line: string, lang: string | null): DateParts | null {
  const match = /(?<![\d.])(\d{1,2})([./-]) ?(\d{1,2})\2( ?(?:19|2[05])\d\d|\d\d(?![:.]\d))(?!\d)/.exec(
    line.replace(/ tháng | năm |, (?=\d{4})/g, '/'),
  );
  if (!match) return null;
  const [one, two, end] = [Number(match[1]), Number(match[3]), Number(match[4])];
  if (end < 100 && (match[0].length < 8 || /^(?:en|zh|ja|ko|hu|lt|$)/.test(lang ?? ''))) return null;
  const year = end < 100 ? end + 2000 : end;
  const isMonthFirst =
    match[2] !== '.' && (two > 12 || (one <= 12 && /^(?:en(?:-US)?$|zh-(?:Hans|CN)|ja|ko)/i.test(lang ?? 'en')));
  return isMonthFirst ? { year, month: one, day: two } : { year, month: two, day: one };
}

/** Reads `8月6日 10:19` as the latest such day that is not in the future. */
function parseWithoutYear(line: string, now: Date): DateParts | null {
  const match =
    /^(?:\D{0,6} )?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日號号일]/.exec(line) ?? /^(\d\d)-(\d\d) \d\d:\d\d/.exec(line);
  if (!match) return null;
  const [month, day] = [Number(match[1]), Number(match[2])];
  const isLater = month > now.getMonth() + 1 || (month === now.getMonth() + 1 && day > now.getDate() + 1);
  return { year: now.getFullYear() - (isLater ? 1 : 0), month, day };
}
