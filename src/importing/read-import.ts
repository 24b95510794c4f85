import { RectoError } from '../model/errors/recto-error.ts';
import type { ImportLine, ImportSource } from '../model/imported-item.ts';
import { decodeText } from './decode-text.ts';
import { readBookmarks } from './read-bookmarks.ts';
import { readCsv } from './read-csv.ts';
import { type ArchiveFiles, readJson } from './read-json.ts';
import { readZip } from './read-zip.ts';

/**
 * The largest text that is read, in bytes. A list of 50,000 links has 10 MB, and JSON with whole articles more. A
 * larger one would fill the memory.
 */
const MOST_TEXT = 96 * 1024 * 1024;

/** A file that was recognised. With the source `recto` it is a backup, which is restored and not imported. */
type ImportFile = { source: ImportSource; lines: Iterable<ImportLine> } | { source: 'recto' };

/**
 * Recognises a file by its content, whatever its name, and reads it. Throws `import-unknown` when it is of no known
 * format, `import-unreadable` when it is damaged, too large or a decompression bomb, or the browser cannot read it (it was
 * moved, or belongs to somebody else), and `file-blank` when nothing is in it.
 */
export const readImport = (file: Blob): Promise<ImportFile> =>
  recognise(file).catch((thrown: unknown) => {
    if (thrown instanceof RectoError) throw thrown;
    throw new RectoError('import-unreadable', String(thrown), { cause: thrown });
  });

async function recognise(file: Blob): Promise<ImportFile> {
  const magic = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  if (magic.length === 0) throw new RectoError('file-blank');
  if (magic[0] === 0x1f && magic[1] === 0x8b) return { source: 'recto' };
  if (magic[0] === 0x50 && magic[1] === 0x4b) return readArchive(await readZip(file));
  return readText(file);
}

async function readText(file: Blob, beside?: ArchiveFiles): Promise<ImportFile> {
  if (file.size > MOST_TEXT) throw new RectoError('import-unreadable', 'The file is too large.');
  const text = decodeText(new Uint8Array(await file.arrayBuffer()));
  const start = text.slice(0, 2000).trimStart();
  if (start.startsWith('{"format":"recto-backup"')) return { source: 'recto' };
  const found = read(text, start, beside);
  if (!found) throw new RectoError('import-unknown');
  return found;
}

function read(text: string, start: string, beside?: ArchiveFiles) {
  if (/^[[{]/.test(start)) {
    try {
      return readJson(text, beside);
    } catch (thrown) {
      throw new RectoError('import-unreadable', String(thrown), { cause: thrown });
    }
  }
  if (/^<|<a\s[^>]*href/i.test(start)) return /<a\s/i.test(text) ? readBookmarks(text) : null;
  return start.includes('\u0000') ? null : readCsv(text);
}

/** Reads all lists in an archive, one after the other. Archives inside the archive are not opened. */
async function readArchive(files: ReadonlyMap<string, Blob>): Promise<ImportFile> {
  // By the last folder and the name: users repack archives with another folder around everything.
  const byEnd = new Map([...files].map(([path, file]) => [path.split('/').slice(-2).join('/'), file]));
  const highlights = await readTexts(files);
  const beside: ArchiveFiles = {
    file: (path) => byEnd.get(path) ?? null,
    highlights: (slug) => highlights.get(`${slug}.md`) ?? null,
  };
  const found: { source: ImportSource; lines: Iterable<ImportLine> }[] = [];
  let left = MOST_TEXT;
  for (const [path, file] of files) {
    if (/(?:^|\/)content\/[^/]*$|\.md$/i.test(path)) continue;
    // One limit for all lists, since they are in memory together.
    left -= file.size;
    if (left < 0) throw new RectoError('import-unreadable', 'The lists in the archive are too large.');
    const list = await readText(file, beside).catch((error) => {
      if (error instanceof RectoError && error.code === 'import-unknown') return null;
      throw error;
    });
    if (list && list.source !== 'recto') found.push(list);
  }
  // Lists of a known program first. Other lists in the archive, such as Pocket's highlights, say less about a page.
  const isNamed = ({ source }: { source: ImportSource }) => source !== 'json' && source !== 'csv';
  found.sort((left, right) => Number(isNamed(right)) - Number(isNamed(left)));
  const [first] = found;
  if (!first) throw new RectoError('import-unknown');
  return { source: first.source, lines: chainLines(found) };
}

/**
 * Reads the Markdown files with highlights, by their file names. They are small; those beyond the limit are left out.
 */
async function readTexts(files: ReadonlyMap<string, Blob>): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  let left = MOST_TEXT;
  for (const [path, file] of files) {
    if (!/\.md$/i.test(path) || file.size > left) continue;
    left -= file.size;
    texts.set(path.slice(path.lastIndexOf('/') + 1), await file.text());
  }
  return texts;
}

function* chainLines(lists: readonly { lines: Iterable<ImportLine> }[]): Generator<ImportLine> {
  for (const { lines } of lists) yield* lines;
}
