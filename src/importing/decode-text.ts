import { chooseEncoding } from './choose-encoding.ts';

/**
 * Decodes text of unknown encoding. It is told by a byte order mark, by the zero bytes of UTF-16, by being valid or
 * nearly valid UTF-8, by what the file declares, and otherwise chosen by `chooseEncoding`.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.length > 3 && bytes[0] !== 0 && bytes[1] === 0 && bytes[3] === 0)
    return new TextDecoder('utf-16le').decode(bytes);
  if (bytes.length > 3 && bytes[0] === 0 && bytes[1] !== 0 && bytes[2] === 0)
    return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return readDamaged(bytes) ?? readDeclared(bytes) ?? new TextDecoder(chooseEncoding(bytes)).decode(bytes);
  }
}

/** Decodes UTF-8 that was cut within a character or has a few bad bytes; null when it is something else. */
function readDamaged(bytes: Uint8Array): string | null {
  const text = new TextDecoder().decode(bytes);
  // Without the last character, where the text may be cut.
  const bad = countBad(text.slice(0, -1));
  const good = text.match(/[^\0-\u007f\ufffd]/gu)?.length ?? 0;
  return isNearlyWhole(text) && good > bad * 3 ? text : null;
}

/**
 * Decodes by the `charset` or `encoding` that a file declares; null when it is wrong. UTF-8 was tried before, and files
 * that declare Windows-1252 may have any encoding.
 */
function readDeclared(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  const [, inPage, inXml] = DECLARED.exec(head) ?? [];
  const decoder = decoderOf(inPage ?? inXml ?? '');
  if (!decoder || /^utf-|^windows-1252$/.test(decoder.encoding)) return null;
  const text = decoder.decode(bytes);
  return isNearlyWhole(text) ? text : null;
}

const DECLARED =
  /<meta\b[^>]{0,300}?\bcharset\s*=\s*["']?\s*([\w-]+)|<\?xml\b[^>]{0,100}?\bencoding\s*=\s*["']([\w-]+)/i;

function decoderOf(label: string): TextDecoder | null {
  try {
    return new TextDecoder(label);
  } catch {
    // The browser does not know the label.
    return null;
  }
}

const countBad = (text: string): number => text.split('\ufffd').length - 1;

function isNearlyWhole(text: string): boolean {
  const bad = countBad(text);
  return bad < 3 || bad < text.length / 1000;
}
