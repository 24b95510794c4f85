/** Text of a part of an address; the part itself where it is not encoded well. */
export function decodeSafely(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
