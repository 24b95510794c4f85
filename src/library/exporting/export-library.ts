import { articleToHtml } from '../../exporting/article-to-html.ts';
import { articleToMarkdown } from '../../exporting/article-to-markdown.ts';
import type { EpubSource } from '../../exporting/epub/epub-book.ts';
import { bookIdentifier, makeEpub } from '../../exporting/epub/make-epub.ts';
import { fileNamesOf } from '../../exporting/file-name.ts';
import { itemsToCsv } from '../../exporting/items-to-csv.ts';
import { languageTag } from '../../exporting/xhtml/language-tag.ts';
import { type ZipEntry, zipFiles } from '../../exporting/zip-files.ts';
import { localDay } from '../../model/local-day.ts';
import { sanitiseArticle } from '../../sanitising/sanitise-article.ts';
import type { LibraryConnection } from '../../storage/library-connection.ts';
import {
  type ExportableItem,
  fingerprintOf,
  keepExported,
  listForExport,
  readExported,
  readForExport,
} from '../../storage/read-for-export.ts';
import type { ExportFormat, ExportRequest, ExportResult } from './export-format.ts';
import { exportPictures } from './export-pictures.ts';

/** The outcome for the items. */
interface Outcome {
  written: ExportableItem[];
  /** Articles whose text cannot be read: a file without it would only look like the article. */
  unreadable: number;
  picturesMissing: number;
}

/**
 * Writes all that is not deleted to one file: a single text for one Markdown or HTML article without pictures, else a
 * zip, an e-book or a table. Articles are read one at a time; what cannot be read, pictures too, is left out and
 * counted. Throws as storage does, and `AbortError` when the signal says so.
 */
export async function exportLibrary(connection: LibraryConnection, request: ExportRequest): Promise<ExportResult> {
  const database = await connection.database();
  const { items: all, damaged } = await listForExport(database);
  const { format } = request;
  const before = request.onlyChanged ? await readExported(database, format) : null;
  const wanted = all.filter(
    (item) =>
      before?.get(item.metadata.id) !== fingerprintOf(item, format) &&
      (format !== 'highlights' || item.highlights.length > 0),
  );
  const names = fileNamesOf(all.map(({ metadata }) => metadata));
  const items = needsText(format) ? wanted.filter(({ metadata }) => metadata.kind === 'article') : wanted;
  // A table is made of the list alone; what else is written shows as it is read.
  const outcome: Outcome = { written: format === 'csv' ? items : [], unreadable: damaged, picturesMissing: 0 };
  const made =
    items.length > 0 ? await makeFile(items, names, request, readSources(connection, items, request, outcome)) : null;
  const { written, unreadable, picturesMissing } = outcome;
  const result = { written: written.length, withoutText: wanted.length - items.length, unreadable, picturesMissing };
  if (!made || written.length === 0) return { ...result, file: null, name: '' };
  await keepExported(database, format, written, all);
  return { ...result, ...made };
}

/** Kept highlights alone need no text, and a table of addresses neither. */
const needsText = (format: ExportFormat): boolean => format !== 'csv' && format !== 'highlights';

async function makeFile(
  items: ExportableItem[],
  names: ReadonlyMap<string, string>,
  request: ExportRequest,
  sources: AsyncGenerator<EpubSource>,
): Promise<{ file: Blob; name: string }> {
  const { format } = request;
  const only = items.length === 1 ? items[0] : undefined;
  const base = (only && names.get(only.metadata.id)) || `Recto ${localDay(Date.now())}`;
  if (format === 'csv') {
    const file = new Blob([itemsToCsv(items.map(({ metadata }) => metadata))], { type: 'text/csv' });
    return { file, name: `${base}.csv` };
  }
  if (format === 'epub') {
    const stream = makeEpub(bookOf(items, base, request), sources);
    return { file: await toBlob(stream, 'application/epub+zip'), name: `${base}.epub` };
  }
  const entries = format === 'html' ? htmlFiles(sources, names, request) : markdownFiles(sources, names, request);
  return pack(entries, base, only !== undefined);
}

