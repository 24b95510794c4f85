import {
  array,
  fallback,
  type GenericSchema,
  type InferOutput,
  looseObject,
  nullish,
  number,
  string,
  union,
  unknown,
} from 'valibot';
import type { ImportedNote, ImportLine, ImportSource } from '../model/imported-item.ts';
import { asRecord } from '../model/parsing/as-record.ts';
import { parseWith } from '../model/parsing/parse-with.ts';
import { importRow } from './import-row.ts';
import { importedNote } from './imported-note.ts';
import { readHighlightNotes } from './read-highlight-notes.ts';
import { readTime } from './read-time.ts';

const maybe = <T>(schema: GenericSchema<unknown, T>) => fallback(nullish(schema), null);
const text = maybe(string());
/** A field whose type is checked where it is read. */
const anything = nullish(unknown());
const list = fallback(nullish(array(unknown())), null);

/** The other files of the archive that the JSON is from. */
export interface ArchiveFiles {
  /** Finds a file by the end of its path, such as `content/slug.html`. */
  file(path: string): Blob | null;
  /** Finds the highlights of a page, which are Markdown. */
  highlights(slug: string): string | null;
}

const NO_FILES: ArchiveFiles = { file: () => null, highlights: () => null };

const parseList = parseWith(array(unknown()));
const parseSimpRead = parseWith(looseObject({ unrdist: array(unknown()) }));

/**
 * Reads the lists that Omnivore, wallabag, SimpRead and others export; null when the JSON is no such list. Throws
 * `SyntaxError` for text that is not JSON and `RangeError` for JSON that is nested too deeply.
 */
export function readJson(
  content: string,
  beside: ArchiveFiles = NO_FILES,
): { source: ImportSource; lines: Iterable<ImportLine> } | null {
  const value: unknown = JSON.parse(content);
  const simpread = parseSimpRead(value);
  if (simpread) return { source: 'simpread', lines: simpread.unrdist.map((row) => readSimpRead(row)) };
  const rows = parseList(value);
  const [first] = rows ?? [];
  if (!rows || typeof first !== 'object' || first === null) return null;
  if ('is_archived' in first || 'domain_name' in first || 'is_fav' in first)
    return { source: 'wallabag', lines: rows.map((row) => readWallabag(row)) };
  if ('slug' in first && 'savedAt' in first) {
    return { source: 'omnivore', lines: rows.map((row) => readOmnivore(row, beside)) };
  }
  if ('url' in first || 'href' in first || 'link' in first)
    return { source: 'json', lines: rows.map((row) => readAny(row)) };
  return null;
}

/** Makes a function that reads rows of one shape and refuses others. */
function rowReader<T>(schema: GenericSchema<unknown, T>, read: (row: T, beside: ArchiveFiles) => ImportLine) {
  const parse = parseWith(schema);
  return (row: unknown, beside: ArchiveFiles = NO_FILES): ImportLine => {
    const parsed = parse(row);
    return parsed ? read(parsed, beside) : { kind: 'refused', what: '', reason: 'unreadable' };
  };
}

const namesOf = (tags: readonly unknown[] | null | undefined, key: string): string[] =>
  (tags ?? []).flatMap((tag) => {
    const name = typeof tag === 'object' && tag !== null ? asRecord(tag)[key] : tag;
    return typeof name === 'string' ? [name] : [];
  });

const arrayOf = (value: unknown): readonly unknown[] | null => (Array.isArray(value) ? value : null);

const isOn = (value: unknown): boolean =>
  value === true || value === 1 || value === '1' || value === 'true' || value === 'yes';

const NOTE = looseObject({
  quote: text,
  text,
  note: text,
  annotation: text,
  id: maybe(union([number(), string()])),
  type: text,
  created_at: anything,
});
const parseNote: (value: unknown) => InferOutput<typeof NOTE> | null = parseWith(NOTE);

function notesOf(
  values: readonly unknown[] | null | undefined,
  read: (note: InferOutput<typeof NOTE>) => ImportedNote | null,
) {
  return (values ?? []).flatMap((value) => {
    const note = parseNote(value);
    return (note && read(note)) ?? [];
  });
}

/**
 * Reads a row of wallabag 2 (https://doc.wallabag.org/user/import/wallabagv2/): `is_archived`, `is_starred`, a list of
 * tags, annotations with quotes. Also of wallabag 1: `is_read`, `is_fav`, tags separated by commas.
 */
