import { isAscii, isUtf8 } from 'node:buffer';
import { readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { RectoError } from '../../src/model/errors/recto-error.ts';
import { locateFile } from './locate-file.ts';

/** A page as a server would send it. */
export interface PageSource {
  body: Buffer;
  contentType: string;
  /** When the file was written, in milliseconds since 1970: the reference for dates such as "3 hours ago". */
  modified: number;
  /** Its Content-Security-Policy; scripts off when not given. */
  policy?: string;
}

/** More than any browser can comfortably show; a guard against compressed bombs. */
const MAX_BYTES = 128 * 2 ** 20;

const unzip = promisify(gunzip);

/** Reads an .html or .html.gz file. Throws `RectoError` `unreadable` or `too-large`. */
export async function readPageSource(file: string): Promise<PageSource> {
  try {
    const path = locateFile(file);
    const { mtimeMs } = await stat(path);
    const bytes = await readFile(path);
    const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
    const body = isGzip ? await unzip(bytes, { maxOutputLength: MAX_BYTES }) : bytes;
    if (body.length > MAX_BYTES) throw new RectoError('too-large', `${file} has over ${MAX_BYTES} bytes`);
    return { body, contentType: contentTypeOf(body), modified: mtimeMs };
  } catch (thrown) {
    if (thrown instanceof RectoError) throw thrown;
    const tooLarge = thrown instanceof RangeError;
    throw new RectoError(tooLarge ? 'too-large' : 'unreadable', thrown instanceof Error ? thrown.message : `${thrown}`);
  }
}

/**
 * A stored page has lost its HTTP header. Bytes that decode as UTF-8 are UTF-8, whatever an outdated `meta` in them says
 * (text in another encoding is practically never valid UTF-8); for the rest the browser looks at BOM and `meta`, as it
 * does on the web.
 */
export function contentTypeOf(body: Buffer): string {
  const hasUtf16Mark = (body[0] === 0xff && body[1] === 0xfe) || (body[0] === 0xfe && body[1] === 0xff);
  const isStatedByBytes = !hasUtf16Mark && !isAscii(body) && isUtf8(body);
  return isStatedByBytes ? 'text/html; charset=utf-8' : 'text/html';
}
