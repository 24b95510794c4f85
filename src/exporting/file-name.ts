/** Bytes of UTF-8 a name may have: most file systems take 255, and a suffix and an ending are still to come. */
const LONGEST = 160;

/** Names that Windows keeps for devices, whatever ending follows (https://learn.microsoft.com/windows/win32/fileio/naming-a-file). */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)/i;

/** What no system, or not Obsidian's links, can have in a name: `[ ] # ^ |` break links. */
const FORBIDDEN = /[\\/:*?"<>|#^[\]]/g;

/**
 * A file name, without ending, from a title: safe on Windows, macOS, Linux and Android, and a link target in Obsidian.
 * Controls and direction overrides are dropped, `" | Site"` at the end too. Never empty.
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

/** Code units of the longest name of a site that is looked for, with the bar before it. */
const SITE_UNITS = 2 * 60 + 3;
const BARS = /\s[—–_·-](?=\s)|\s?[|｜]/gu;
const SITE = /^[^|｜]{1,60}$/u;

/** A title without the name of its site behind a bar or a dash, when anything is left. */
function withoutSite(title: string, siteName: string | null): string {
  const text = title.trim().replace(/\s+/g, ' ');
  // Only its end is looked at: it may be long. Two characters are left in any case.
  const end = text.slice(2).slice(-SITE_UNITS);
  for (const { 0: bar, index } of end.matchAll(BARS)) {
    const tail = end.slice(index + bar.length).trim();
    // Dashes, and bars without a space beside them, stand within titles as well.
    const isSite =
      /\s\||\|\s|｜/.test(end.slice(index, index + bar.length + 1)) || (siteName !== null && same(tail, siteName));
    if (isSite && SITE.test(tail)) return text.slice(0, text.length - end.length + index);
  }
  return title;
}

const same = (left: string, right: string): boolean =>
  left.toLowerCase().replace(/[\s.]/g, '') === right.toLowerCase().replace(/[\s.]/g, '');

/** Cuts between characters, never within a pair or behind a joiner. */
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
 * File names for the items of a library, by id. The same library gives the same names whatever part of it is written:
 * of several with one title the one saved first has the plain name, the others end in four characters of their address's
 * hash. Names differ in more than case, which some systems do not tell apart.
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

/** FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/), four characters in base 36. */
function shortHash(text: string, round: number): string {
  let hash = 0x811c9dc5 ^ round;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(36).padStart(7, '0').slice(-4);
}
