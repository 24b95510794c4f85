import { chooseEncoding } from './choose-encoding.ts';

/**
 * Bytes as text: by their byte order mark, else UTF-16 when every second byte is zero, else UTF-8 when they are that, else
 * as the file says of itself, else in the encoding of East Asia, Russia, Arabia or the West in which they are the likeliest text.
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

/** A file cut within a character, or with one bad byte, is still UTF-8; null when it is something else. */
function readDamaged(bytes: Uint8Array): string | null {
  const text = new TextDecoder().decode(bytes);
  // The end may be cut within a character: that byte of damage says nothing.
  const bad = countBad(text.slice(0, -1));
  const good = text.match(/[^\0-\u007f\ufffd]/gu)?.length ?? 0;
  return isNearlyWhole(text) && good > bad * 3 ? text : null;
}

/** By `charset` or `encoding` at its head. UTF-8 it is not, and what says Windows-1252 may be anything. */
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
    // A label that no browser knows.
    return null;
  }
}

const countBad = (text: string): number => text.split('\ufffd').length - 1;

function isNearlyWhole(text: string): boolean {
  const bad = countBad(text);
  return bad < 3 || bad < text.length / 1000;
}
