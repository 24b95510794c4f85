import { Unzip, UnzipInflate } from 'fflate';
import { RectoError } from '../model/errors/recto-error.ts';

/** The files that are unpacked: lists, tables, bookmarks, texts, and highlights. */
const WANTED = /\.(?:json|csv|html?)$|(?:^|\/)highlights\/[^/]+\.md$/i;

/**
 * Limits for the unpacked bytes of one file and of all wanted files. An export of 50,000 articles has a tenth of that.
 */
const MOST_FILE = 64 * 1024 * 1024;
const MOST_ALL = 2 * 1024 * 1024 * 1024;
const MOST_FILES = 200_000;

/**
 * An archive that unpacks to more than a megabyte and to this many times its size is a decompression bomb. Text usually
 * unpacks to four times its size.
 */
const SUSPICIOUS_RATIO = 200;

/**
 * Unpacks the files of an archive that an import can use, by their paths. The archive is read in pieces, and the files
 * are blobs, which are not in the heap. Paths are only keys of a map, never paths on disk. Throws `import-unreadable`
 * for an archive that is damaged, encrypted or a decompression bomb.
 */
export async function readZip(archive: Blob): Promise<Map<string, Blob>> {
  const files = new Map<string, Blob>();
  const budget = {
    bytes: 0,
    most: Math.min(MOST_ALL, Math.max(1024 * 1024, archive.size * SUSPICIOUS_RATIO)),
    files: 0,
  };
  const unzip = new Unzip((file) => {
    budget.files += 1;
    if (budget.files > MOST_FILES) throw unreadable('The archive holds too many files.');
    if (!WANTED.test(file.name) || /(?:^|\/)(?:__MACOSX\/|\.[^./])/.test(file.name)) return;
    const pieces: Blob[] = [];
    let size = 0;
    file.ondata = (error, bytes, final) => {
      if (error) throw unreadable(error.message);
      size += bytes.length;
      budget.bytes += bytes.length;
      if (size > MOST_FILE || budget.bytes > budget.most)
        throw unreadable('The archive unpacks to far more than an export holds.');
      if (bytes.length > 0) pieces.push(new Blob([bytes as Uint8Array<ArrayBuffer>]));
      if (final) files.set(file.name, new Blob(pieces));
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  const reader = archive.stream().getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      // In small pieces, so that a bomb is noticed before much of it is in memory.
      for (let at = 0; value && at < value.length; at += PIECE) unzip.push(value.subarray(at, at + PIECE));
      if (done) break;
    }
    unzip.push(new Uint8Array(), true);
  } catch (thrown) {
    throw thrown instanceof RectoError ? thrown : unreadable(String(thrown));
  } finally {
    await reader.cancel().catch(() => undefined);
  }
  return files;
}

const PIECE = 16 * 1024;

const unreadable = (detail: string): RectoError => new RectoError('import-unreadable', detail);
