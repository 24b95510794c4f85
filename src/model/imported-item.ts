import type { Highlight } from './highlights/highlight.ts';

/** Programs whose files can be read. */
const IMPORT_SOURCES = [
  'pocket',
  'instapaper',
  'omnivore',
  'wallabag',
  'raindrop',
  'readwise',
  'simpread',
  'bookmarks',
  'csv',
  'json',
] as const;
export type ImportSource = (typeof IMPORT_SOURCES)[number];

/** A highlighted passage, a note, or both. */
export interface ImportedNote {
  /** Empty for a note about the whole page. */
  quote: string;
  note: string;
  colour: Highlight['colour'];
  /** Milliseconds since 1970; null when the file does not say. */
  at: number | null;
}

/** One page as another program kept it: plain data, checked for shape. Its address is `http` or `https`. */
export interface ImportedItem {
  url: string;
  /** Never empty: the address when the file has no title. */
  title: string;
  byline: string | null;
  publishedTime: string | null;
  lang: string | null;
  excerpt: string | null;
  savedAt: number | null;
  place: 'list' | 'archive';
  favourite: boolean;
  tags: string[];
  /** Share that was read, 0 to 1. */
  progress: number | null;
  notes: ImportedNote[];
  /** The text as HTML, hostile; null for a link. Outside the heap, since a library may have gigabytes of it. */
  html: Blob | null;
}

/** Why a row is not taken. */
export type RefusalReason = 'no-address' | 'not-web' | 'unreadable' | 'no-page' | 'deleted';

export type ImportLine =
  | { kind: 'item'; item: ImportedItem }
  | { kind: 'refused'; what: string; reason: RefusalReason };