/** A single text is written as one file, anything more as an archive. */
async function pack(
  entries: AsyncGenerator<ZipEntry>,
  base: string,
  isOne: boolean,
): Promise<{ file: Blob; name: string }> {
  if (isOne) {
    const files: ZipEntry[] = [];
    for await (const entry of entries) files.push(entry);
    const [first] = files;
    if (files.length === 1 && first) {
      return { file: new Blob([first.content], { type: 'text/plain' }), name: first.path };
    }
    return { file: await toBlob(zipFiles(files), 'application/zip'), name: `${base}.zip` };
  }
  return { file: await toBlob(zipFiles(entries), 'application/zip'), name: `${base}.zip` };
}

const toBlob = async (stream: ReadableStream<Uint8Array<ArrayBuffer>>, type: string): Promise<Blob> =>
  new Blob([await new Response(stream).blob()], { type });

async function* readSources(
  connection: LibraryConnection,
  items: ExportableItem[],
  { format, onProgress, signal }: ExportRequest,
  outcome: Outcome,
): AsyncGenerator<EpubSource> {
  const isWhole = needsText(format);
  for (const [at, item] of items.entries()) {
    signal?.throwIfAborted();
    const found = await readForExport(await connection.database(), item.metadata.id);
    if (found && isWhole && !found.article) outcome.unreadable += 1;
    else if (found) {
      // Blocks hidden by hand are exported: an export is what is kept, and hiding is only a mark.
      const body = sanitiseArticle(isWhole ? (found.article?.html ?? '') : '', { network: 'none' });
      const pictures = isWhole ? await exportPictures(body, found.pictures, format === 'epub') : new Map();
      yield { ...found, pictures, body };
      outcome.written.push(item);
      if (isWhole) outcome.picturesMissing += [...found.pictures.keys()].filter((kept) => !pictures.has(kept)).length;
    }
    onProgress?.(at + 1, items.length);
  }
}

const PICTURE_FOLDER = 'attachments';

async function* markdownFiles(
  sources: AsyncIterable<EpubSource>,
  names: ReadonlyMap<string, string>,
  { format, words }: ExportRequest,
): AsyncGenerator<ZipEntry> {
  const given = new Set<string>();
  for await (const { metadata, article, highlights, pictures, body } of sources) {
    for (const { name, bytes } of pictures.values()) {
      if (given.has(name)) continue;
      given.add(name);
      yield { path: `${PICTURE_FOLDER}/${name}`, content: bytes, packed: false };
    }
    const isWhole = format === 'markdown';
    const text = articleToMarkdown(metadata, body, {
      pictureAddress: (address) => {
        const picture = pictures.get(address);
        return picture ? `${PICTURE_FOLDER}/${picture.name}` : address;
      },
      leadImage: isWhole ? (article?.leadImage ?? null) : null,
      attribution: isWhole ? (article?.attribution ?? null) : null,
      highlights: {
        items: highlights,
        words: { heading: words.highlights, colours: words.colours, openInPage: words.openInPage },
      },
    });
    yield { path: `${names.get(metadata.id) ?? metadata.id}.md`, content: text };
  }
}

async function* htmlFiles(
  sources: AsyncIterable<EpubSource>,
  names: ReadonlyMap<string, string>,
  { words }: ExportRequest,
): AsyncGenerator<ZipEntry> {
  for await (const source of sources) {
    const content = articleToHtml(source, source.body, words);
    yield { path: `${names.get(source.metadata.id) ?? source.metadata.id}.html`, content };
  }
}

function bookOf(items: ExportableItem[], base: string, { words }: ExportRequest) {
  const only = items.length === 1 ? items[0]?.metadata : undefined;
  return {
    title: only?.title ?? `${words.listTitle} · ${base.replace(/^Recto /, '')}`,
    lang: languageTag(only?.lang ?? null) ?? languageTag(words.locale) ?? 'en',
    author: only?.byline ?? null,
    identifier: bookIdentifier(items.map(({ metadata }) => metadata.id)),
    time: Date.now(),
    words,
  };
}
