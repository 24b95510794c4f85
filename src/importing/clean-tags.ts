import { foldName } from '../model/search/fold-name.ts';

/** No page has more; a file that says so is an attack. */
const MOST_TAGS = 100;
const LONGEST_TAG = 100;

/** Tags trimmed, without empty and repeated ones (compared as the library does), in their order. */
export function cleanTags(tags: readonly unknown[]): string[] {
  const known = new Map<string, string>();
  for (const tag of tags) {
    if (typeof tag !== 'string') continue;
    const name = tag
      .replace(/\p{Cs}/gu, '\ufffd')
      .replace(/[\p{Cc}\s]+/gu, ' ')
      .trim()
      .slice(0, LONGEST_TAG)
      // Half of a character that was cut has no address, and the page of tags has one for each.
      .replace(/\p{Cs}$/u, '')
      .trim();
    const folded = foldName(name);
    if (name !== '' && !known.has(folded)) known.set(folded, name);
    if (known.size === MOST_TAGS) break;
  }
  return [...known.values()];
}