const readWallabag = rowReader(
  looseObject({
    ...{
      url: text,
      given_url: text,
      title: text,
      content: text,
      language: text,
      published_at: text,
      created_at: anything,
    },
    ...{ is_archived: anything, is_starred: anything, is_read: anything, is_fav: anything },
    ...{ tags: anything, annotations: list, published_by: anything },
  }),
  (row) => {
    const authors = namesOf(arrayOf(row.published_by) ?? [row.published_by], 'name');
    return importRow({
      url: row.url ?? row.given_url,
      title: row.title,
      byline: authors.join(', '),
      lang: row.language,
      publishedTime: row.published_at,
      savedAt: readTime(row.created_at),
      place: isOn(row.is_archived ?? row.is_read) ? 'archive' : 'list',
      favourite: isOn(row.is_starred ?? row.is_fav),
      tags: typeof row.tags === 'string' ? row.tags.split(',') : namesOf(arrayOf(row.tags), 'label'),
      notes: notesOf(row.annotations, ({ quote, text: note }) => importedNote(quote ?? '', note ?? '')),
      html: row.content?.trim() ? new Blob([row.content]) : null,
    });
  },
);

/**
 * Reads a row of Omnivore's `metadata_0_to_20.json`. The text is in `content/<slug>.html`, the highlights are in
 * `highlights/<slug>.md`.
 */
const readOmnivore = rowReader(
  looseObject({
    ...{ slug: text, title: text, description: text, author: text, url: text, state: text, labels: list },
    ...{ readingProgress: maybe(number()), savedAt: anything, publishedAt: text, highlights: list },
  }),
  (row, beside) => {
    if (/^deleted$/i.test(row.state ?? '')) return { kind: 'refused', what: row.title ?? '', reason: 'deleted' };
    return importRow({
      url: row.url,
      title: row.title,
      byline: row.author,
      excerpt: row.description,
      publishedTime: row.publishedAt,
      savedAt: readTime(row.savedAt),
      place: /^archived$/i.test(row.state ?? '') ? 'archive' : 'list',
      tags: namesOf(row.labels, 'name'),
      progress: Math.min(1, Math.max(0, (row.readingProgress ?? 0) / 100)) || null,
      notes: row.highlights?.length
        ? notesOf(row.highlights, ({ quote, annotation }) => importedNote(quote ?? '', annotation ?? ''))
        : readHighlightNotes((row.slug && beside.highlights(row.slug)) || ''),
      html: row.slug === null || row.slug === undefined ? null : beside.file(`content/${row.slug}.html`),
    });
  },
);

/**
 * Reads a row of the list `unrdist` in the `simpread_config.json` of SimpRead (简悦). The ids of annotations are times.
 */
const readSimpRead = rowReader(
  looseObject({
    url: text,
    title: text,
    desc: text,
    note: text,
    create: anything,
    tags: list,
    annotations: list,
    annote: list,
  }),
  (row) =>
    importRow({
      url: row.url,
      title: row.title,
      excerpt: row.desc,
      savedAt: readTime(row.create),
      tags: namesOf(row.tags, 'name'),
      notes: [
        importedNote('', row.note ?? ''),
        ...notesOf(row.annotations ?? row.annote, ({ id, text: quote, note, type }) =>
          type === 'img' ? null : importedNote(quote ?? '', note ?? '', readTime(id)),
        ),
      ],
    }),
);

/** Tags in one text. Pinboard separates them by spaces, and has none with a comma; where there is one, it separates. */
const splitTags = (tags: string): string[] => tags.split(/[,，、،]/.test(tags) ? /[,，、،]/ : /\s+/);

/** Reads a row of any list of pages: Pinboard's, or the one with highlights in Pocket's archive. */
const readAny = rowReader(
  looseObject({
    ...{ url: text, href: text, link: text, title: text, name: text, description: text, author: text, tags: anything },
    ...{
      created: anything,
      created_at: anything,
      savedAt: anything,
      time: anything,
      archived: anything,
      favorite: anything,
      toread: anything,
      note: text,
      extended: text,
      highlights: list,
    },
  }),
  (row) =>
    importRow({
      url: row.url ?? row.href ?? row.link,
      title: row.title ?? row.name ?? row.description,
      byline: row.author,
      excerpt: row.title ? row.description : null,
      savedAt: readTime(row.created ?? row.created_at ?? row.savedAt ?? row.time),
      tags: typeof row.tags === 'string' ? splitTags(row.tags) : namesOf(arrayOf(row.tags), 'name'),
      // Pinboard writes `toread` for every page. One that is not to be read belongs in the archive.
      place: isOn(row.archived) || row.toread === 'no' ? 'archive' : 'list',
      favourite: isOn(row.favorite),
      notes: [
        // In Pinboard's export `description` is the title and `extended` the note.
        importedNote('', row.note ?? row.extended ?? ''),
        ...notesOf(row.highlights, ({ quote, text: passage, note, annotation, created_at }) =>
          importedNote(quote ?? passage ?? '', note ?? annotation ?? '', readTime(created_at)),
        ),
      ],
    }),
);
