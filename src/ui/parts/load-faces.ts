import { type BundledFace, type FontFile, facesFor } from '../../model/settings/bundled-fonts.ts';
import type { ReaderSettings } from '../../model/settings/reader-settings.ts';

/** Gives the bytes of a font that comes with Recto, from wherever the surface has them. */
export type ReadFont = (file: FontFile) => Promise<Uint8Array<ArrayBuffer>>;

/**
 * Loads the fonts of a typeface that comes with Recto, as far as the text has letters for them, until the signal
 * aborts. They are made from bytes: a page's policy may forbid every address, and a file that pages can reach would
 * reveal Recto. Shadow trees see the fonts of their document.
 */
export async function loadFaces(
  typeface: ReaderSettings['typeface'],
  body: HTMLElement,
  readFont: ReadFont,
  signal: AbortSignal,
): Promise<void> {
  const { fonts } = body.ownerDocument;
  const faces = facesFor(typeface, body.textContent);
  await Promise.all(faces.map((face) => addFace(fonts, face, readFont, signal)));
}

async function addFace(fonts: FontFaceSet, described: BundledFace, readFont: ReadFont, signal: AbortSignal) {
  const { family, file, style, weight, unicodeRange } = described;
  const bytes = await readFont(file);
  if (signal.aborted) return;
  const face = new FontFace(family, bytes, { style, weight, unicodeRange });
  fonts.add(face);
  signal.addEventListener('abort', () => fonts.delete(face));
}
