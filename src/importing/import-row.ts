import type { ImportedItem, ImportLine } from '../model/imported-item.ts';
import { foldName } from '../model/search/fold.ts';

/** Longest that is taken of each; a longer one is an attack or a mistake. Characters. */
const LONGEST = { url: 8000, title: 1000, line: 500, excerpt: 2000, note: 50_000 };

/** Fields of a row before they are checked; what is left out is not in the file. */
type ImportFields = { url: unknown; title?: unknown } & Partial<
  Omit<ImportedItem, 'url' | 'title' | 'byline' | 'excerpt' | 'publishedTime' | 'lang'>
> & { byline?: unknown; excerpt?: unknown; publishedTime?: unknown; lang?: unknown };

/** Makes an item of a row, or says why it is none. */
export function importRow(fields: ImportFields): ImportLine {
  const address = textOf(fields.url, LONGEST.url);
  const title = textOf(fields.title, LONGEST.title);
  if (address === null) return { kind: 'refused', what: title ?? '', reason: 'no-address' };
  const url = readAddress(address);
  if (url === null) return { kind: 'refused', what: title ?? address, reason: 'not-web' };
  const notes = (fields.notes ?? []).map((note) => ({
    ...note,
    quote: wellFormed(note.quote).slice(0, LONGEST.note).trim(),
    note: wellFormed(note.note).slice(0, LONGEST.note).trim(),
  }));
  return {
    kind: 'item',
    item: {
      url,
      title: title ?? url,
      byline: textOf(fields.byline, LONGEST.line),
      publishedTime: dayOf(fields.publishedTime),
      lang: /^[a-z]{2,3}(?:[-_][a-z\d]{2,8})*$/i.exec(textOf(fields.lang, 40) ?? '')?.[0].replaceAll('_', '-') ?? null,
      excerpt: textOf(fields.excerpt, LONGEST.excerpt),
      savedAt: fields.savedAt ?? null,
      place: fields.place ?? 'list',
      favourite: fields.favourite ?? false,
      tags: cleanTags(fields.tags ?? []),
      progress: fields.progress ?? null,
      notes: notes.filter(({ quote, note }) => quote !== '' || note !== ''),
      html: fields.html ?? null,
    },
  };
}

/** A page of the web; addresses without a scheme are given one, as people write them. */
function readAddress(address: string): string | null {
  const full = /^[\w-]+(?:\.[\w-]+)+(?:[/:?#]|$)/.test(address) ? `https://${address}` : address;
  if (!/^https?:\/\//i.test(full) || !URL.canParse(full)) return null;
  return new URL(full).href;
}

/** Text on one line without controls and halves of characters; null when nothing is left. */
export function textOf(value: unknown, longest: number): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const text = wellFormed(String(value).slice(0, longest * 2))
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, longest);
  return text === '' ? null : wellFormed(text);
}

/** Halves of surrogate pairs cannot be written to a file and read back. */
const wellFormed = (text: string): string => text.replace(/\p{Cs}/gu, '\ufffd');

const dayOf = (value: unknown): string | null =>
  typeof value === 'string' ? (/^\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?/.exec(value)?.[0] ?? null) : null;

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
