import { DAY_MS } from '../../model/day-ms.ts';
import { pattern } from '../../model/pattern.ts';
import { lettersAndDigits } from '../../model/text/letters.ts';
import type { PageContext, PageMetadata } from '../extraction-pass.ts';
import { attributeOf } from '../find-elements.ts';
import { parseDate } from '../metadata/parse-date.ts';
import type { TextUnit } from './text-units.ts';

/** Characters; a longer line says more than who wrote when. */
const LONGEST = 120;
/** Letters that a line may have beside the names: "By", "published on", a month. */
const MOST_OTHERS = 36;
/** The same in scripts whose letters say more: 发布时间 and the three letters of the date. */
const MOST_DENSE = 8;
/** The same where the line tells the time of day: `2026-05-03 10:19 来源：北方日报 【字体：大 中 小】`. */
const MOST_TIMED = 32;
const TIMED = /\d:\d\d(?!.*[，。、；])/;

const letters = (text: string): string => lettersAndDigits(text.toLowerCase()).replace(/\d+/g, '');

/** What the reader shows above the body. */
type HeadFacts = Pick<PageMetadata, 'byline' | 'publishedTime' | 'lang'> & Pick<PageContext, 'now'>;

/** The most by which a line's day and the time in the metadata may differ, since their time zones may. */
const ZONES_APART_MS = 1.5 * DAY_MS;

/** Class names of the line on author and day. It may hold more then: an editor, a second date, minutes of reading. */
const ABOUT = /author|byline|date|meta|info|signature/i;

/** How many times as many letters a line so named may have. */
const ROOM = 4;

/** *Temps de lecture : 3 min*, 読了時間：約5分, and *12 comments · 3 days ago*. */
const READING_TIME = pattern('i')`
  ^\d+ [ck]omm?ent\S*(?: .{0,3}\d[\w ]{1,20})?$
  |^[^\d.]{0,12}(?:d[ei] le[cit]t|lese[zd]|чтен|đọc|読|[阅閱](?=.*[钟鐘])|읽)[^\d.]{0,14}\d\d? ?(?:mi|ми|ph|分|분)\D{0,7}$`;

/**
 * Whether a unit only repeats what the reader shows above the body. A picture is more than its caption, and a heading
 * that is a date belongs to what happened that day.
 */
export function repeatsHead({ text, element }: TextUnit, facts: HeadFacts): boolean {
  const { tagName } = element;
  if (/^(?:FIGURE|PRE)$/.test(tagName)) return false;
  if (READING_TIME.test(text.trim())) return true;
  if (/^H\d/.test(tagName)) return isBylineLine(text, { ...facts, publishedTime: null });
  const names = attributeOf(element, 'class') + attributeOf(element.parentElement, 'class');
  return isBylineLine(text, facts, ABOUT.test(names) ? ROOM : 1);
}

/**
 * Whether a line says who wrote, or when, and nothing else: `By Maren Holt · 3 May 2026`, `Updated May 3, 2026`. If it
 * is no sentence, it may be `room` times as long, with as many other letters.
 */
export function isBylineLine(line: string, facts: HeadFacts, room = 1): boolean {
  if (line.length > LONGEST * room) return false;
  const own = letters(line);
  const names = (facts.byline ?? '').split(/,\s*/).map(letters);
  const isSentence = /(?<!\P{L}(?:min|[грนm]))[.!?。！？]["'”’」』)]*$/iu.test(line.trim());
  const isDense = /[\u2e80-\uffff]/.test(own);
  const most = (!isDense ? MOST_OTHERS : TIMED.test(line) ? MOST_TIMED : MOST_DENSE) * room;
  if (!names[0] || !own.includes(names[0])) return !isSentence && own.length <= most && isDate(line, facts);
  const others = names.reduce((rest, name) => rest.replace(name, ''), own);
  return others.length <= most && (!isSentence || (room === 1 && /\d/.test(line)));
}

/** Whether a line holds the day of publication, and does not introduce or begin what follows. */
function isDate(line: string, { publishedTime, lang, now }: HeadFacts): boolean {
  if (!publishedTime || !/\d/.test(line) || /[:：,]$|前，/.test(line)) return false;
  const published = new Date(publishedTime);
  // A day without its year is one of that time, `3 days ago` is counted from today.
  return [published, now].some(
    (now) => Math.abs(Date.parse(parseDate(line, { now, lang }) ?? '') - Number(published)) < ZONES_APART_MS,
  );
}
