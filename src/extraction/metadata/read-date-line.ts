import { pattern } from '../../model/pattern.ts';
import { type DateContext, parseDate } from './parse-date.ts';

/** A line, with the label before it, that begins with the date of the last change and not of the publication. */
const CHANGED = pattern('i')`
  ^[^发發公投등]*(?:修改|更新|수정)
  |^[\s -@–-•]*(?:(?:last|zuletzt|dernière|última|آخر) )?(?:
    [ou]pp?dat|modif|aktuali|geändert|mise? à jour|ac?tuali[tz]|aggiorn|обновл|تحديث
  )`;

/** Words for the publication, which may follow in the same line. */
const PUBLISHED = /发布|發[布佈]|公開|投稿|등록|pub+li|posted|veröff|erschien|опубл|نشر/i;

/** A text before a date is its label if it has fewer characters than this and no digit. */
const LONGEST_LABEL = 40;

/**
 * The date in a line, or in its attributes (`said`); where it has both, that of the publication. `counts` is false for
 * the date of a last change. Once such a date was read (`late`), another counts only if the line says that it is that
 * of the publication, since other dates follow there.
 */
export function readDateLine(
  line: string,
  label: string,
  said: readonly (string | null)[],
  late: string | null,
  context: DateContext,
): { date: string | null; counts: boolean } {
  const whole = (label.length < LONGEST_LABEL && !/\d/.test(label) ? label : '') + line;
  const isLate = CHANGED.test(whole);
  const at = isLate ? line.search(PUBLISHED) : -1;
  const published = at < 0 ? null : parseDate(line.slice(at), context);
  const date = published ?? firstDate([...said, line], context);
  return { date, counts: published !== null || (!isLate && (!late || PUBLISHED.test(whole))) };
}

/** The first of some texts that is a date, as `parseDate` gives it. */
export function firstDate(texts: readonly (string | null | undefined)[], context: DateContext): string | null {
  for (const text of texts) {
    const date = text ? parseDate(text, context) : null;
    if (date) return date;
  }
  return null;
}
