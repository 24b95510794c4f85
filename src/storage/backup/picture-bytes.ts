import { base64 } from '../../model/base64.ts';
import { hashBytes } from '../../model/hash-text.ts';

/** The bytes of a picture as text, for a line of a backup. */
export const toBase64 = async (picture: Blob): Promise<string> => base64(new Uint8Array(await picture.arrayBuffer()));

/**
 * The bytes, if they have this hash (`hashBytes`), else null: a picture under a false hash would be shown in every
 * article that has the true one.
 */
export async function fromBase64(text: string, hash: string): Promise<Uint8Array<ArrayBuffer> | null> {
  let binary: string;
  try {
    binary = atob(text);
  } catch {
    return null;
  }
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  return (await hashBytes(bytes)) === hash ? bytes : null;
}
