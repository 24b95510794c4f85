import type { Highlight } from '../../model/highlights/highlight.ts';
import { parseHighlight } from '../../model/highlights/parse-highlight.ts';
import { forget, recall, rememberOne } from '../../platform/session-memory.ts';

/** Removed highlights, kept for Undo where content scripts cannot read them: they may have notes. */
const REMOVED = 'removed-highlight.';

/** Remembers a highlight, with its note, until the browser closes. */
export const rememberRemoved = (highlight: Highlight): Promise<void> =>
  rememberOne(REMOVED, highlight.id, { ...highlight, at: Date.now() });

/** The removed highlight with this id; null where none is remembered, or it was one of another article. */
export async function recallRemoved(id: string, articleId: string): Promise<Highlight | null> {
  const removed = parseHighlight(await recall(REMOVED + id));
  return removed?.articleId === articleId ? removed : null;
}

/** Never throws: the highlight is back by then, and that must not be reported as failed. */
export const forgetRemoved = (id: string): Promise<void> => forget(REMOVED + id).catch(() => undefined);
