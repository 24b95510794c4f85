/** A day as people say it: `3 May`, `5月3日`; with the year when it is not this one. `time` is milliseconds since 1970. */
export function formatDay(time: number, locale: string, now: Date = new Date()): string {
  const day = new Date(time);
  const year = day.getFullYear() === now.getFullYear() ? undefined : 'numeric';
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year }).format(day);
}
