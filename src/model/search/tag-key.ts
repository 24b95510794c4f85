import { foldName } from './fold.ts';

/** Longest tag that messages carry, in characters. */
export const LONGEST_TAG = 200;
/**
 * The most tags that one change adds or removes, more than anybody chooses by hand. An item may have any number: saves,
 * imports and backups join the tags of several, and a tag that was left out would be lost unnoticed.
 */
export const MOST_CHANGED_TAGS = 1000;

/** More spellings than a library has; further ones are folded each time. */
const MOST_KNOWN = 20_000;
const known = new Map<string, string>();

/** The common form of all spellings of a tag. Each is folded once: a list of 10,000 items has few different tags. */
export function tagKey(tag: string): string {
  const before = known.get(tag);
  if (before !== undefined) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  const key = foldName(tag);
  known.set(tag, key);
  return key;
}

/** The tags, then those of `added` that are not among them in any spelling, each in its first spelling. */
export function joinTags(tags: readonly string[], added: readonly string[]): string[] {
  const known = new Set(tags.map(tagKey));
  const joined = [...tags];
  for (const tag of added) {
    const key = tagKey(tag);
    if (!known.has(key)) joined.push(tag);
    known.add(key);
  }
  return joined;
}

/** Whether two spellings are one tag: in the list of tags, on an item, and in searches. */
export const sameTag = (one: string, other: string): boolean => tagKey(one) === tagKey(other);

/** A search query for the items with a tag, whatever is in its name. */
export const tagQuery = (tag: string): string => `tag:"${tag.replaceAll('"', '""')}"`;
