import { lettersAndDigits } from '../../model/letters.ts';

/** A line this long says more than who wrote when. */
const LONGEST = 120;
/** Letters beside the names: "By", "published on", a month. */
const MOST_OTHERS = 24;

const letters = (text: string): string => lettersAndDigits(text.toLowerCase()).replace(/\d+/g, '');

/** Whether a line says who wrote, and perhaps when, and nothing else: `By Maren Holt · 3 May 2026`. `byline` holds the names. */
export function isBylineLine(line: string, byline: string | null): boolean {
  if (!byline || line.length > LONGEST) return false;
  const names = byline.split(/,\s*/).map(letters);
  const own = letters(line);
  if (!names[0] || !own.includes(names[0])) return false;
  const others = names.reduce((rest, name) => rest.replace(name, ''), own);
  const isSentence = /[.!?。！？]["'”’」』)]*$/u.test(line.trim()) && !/\d/.test(line);
  return others.length <= MOST_OTHERS && !isSentence;
}
