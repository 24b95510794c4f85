/**
 * The day of an ISO 8601 date or date-time in the words of `locale` (`3 May 2024`, `2024年5月3日`); null when it is not one.
 *
 * The day is taken as the page wrote it, in its own offset: an article of 3 May stays one of 3 May everywhere.
 */
export function formatPublishedDate(iso: string, locale: string): string | null {
  const day = /^(\d{4})-(\d{2})-(\d{2})(?:$|T)/.exec(iso);
  if (!day) return null;
  const [year, month, date] = [Number(day[1]), Number(day[2]), Number(day[3])];
  const time = new Date(Date.UTC(year, month - 1, date));
  if (time.getUTCMonth() !== month - 1 || time.getUTCDate() !== date) return null;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(time);
}
