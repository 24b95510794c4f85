/** No page has more; a file that says so is an attack. */
const MOST_TAGS = 100;
const LONGEST_TAG = 100;

/** Tags trimmed, without empty and repeated ones (compared without case), in their order. */
export function cleanTags(tags: readonly unknown[]): string[] {
  const known = new Map<string, string>();
  for (const tag of tags) {
    if (typeof tag !== 'string') continue;
    const name = tag
      .replace(/\p{Cs}/gu, '\ufffd')
      .replace(/[\p{Cc}\s]+/gu, ' ')
      .trim()
      .slice(0, LONGEST_TAG);
    if (name !== '' && !known.has(name.toLowerCase())) known.set(name.toLowerCase(), name);
    if (known.size === MOST_TAGS) break;
  }
  return [...known.values()];
}
