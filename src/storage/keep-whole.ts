import { parseSavedMetadata } from '../model/parse-saved-metadata.ts';
import type { SavedMetadata } from '../model/saved-article.ts';

/** Reads a stored record; of a damaged one gives at least the title, so that it can be named. */
export function keepWhole(value: unknown): { whole: SavedMetadata | null; title: string | null } {
  const whole = parseSavedMetadata(value);
  const named = typeof value === 'object' && value !== null && 'title' in value ? value.title : null;
  return { whole, title: typeof named === 'string' && named !== '' ? named : null };
}
