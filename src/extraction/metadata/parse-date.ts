import { DAY_MS } from '../../model/day-ms.ts';
import { collapseSpace } from '../../model/text/collapse-space.ts';
import { isAscii } from '../../model/text/letters.ts';
import { type DateParts, readDateParts } from './read-date-parts.ts';

/** What is needed to read a date that is relative or ambiguous. */
export interface DateContext {
  /** Reference for relative dates. */
  now: Date;
  /** BCP 47 tag of the page: month names, day–month order, and the zone of languages spoken in one zone. */
  lang: string | null;
}

/**
 * Time zone abbreviations, each with its hours east of UTC, as RFC 2822 dates
 * (https://www.rfc-editor.org/rfc/rfc2822#section-4.3) and bylines use them.
 */
const ZONES =
  'z0ut0utc0gmt0wet0bst1cet1cest2mez1mesz2eet2eest3msk3ist5.5wib7wita8wit9jst9kst9est-5edt-4cst-6cdt-5mst-7mdt-6pst-8pdt-7';

/**
 * Languages that are nearly all written in one time zone, in minutes east of UTC. It is taken for a time without a
 * zone.
 */
const HOME_ZONES: Record<string, number> = { zh: 480, ja: 540, ko: 540, vi: 420, th: 420 };

/**
 * Reads a date as pages write it: ISO 8601, RFC 2822, epoch seconds or milliseconds, `2022年8月6日 10:19`, `3小时前`,
 * `6. August 2022`, `le 6 août 2022 à 10h19`, `08/06/2022` …
 *
 * Gives `2022-08-06`, or `2022-08-06T10:19:00+08:00` when the time and its zone are known; null when no date is found.
 */
export function parseDate(text: string, context: DateContext): string | null {
  const line = collapseSpace(toAsciiDigits(text)).trim().slice(0, 200);
  if (/^1\d{9}(?:\d{3})?$/.test(line))
    return formatTime(new Date(Number(line) * (line.length === 10 ? 1000 : 1)), homeZone(context.lang), true);
  const parts = readDateParts(line, context.lang, context.now);
  if (!parts || !isPossible(parts, context.now))
    return parts ? null : parseRelativeDate(line, context.now, homeZone(context.lang));
  const date = `${parts.year}-${pad(parts.month)}-${pad(parts.day)}`;
  return `${date}${parseTime(line, context.lang) ?? ''}`;
}

function toAsciiDigits(text: string): string {
  if (isAscii(text)) return text;
  return text
    .replace(/[٠-٩۰-۹๐-๙]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/[०-९০-৯]/g, (digit) => String((digit.charCodeAt(0) + 10) & 15))
    .replace(/[０-９：]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}

/** The time with its zone in ISO 8601, to be put behind the date; null when either is unknown. */
function parseTime(line: string, lang: string | null): string | null {
  const match =
    /(?:^|[^\d:])(\d{1,2})(?:[:h]|\s?[时時点點시]\s?)([0-5]\d)(?:[:分]([0-5]\d))?(?!:\d)(\.\d+)?(秒|分)?/.exec(line) ??
    /T(\d\d)([0-5]\d)([0-5]\d)/.exec(line);
  if (!match) return null;
  let hour = Number(match[1]);
  const isLate = /p\.?m\b|下午|午後|晚上|오후/i.test(line);
  if (isLate || /a\.?m\b|上午|午前|오전/i.test(line)) hour = (hour % 12) + (isLate ? 12 : 0);
  if (hour > 23) return null;
  const rest = line.slice(match.index + match[0].length);
  const offset = /^\s*\(?(?:GMT|UTC)?\s*([+-])(\d\d?):?(\d\d)?/.exec(rest);
  const zone = /^\s*(?:[ap]\.?m\.?\s*)?\(?([a-z]{1,4})\b/i.exec(rest)?.[1];
  const hours = zone && new RegExp(`(?:^|\\d)${zone}(-?[\\d.]+)`, 'i').exec(ZONES)?.[1];
  const minutes = offset
    ? (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3] ?? 0))
    : hours
      ? Number(hours) * 60
      : homeZone(lang);
  return minutes === null ? null : `T${pad(hour)}:${match[2]}:${match[3] ?? '00'}${formatOffset(minutes)}`;
}

function homeZone(lang: string | null): number | null {
  return HOME_ZONES[(lang ?? '').slice(0, 2).toLowerCase()] ?? null;
}

const pad = (value: number) => String(value).padStart(2, '0');

/** Whether a day exists and an article may have been published on it: from 1900, the oldest archives, to next year. */
function isPossible({ year, month, day }: DateParts, now: Date): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && year >= 1900 && year <= now.getFullYear() + 1;
}

