import { DAY_MS } from './day-ms.ts';
import type { MessageKey, Translate } from './message-key.ts';
import { textDirection } from './text/text-direction.ts';

/**
 * Messages with plural forms: `…One` and `…Other`, and in a language with more forms (Arabic) also `…Zero`, `…Two`,
 * `…Few` and `…Many`, as `Intl.PluralRules` names them.
 */
type PluralBase = { [Key in MessageKey]: Key extends `${infer Base}Other` ? Base : never }[MessageKey];

/** Strings, numbers and dates of the interface language. */
export interface Words {
  /** BCP 47 tag that `Intl` and `lang` attributes get. */
  readonly locale: string;
  /** The direction in which the strings are written. */
  readonly dir: 'ltr' | 'rtl';
  readonly t: Translate;
  number(value: number): string;
  /** The form of `base` for `count`; the number, formatted, is `$1`, `more` follow. */
  count(base: PluralBase, count: number, ...more: string[]): string;
  /** Sentences in a row: with a space between them, except in Chinese and Japanese. */
  sentences(...texts: string[]): string;
  /** A moment as shown in a list: the time today, else "yesterday", a weekday, a day, a day with its year. */
  when(time: number, now?: number): string;
  /** A day, with its year when that is not this one: "3 May", "5月3日". */
  day(time: number, now?: number): string;
  /** The time at which something was otherwise: the day, and today the time of day. */
  since(time: number, now?: number): string;
  /** "1.2 MB". */
  bytes(value: number): string;
}

/**
 * @param uiLanguage the browser's language. It is used only when it is a variant of the language the strings are in
 *   (`localeTag`): a German browser shows Recto in English, and its dates should be English too.
 */
export function createWords(t: Translate, uiLanguage: string): Words {
  const tag = t('localeTag');
  const locale = primary(uiLanguage) === primary(tag) && !isOtherHan(uiLanguage, tag) ? uiLanguage : tag;
  const plural = once(() => new Intl.PluralRules(locale));
  const numbers = once(() => new Intl.NumberFormat(locale));
  const words: Words = {
    locale,
    dir: textDirection(locale),
    t,
    number: (value) => numbers().format(value),
    count: (base, count, ...more) => t(`${base}${formOf(plural(), count)}` as MessageKey, words.number(count), ...more),
    sentences: (...texts) => texts.filter(Boolean).join(WITHOUT_SPACES.includes(primary(locale)) ? '' : ' '),
    when: (time, now = Date.now()) => tellWhen(time, now, locale),
    day: (time, now = Date.now()) => tellDay(time, locale, now),
    since: (time, now = Date.now()) => tellSince(time, locale, now),
    bytes: (value) => tellBytes(value, locale),
  };
  return words;
}

/** Makes a formatter at its first use: making both took a sixth of the time until the overlay was shown. */
function once<T extends object>(make: () => T): () => T {
  let made: T | null = null;
  return () => (made ??= make());
}

/** Languages whose sentences follow each other without a space. */
const WITHOUT_SPACES = ['zh', 'ja'];

/** The plural form. Every language may have a form for exactly one thing, even if its grammar has no singular. */
function formOf(plural: Intl.PluralRules, count: number): string {
  const form = count === 1 ? 'one' : plural.select(count);
  return form.charAt(0).toUpperCase() + form.slice(1);
}

const primary = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';

/** Dates in Traditional and Simplified Chinese differ in words, not in digits, so the script of the strings is kept. */
const isOtherHan = (uiLanguage: string, tag: string): boolean =>
  primary(tag) === 'zh' && new Intl.Locale(uiLanguage).maximize().script !== new Intl.Locale(tag).maximize().script;

function tellWhen(time: number, now: number, locale: string): string {
  const daysAgo = Math.round((startOfDay(now) - startOfDay(time)) / DAY_MS);
  if (daysAgo === 1) return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-1, 'day');
  if (daysAgo > 1 && daysAgo < 7) return dateFormat(locale, { weekday: 'long' }).format(time);
  return tellSince(time, locale, now);
}

/** The day, but today the time: "Changed since 3 December" says nothing on 3 December. */
export function tellSince(time: number, locale: string, now: number = Date.now()): string {
  if (startOfDay(time) !== startOfDay(now)) return tellDay(time, locale, now);
  return dateFormat(locale, { hour: 'numeric', minute: '2-digit' }).format(time);
}

const startOfDay = (time: number): number => new Date(time).setHours(0, 0, 0, 0);

function tellBytes(value: number, locale: string): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, value)) / 3));
  const options = {
    style: 'unit',
    unit: units[step] ?? 'byte',
    unitDisplay: 'short',
    maximumSignificantDigits: 3,
  } as const;
  return new Intl.NumberFormat(locale, options).format(value / 1000 ** step);
}

/** A day as people say it: `3 May`, `5月3日`; with its year when that is not this one. Times are milliseconds since 1970. */
export function tellDay(time: number, locale: string, now: number = Date.now()): string {
  const sameYear = new Date(time).getFullYear() === new Date(now).getFullYear();
  const options: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long' };
  return dateFormat(locale, sameYear ? options : { ...options, year: 'numeric' }).format(time);
}

const made = new Map<string, Intl.DateTimeFormat>();

/**
 * A formatter of dates, made once for each format, because making one takes as long as drawing a row of the list. It
 * keeps the time zone in which it was made, so each zone has its own.
 */
function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options, new Date().getTimezoneOffset()]);
  const known = made.get(key) ?? new Intl.DateTimeFormat(locale, options);
  made.set(key, known);
  return known;
}
