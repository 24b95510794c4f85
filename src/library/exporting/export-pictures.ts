import type { ExportedPicture } from '../../exporting/exported-article.ts';
import { isInertDrawing } from '../../exporting/is-inert-drawing.ts';
import { base64 } from '../../model/base64.ts';
import { hashBytes } from '../../model/hash-text.ts';

/** Endings of the pictures that browsers show. */
const ENDINGS: Record<string, string> = {
  ...{ 'image/jpeg': 'jpg', 'image/png': 'png', 'image/gif': 'gif', 'image/webp': 'webp', 'image/avif': 'avif' },
  ...{ 'image/bmp': 'bmp', 'image/x-icon': 'ico', 'image/svg+xml': 'svg' },
};

/** A drawing, which is a document: opened by itself as a file it could run scripts. */
const DRAWING = 'image/svg+xml';

/** Characters of a picture's hash that its file is named by. */
const NAME_LENGTH = 16;

/** What every e-book reader shows. */
const PLAIN = new Set(['image/jpeg', 'image/png', 'image/gif']);

/**
 * The pictures of an article as files: the kept ones, and those that are `data:` addresses in its text. Names come from
 * the bytes, so that the same picture is one file. With `plainOnly` kinds other than JPEG, PNG and GIF are drawn as
 * PNG. A drawing that is more than a picture always is. Pictures that cannot be read are left out.
 */
export async function exportPictures(
  body: ParentNode,
  kept: ReadonlyMap<string, Blob | null>,
  plainOnly: boolean,
): Promise<Map<string, ExportedPicture>> {
  const blobs = new Map(kept);
  for (const picture of body.querySelectorAll('img[src^="data:image/"]')) {
    const address = picture.getAttribute('src') ?? '';
    const blob = fromDataAddress(address);
    if (blob) blobs.set(address, blob);
  }
  const pictures = new Map<string, ExportedPicture>();
  for (const [address, blob] of blobs) {
    const picture = blob && (await toFile(blob, plainOnly).catch(() => null));
    if (picture) pictures.set(address, picture);
  }
  return pictures;
}

async function toFile(blob: Blob, plainOnly: boolean): Promise<ExportedPicture | null> {
  const type = blob.type.split(';')[0]?.trim().toLowerCase() ?? '';
  const isDrawn = plainOnly ? !PLAIN.has(type) : type === DRAWING && !isInertDrawing(await blob.text());
  const settled = isDrawn ? await drawAsPng(blob, type) : blob;
  const ending = ENDINGS[settled === blob ? type : 'image/png'];
  if (ending === undefined) return null;
  const bytes = new Uint8Array(await settled.arrayBuffer());
  const name = (await hashBytes(bytes)).slice(0, NAME_LENGTH);
  return { name: `${name}.${ending}`, type: settled === blob ? type : 'image/png', bytes };
}

/**
 * Draws a picture as browsers show it: an SVG at its own size, the first frame of a moving one. Chromium gives nothing of a
 * canvas with an SVG that has a `foreignObject`, as diagrams have, unless it comes from a `data:` address.
 */
async function drawAsPng(blob: Blob, type: string): Promise<Blob> {
  const address =
    type === DRAWING
      ? `data:${DRAWING};base64,${base64(new Uint8Array(await blob.arrayBuffer()))}`
      : URL.createObjectURL(blob);
  try {
    const picture = new Image();
    picture.src = address;
    await picture.decode();
    const canvas = new OffscreenCanvas(picture.naturalWidth || 800, picture.naturalHeight || 600);
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return await canvas.convertToBlob({ type: 'image/png' });
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** `data:image/svg+xml;base64,…` and the percent-encoded kind; the policy of extension pages does not let `fetch` read them. */
function fromDataAddress(address: string): Blob | null {
  const [, type = '', isBase64, data = ''] = /^data:([^,;]+)(?:;[^,;]*)*?(;base64)?,([\s\S]*)$/i.exec(address) ?? [];
  try {
    // Either kind may have escapes. A percent sign that does not begin one stands for itself.
    const text = decodeURIComponent(data.replace(/%(?![\da-f]{2})/gi, '%25'));
    const bytes = isBase64
      ? Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
      : new TextEncoder().encode(text);
    return new Blob([bytes], { type });
  } catch {
    return null;
  }
}
