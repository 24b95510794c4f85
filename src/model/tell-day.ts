import { dateFormat } from './date-format.ts';

/** A day as people say it: `3 May`, `5月3日`; with its year when that is not this one. Times are milliseconds since 1970. */
export function tellDay(time: number, locale: string, now: number = Date.now()): string {
  const sameYear = new Date(time).getFullYear() === new Date(now).getFullYear();
  const options: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long' };
  return dateFormat(locale, sameYear ? options : { ...options, year: 'numeric' }).format(time);
}
