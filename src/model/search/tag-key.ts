import { foldName } from './fold-name.ts';

/** More spellings than a library has; beyond them they are folded anew. */
const MOST_KNOWN = 20_000;
const known = new Map<string, string>();

/** What two spellings of one tag have in common. Folded once each: a list of 10,000 items has few different tags. */
export function tagKey(tag: string): string {
  const before = known.get(tag);
  if (before !== undefined) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  const key = foldName(tag);
  known.set(tag, key);
  return key;
}
