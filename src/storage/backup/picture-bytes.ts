/** Characters converted at once: a call with more arguments would throw. */
const PIECE = 0x8000;

/** The bytes of a picture as text, for a line of a backup. */
export async function toBase64(picture: Blob): Promise<string> {
  const bytes = new Uint8Array(await picture.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE) text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(text);
}

/**
 * The bytes, if they have this hash (SHA-256, hex), else null: a picture under a false hash would be shown in every
 * article that has the true one.
 */
export async function fromBase64(base64: string, hash: string): Promise<Uint8Array<ArrayBuffer> | null> {
  let text: string;
  try {
    text = atob(base64);
  } catch {
    return null;
  }
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const found = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return found === hash ? bytes : null;
}
