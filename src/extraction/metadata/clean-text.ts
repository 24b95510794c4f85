import { collapseSpace } from '../../model/collapse-space.ts';

/** Longest metadata value kept, in UTF-16 units: a page may claim a title of 100 kB. */
const LIMIT = 500;

/**
 * One line of plain text fit for metadata: control characters and bidi overrides removed, white space collapsed,
 * leftover character references (`&amp;amp;`) resolved, cut at a limit. Null when nothing is left.
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

/** Resolves references that a page escaped twice; names beyond the XML five stay as they are. */
function decodeReferences(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-z]{2,4}));/g, (whole, dec, hex, name) => {
    if (name) return NAMED[name] ?? whole;
    const point = Number.parseInt(dec ?? hex, dec ? 10 : 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}
