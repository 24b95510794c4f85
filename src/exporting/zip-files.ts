import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** A file to be packed. Text is written as UTF-8. */
export interface ZipEntry {
  /** Path in the archive, with `/` between folders. */
  path: string;
  content: string | Uint8Array<ArrayBuffer>;
  /** False for what is compressed already, such as pictures. */
  packed?: boolean;
}

/**
 * Packs files into a zip archive as the stream is read, so that only one file and what was not read yet are in memory.
 * `time` (milliseconds since 1970, by default now) is written as the time of each file. The same files and time give
 * the same bytes.
 */
export function zipFiles(
  entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>,
  time = Date.now(),
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const files = Symbol.asyncIterator in entries ? entries[Symbol.asyncIterator]() : entries[Symbol.iterator]();
  let zip: Zip | null = null;
  return new ReadableStream({
    start(controller) {
      zip = new Zip((error, bytes, final) => {
        if (error) controller.error(error);
        else controller.enqueue(bytes as Uint8Array<ArrayBuffer>);
        if (final && !error) controller.close();
      });
    },
    async pull() {
      const { done, value } = await files.next();
      if (done) zip?.end();
      else if (zip) addFile(zip, value, time);
    },
    async cancel() {
      zip?.terminate();
      await files.return?.(undefined);
    },
  });
}

/** The zip format counts years from 1980 to 2099 (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.4.6). */
const [EARLIEST, LATEST] = [Date.UTC(1980, 0, 2), Date.UTC(2099, 11, 30)];

function addFile(zip: Zip, { path, content, packed = true }: ZipEntry, time: number): void {
  const file = packed ? new ZipDeflate(path, { level: 6 }) : new ZipPassThrough(path);
  file.mtime = Math.min(Math.max(time, EARLIEST), LATEST);
  zip.add(file);
  file.push(typeof content === 'string' ? new TextEncoder().encode(content) : content, true);
}