/** Units of relative dates and their length in seconds. Those longer than an hour give a date without a time. */
const UNITS: readonly (readonly [RegExp, number])[] = [
  [/秒|sec|se[kg]und|초|\d ?(сек|ث[او])/, 1],
  [/分[钟鐘前]|min|분|\d ?(мин|دق)/, 60],
  [/小[时時]|時間|hour|hr|stund|heure|hora|ore|uur|시간|час|ساع/, 3600],
  [/天|日|day|tag|jour|d[ií]a|giorn|dagen|일|дн|день|أيام|يوم/, 86_400],
  [/周|週|星期|week|woche|sema|주|недел/, 604_800],
  [/[个個かヶ]月|month|monat|mois|mes|개월|мес/, 2_629_800],
];

const AGO = /前(?!天.*\d)|ago|\b(?:vor|hace)\b|il y a|\bhá |fa\b|geleden|전|назад|منذ|قبل/i;
const DAYS_BACK: readonly (readonly [RegExp, number])[] = [
  [/前天|一昨日|vorgestern|avant-hier|anteayer|그저께|позавчера/i, 2],
  [/昨[天日]|yesterday|gestern|\b((hi|ay)er|ontem|ieri)\b|어제|вчера|أمس/i, 1],
  [/今[天日]|刚刚|剛剛|today|just now|\b(heute|ho(y|je)|oggi)\b|aujourd|오늘|방금|сегодня|اليوم/i, 0],
];

/**
 * Reads `3小时前`, `昨天 10:19`, `2 days ago`, `vor 3 Stunden` against `now`.
 * Hours and less give a time (in `zone` minutes east of UTC, else UTC); days and more give a date.
 */
function parseRelativeDate(line: string, now: Date, zone: number | null): string | null {
  if (line.length > 40) return null;
  const count = /\d{1,3}/.exec(line) ?? /\b(an?|une?|eine[rmn]?|una?)\b|几|半/i.exec(line);
  // A day before which something is due is none: `5月10日前`. A second number counts minutes of reading, or of the hour.
  const unit =
    count && AGO.test(line) && !/\d ?月 ?\d/.test(line)
      ? UNITS.find(([word]) => word.test(line.toLowerCase().replace(/(\d\D+)\d.*/, '$1')))
      : undefined;
  if (count && unit) {
    const seconds = unit[1] * (Number(count[0]) || 1);
    return formatTime(new Date(Number(now) - seconds * 1000), zone, unit[1] <= 3600);
  }
  const back = DAYS_BACK.find(([word]) => word.test(line));
  if (!back) return null;
  const day = formatTime(new Date(Number(now) - back[1] * DAY_MS), zone, false);
  const time = /(\d{1,2}):(\d\d)/.exec(line);
  return time && zone !== null ? `${day}T${(time[1] ?? '').padStart(2, '0')}:${time[2]}:00${formatOffset(zone)}` : day;
}

/** A moment as ISO 8601 in the zone `zone` minutes east of UTC, else in UTC. Without `withTime` only its date. */
function formatTime(date: Date, zone: number | null, withTime: boolean): string {
  const local = new Date(Number(date) + (zone ?? 0) * 60_000).toISOString();
  return withTime ? `${local.slice(0, 19)}${formatOffset(zone ?? 0)}` : local.slice(0, 10);
}

/** Minutes east of UTC as ISO 8601 writes them: `Z`, `+08:00`, `-03:30`. */
function formatOffset(minutes: number): string {
  if (minutes === 0) return 'Z';
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}
