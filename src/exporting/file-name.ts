/** Longest name in bytes of UTF-8. Most file systems allow 255, and a suffix and an extension are still added. */
const LONGEST = 160;

/**
 * Names that Windows reserves for devices, with any extension
 * (https://learn.microsoft.com/windows/win32/fileio/naming-a-file).
 */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)/i;

/** Characters that some file system forbids, and `[ ] # ^ |`, which break Obsidian's links. */
const FORBIDDEN = /[\\/:*?"<>|#^[\]]/g;

/**
 * Makes a file name without extension from a title. It is valid on Windows, macOS, Linux and Android and as a link
 * target in Obsidian, and never empty. Control characters, direction overrides and `" | Site"` at the end are removed.
 */
export function fileNameOf(title: string, siteName: string | null = null): string {
  const name = withoutSite(title, siteName)
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, ' ')
    .replace(FORBIDDEN, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const cut = cutBytes(name.replace(/^[.~\s-]+/, ''), LONGEST).replace(/[.\s]+$/, '');
  if (cut === '') return 'Untitled';
  return DEVICE.test(cut) ? `_${cut}` : cut;
}

/** Code units of the longest site name that is looked for, with the separator before it. */
const SITE_UNITS = 2 * 60 + 3;
const BARS = /\s[—–_·-](?=\s)|\s?[|｜]/gu;
const SITE = /^[^|｜]{1,60}$/u;

/** Removes the name of the site behind a bar or a dash, unless nothing would be left of the title. */
function withoutSite(title: string, siteName: string | null): string {
  const text = title.trim().replace(/\s+/g, ' ');
  // Only the end is searched, since a title may be long. At least two characters are left.
  const end = text.slice(2).slice(-SITE_UNITS);
  for (const { 0: bar, index } of end.matchAll(BARS)) {
    const tail = end.slice(index + bar.length).trim();
    // Dashes, and bars without a space beside them, also occur within titles, so the site's name must follow them.
    const isSite =
      /\s\||\|\s|｜/.test(end.slice(index, index + bar.length + 1)) ||
      (siteName !== null && isSameName(tail, siteName));
    if (isSite && SITE.test(tail)) return text.slice(0, text.length - end.length + index);
  }
  return title;
}

const isSameName = (left: string, right: string): boolean =>
  left.toLowerCase().replace(/[\s.]/g, '') === right.toLowerCase().replace(/[\s.]/g, '');

/** Cuts a text to `most` bytes of UTF-8 between two graphemes. */
function cutBytes(text: string, most: number): string {
  const encoder = new TextEncoder();
  if (encoder.encode(text).length <= most) return text;
  let kept = '';
  let size = 0;
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)) {
    size += encoder.encode(segment).length;
    if (size > most) break;
    kept += segment;
  }
  return kept.trimEnd();
}

interface NamedItem {
  id: string;
  title: string;
  siteName: string | null;
  urlKey: string;
  savedAt: number;
}

/**
 * Makes file names for the items of a library, by id. Given the whole library, an item has the same name in every
 * export. Of several items with one title the one saved first has the plain name, and the others end in four characters
 * of a hash of their address. Names that differ in case alone count as equal, as in some file systems.
 */
export function fileNamesOf(items: readonly NamedItem[]): Map<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  const inOrder = [...items].sort((left, right) => left.savedAt - right.savedAt || (left.id < right.id ? -1 : 1));
  for (const { id, title, siteName, urlKey } of inOrder) {
    const plain = fileNameOf(title, siteName);
    let name = plain;
    for (let round = 0; taken.has(name.toLowerCase()); round += 1) name = `${plain} ${shortHash(urlKey, round)}`;
    taken.add(name.toLowerCase());
    names.set(id, name);
  }
  return names;
}

/** The FNV-1a hash of a text (http://www.isthe.com/chongo/tech/comp/fnv/), its last four characters in base 36. */
function shortHash(text: string, round: number): string {
  let hash = 0x811c9dc5 ^ round;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(36).padStart(7, '0').slice(-4);
}
