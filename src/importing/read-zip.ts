import { Unzip, UnzipInflate } from 'fflate';
import { RectoError } from '../model/recto-error.ts';

/** What is taken out of an archive: lists, tables, link files, texts, and highlights. */
const WANTED = /\.(?:json|csv|html?)$|(?:^|\/)highlights\/[^/]+\.md$/i;

/** Bytes one file and all wanted files may unpack to; an export of 50,000 articles has a tenth. */
const MOST_FILE = 64 * 1024 * 1024;
const MOST_ALL = 2 * 1024 * 1024 * 1024;
const MOST_FILES = 200_000;

/** Text packs to a quarter; from a megabyte on, what unpacks to this many times the archive is a bomb. */
const SUSPICIOUS_RATIO = 200;

/**
 * Unpacks the files of an archive that an import can use, by path. The archive is read in pieces and files lie outside the
 * heap; names are keys and never become paths on disk. Throws `import-unreadable` for what is damaged, encrypted or a bomb.
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
      // Small pieces, so that a bomb is noticed before much of it is in memory.
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
