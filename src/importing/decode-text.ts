/**
 * Bytes as text: by their byte order mark, else UTF-16 when every second byte is zero, else UTF-8 when they are that, else
 * GB 18030, which old Chinese programs write, else Windows-1252, which spreadsheets write in the west of Europe.
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
    return decodeDamaged(bytes);
  }
}

/** A file cut within a character, or with one bad byte, is still UTF-8. */
function decodeDamaged(bytes: Uint8Array): string {
  const loose = new TextDecoder().decode(bytes);
  if (isNearlyWhole(loose)) return loose;
  const chinese = new TextDecoder('gb18030').decode(bytes);
  return isNearlyWhole(chinese) ? chinese : new TextDecoder('windows-1252').decode(bytes);
}

function isNearlyWhole(text: string): boolean {
  const bad = text.split('\ufffd').length - 1;
  return bad < 3 || bad < text.length / 1000;
}
