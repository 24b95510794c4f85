import type { ImportedItem, ImportLine } from '../model/imported-item.ts';
import { foldName } from '../model/search/fold.ts';

/** The most characters that are kept of each field. Longer ones are attacks or mistakes. */
const LONGEST = { url: 8000, title: 1000, line: 500, excerpt: 2000, note: 50_000 };

/** The fields of a row before they are checked, as far as the file has them. */
type ImportFields = { url: unknown; title?: unknown } & Partial<
  Omit<ImportedItem, 'url' | 'title' | 'byline' | 'excerpt' | 'publishedTime' | 'lang'>
> & { byline?: unknown; excerpt?: unknown; publishedTime?: unknown; lang?: unknown };

/** Makes an item from the fields of a row, or says why the row is refused. */
export function importRow(fields: ImportFields): ImportLine {
  const address = textOf(fields.url, LONGEST.url);
  const title = textOf(fields.title, LONGEST.title);
  if (address === null) return { kind: 'refused', what: title ?? '', reason: 'no-address' };
  // Cut, it would be the address of another page.
  if (String(fields.url).trim().length > LONGEST.url)
    return { kind: 'refused', what: title ?? address.slice(0, LONGEST.title), reason: 'unreadable' };
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

/** The web address in a text; null when it is none. People write addresses without a scheme, which is added. */
function readAddress(address: string): string | null {
  const full = /^[\w-]+(?:\.[\w-]+)+(?:[/:?#]|$)/.test(address) ? `https://${address}` : address;
  if (!/^https?:\/\//i.test(full) || !URL.canParse(full)) return null;
  return new URL(full).href;
}

/** A text or number as one line without control characters and lone surrogates; null when nothing is left. */
export function textOf(value: unknown, longest: number): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const text = wellFormed(String(value).slice(0, longest * 2))
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, longest);
  return text === '' ? null : wellFormed(text);
}

/** Replaces lone surrogates, which are lost when the text is written to a file. */
const wellFormed = (text: string): string => text.replace(/\p{Cs}/gu, '\ufffd');

const dayOf = (value: unknown): string | null =>
  typeof value === 'string' ? (/^\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?/.exec(value)?.[0] ?? null) : null;

const LONGEST_TAG = 100;

/** Trims tags and drops empty and repeated ones, which are compared as in the library. Their order is kept. */
export function cleanTags(tags: readonly unknown[]): string[] {
  const known = new Map<string, string>();
  for (const tag of tags) {
    if (typeof tag !== 'string') continue;
    const name = tag
      .replace(/\p{Cs}/gu, '\ufffd')
      .replace(/[\p{Cc}\s]+/gu, ' ')
      .trim()
      .slice(0, LONGEST_TAG)
      // The cut may leave half of a surrogate pair, which cannot be written in the address of the tag's page.
      .replace(/\p{Cs}$/u, '')
      .trim();
    const folded = foldName(name);
    if (name !== '' && !known.has(folded)) known.set(folded, name);
  }
  return [...known.values()];
}
