import { tagKey } from './tag-key.ts';

/** The tags, and after them those of `added` that are not among them in any spelling, each in the first it comes in. */
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
