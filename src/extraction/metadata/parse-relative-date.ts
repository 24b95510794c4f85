import { formatOffset } from './format-offset.ts';

/** Unit words of relative dates, each with its length in seconds. Longer units give a date only. */
const UNITS: readonly (readonly [RegExp, number])[] = [
  [/秒|sec|sekund|segund|초|секунд|ثانية|ثوان/, 1],
  [/分[钟鐘前]|min|분|минут|دقيقة|دقائق/, 60],
  [/小[时時]|時間|hour|hr|stunde|heure|hora|ore|uur|시간|час|ساعات|ساعة/, 3600],
  [/天|日|day|tag|jour|d[ií]a|giorni|dagen|일|дн|день|أيام|يوم/, 86_400],
  [/周|週|星期|week|woche|semaine|semana|주|недел/, 604_800],
  [/[个個かヶ]月|month|monat|mois|mes|개월|месяц/, 2_629_800],
];

const AGO = /前|ago|\bvor\b|il y a|\bhace\b|\bhá |fa\b|geleden|전|назад|منذ|قبل/i;
const DAYS_BACK: readonly (readonly [RegExp, number])[] = [
  [/前天|一昨日|vorgestern|avant-hier|anteayer|그저께|позавчера/i, 2],
  [/昨[天日]|yesterday|gestern|\bhier\b|\bayer\b|\bontem\b|\bieri\b|어제|вчера|أمس/i, 1],
  [/今[天日]|刚刚|剛剛|today|just now|\bheute\b|aujourd|\bhoy\b|\bhoje\b|\boggi\b|오늘|방금|сегодня|اليوم/i, 0],
];

/**
 * Reads `3小时前`, `昨天 10:19`, `2 days ago`, `vor 3 Stunden` against `now`.
 * Hours and less give a time (in `zone` minutes east of UTC, else UTC); days and more give a date.
 */
export function parseRelativeDate(line: string, now: Date, zone: number | null): string | null {
  if (line.length > 40) return null;
  const count = /\d{1,3}/.exec(line) ?? /\b(?:an?|une?|eine[rmn]?|una?)\b|几|半/i.exec(line);
  const unit = count && AGO.test(line) ? UNITS.find(([word]) => word.test(line.toLowerCase())) : undefined;
  if (count && unit) {
    const seconds = unit[1] * (Number(count[0]) || 1);
    return formatTime(new Date(now.getTime() - seconds * 1000), zone, unit[1] <= 3600);
  }
  const back = DAYS_BACK.find(([word]) => word.test(line));
  if (!back) return null;
  const day = formatTime(new Date(now.getTime() - back[1] * 86_400_000), zone, false);
  const time = /(\d{1,2}):(\d\d)/.exec(line);
  return time && zone !== null ? `${day}T${(time[1] ?? '').padStart(2, '0')}:${time[2]}:00${formatOffset(zone)}` : day;
}

/** A moment in `zone` minutes east of UTC, else in UTC; its day alone without `withTime`. */
export function formatTime(date: Date, zone: number | null, withTime: boolean): string {
  const local = new Date(date.getTime() + (zone ?? 0) * 60_000).toISOString();
  return withTime ? `${local.slice(0, 19)}${formatOffset(zone ?? 0)}` : local.slice(0, 10);
}
