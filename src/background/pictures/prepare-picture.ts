import { hashBytes } from '../../model/hash-bytes.ts';
import { LARGEST_PICTURE, type PictureSize } from '../../model/picture.ts';
import { sniffPicture } from '../../model/sniff-picture.ts';
import type { PictureToKeep } from '../../storage/pictures/settle-picture.ts';
import { PictureFailure } from './picture-failure.ts';
import { scalePicture } from './scale-picture.ts';

/** Sides whose proportions differ by more than this are of two pictures. */
const SAME_SHAPE = 0.03;
/** A picture with less than this share of the width that the page shows is a sign in its place. */
const SMALLEST_SHARE = 0.25;

interface PrepareOptions {
  /** What the page shows at this address, when it is known. */
  expected: PictureSize | null;
  /** Wider pictures are scaled down to this; null keeps them as they are. */
  widest: number | null;
}

/**
 * Makes what came from a server or a page ready to be kept: checks by its first bytes that it is a picture, that it is the
 * one the page shows, scales it, and names it by its SHA-256. Throws `PictureFailure`.
 */
export async function preparePicture(blob: Blob, { expected, widest }: PrepareOptions): Promise<PictureToKeep> {
  if (blob.size > LARGEST_PICTURE) throw new PictureFailure('too-large');
  const type = sniffPicture(new Uint8Array(await blob.slice(0, 512).arrayBuffer()));
  if (type === null) throw new PictureFailure('not-a-picture');
  const typed = new Blob([blob], { type });
  const size = await sizeOf(typed);
  if (size && expected && !isSamePicture(size, expected)) throw new PictureFailure('substitute');
  const bytes = size && widest !== null && size.width > widest ? await scalePicture(typed, size, widest) : typed;
  return { bytes, hash: await hashBytes(new Uint8Array(await bytes.arrayBuffer())) };
}

/**
 * Whether what came can be what the page shows. Servers that guard their pictures answer strangers with "image not
 * available" and status 200; only its shape tells. A page may show a picture at another density, so the scale says little.
 */
export function isSamePicture(got: PictureSize, shown: PictureSize): boolean {
  if (shown.width === 0 || shown.height === 0 || got.height === 0) return true;
  const shapes = got.width / got.height / (shown.width / shown.height);
  // Rounding to whole pixels moves the proportions of small pictures.
  const slack = SAME_SHAPE + 1 / Math.min(got.width, got.height, shown.width, shown.height);
  return Math.abs(shapes - 1) <= slack && got.width >= shown.width * SMALLEST_SHARE;
}

/** Null for a drawing (SVG), which has no pixels, and where there is no decoder. */
async function sizeOf(picture: Blob): Promise<PictureSize | null> {
  if (picture.type === 'image/svg+xml' || typeof createImageBitmap === 'undefined') return null;
  try {
    const bitmap = await createImageBitmap(picture);
    const { width, height } = bitmap;
    bitmap.close();
    return { width, height };
  } catch (thrown) {
    throw new PictureFailure('not-a-picture', String(thrown), { cause: thrown });
  }
}
