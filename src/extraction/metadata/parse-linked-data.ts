/** The value of one block of JSON-LD, forgiving what sites get wrong: comments, CDATA marks, raw line breaks in strings; null for a bad block. */
export function parseLinkedData(source: string): unknown {
  const json = source.replace(
    /^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)\s*;?\s*$/g,
    '',
  );
  for (const text of [
    json,
    json
      .replace(/\s+/g, ' ')
      .replace(/,\s*([}\]])/g, '$1')
      .replace(/;\s*$/, ''),
  ]) {
    try {
      return JSON.parse(text);
    } catch {
      // The second, mended form may still parse; a block beyond mending says nothing.
    }
  }
  return null;
}
