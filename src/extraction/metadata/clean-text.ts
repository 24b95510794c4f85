import { collapseSpace } from '../../model/text/collapse-space.ts';

/** Longest value that is kept, in UTF-16 units. A page may declare a title of 100 kB. */
const LIMIT = 500;

/**
 * Cleans a text for metadata: one line without control characters and bidi overrides, with white space collapsed and
 * character references that a page escaped twice (`&amp;amp;`) resolved, cut at `limit`. Null when nothing is left.
 */
export function cleanText(text: string | null | undefined, limit = LIMIT): string | null {
  if (!text) return null;
  const plain = decodeReferences(text.slice(0, limit * 8)).replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed.
    /[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b\u202d\u202e\u2060\ufeff]/g,
    '',
  );
  const line = collapseSpace(plain).trim();
  return line.length > limit ? `${line.slice(0, limit).trimEnd()}…` : line || null;
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** Resolves numeric character references, the five names of XML, and `nbsp`. */
function decodeReferences(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-z]{2,4}));/g, (whole, dec, hex, name) => {
    if (name) return NAMED[name] ?? whole;
    const point = Number.parseInt(dec ?? hex, dec ? 10 : 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}
