import { asRecord } from '../../model/as-record.ts';
import type { Highlight } from '../../model/highlight.ts';
import { parseHighlight } from '../../model/parse-highlight.ts';

/**
 * Gives a highlight with every field in its place: those that are wrong or missing get what one has whose passage is found
 * by its words alone. Null when its article, its passage or its note is not there to hold on to.
 */
export function mendHighlight(value: unknown): Highlight | null {
  const record = asRecord(value);
  const { id, articleId, exact, note } = record;
  const head = parseHighlight({ ...BARE, id, articleId, exact, note });
  if (!head) return null;
  let mended = head;
  for (const [key, found] of Object.entries(record)) mended = parseHighlight({ ...mended, [key]: found }) ?? mended;
  return mended;
}

const BARE = { prefix: '', suffix: '', start: 0, end: 0, colour: 'yellow', createdAt: 0, changedAt: 0 };
