import { hashBytes } from '../../model/hash-text.ts';
import { LARGEST_PICTURE, type PictureProblem, type PictureSize } from '../../model/pictures/picture.ts';
import { sniffPicture } from '../../model/pictures/sniff-picture.ts';
import type { PictureToKeep } from '../../storage/pictures/settle-picture.ts';

/** Pictures whose proportions differ by more than this are not the same. */
const SAME_SHAPE = 0.03;

/** A picture with less than this share of the width on the page is a placeholder. */
const SMALLEST_SHARE = 0.25;

interface PrepareOptions {
  /** What the page shows at this address, when it is known. */
  expected: PictureSize | null;
  /** Wider pictures are scaled down to this; null keeps them as they are. */
  widest: number | null;
}

/**
 * Prepares a picture from a server or a page for keeping: checks by its first bytes that it is a picture, and that it
 * is the one on the page; scales it; names it by its SHA-256. Throws `PictureFailure`.
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
 * Whether a picture can be the one on the page. Servers that guard their pictures answer strangers with "image not
 * available" and status 200, and only its shape tells. The page may show another density, so the scale says little.
 */
export function isSamePicture(got: PictureSize, shown: PictureSize): boolean {
  if (shown.width === 0 || shown.height === 0 || got.height === 0) return true;
  const proportion = got.width / got.height / (shown.width / shown.height);
  // Rounding to whole pixels changes the proportions of small pictures.
  const slack = SAME_SHAPE + 1 / Math.min(got.width, got.height, shown.width, shown.height);
  return Math.abs(proportion - 1) <= slack && got.width >= shown.width * SMALLEST_SHARE;
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

/** Enough for text in a chart to stay sharp, at about a third of the bytes of lossless. */
const QUALITY = 0.85;

/** Formats that may be animated; scaled they would stand still. */
const MOVING = ['image/gif'];

/**
 * Scales a picture down to `widest` pixels. Gives the picture itself when that saves nothing or would stop an
 * animation.
 */
async function scalePicture(picture: Blob, size: PictureSize, widest: number): Promise<Blob> {
  if (MOVING.includes(picture.type) || (await isAnimated(picture))) return picture;
  const height = Math.max(1, Math.round((size.height * widest) / size.width));
  const bitmap = await createImageBitmap(picture, {
    resizeWidth: widest,
    resizeHeight: height,
    resizeQuality: 'high',
  });
  const canvas = new OffscreenCanvas(widest, height);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  bitmap.close();
  const scaled = await canvas.convertToBlob({ type: 'image/webp', quality: QUALITY });
  return scaled.size < picture.size ? scaled : picture;
}

/**
 * Whether a picture is animated. WebP has a bit for it in its extended header, wherever its frames begin
 * (https://developers.google.com/speed/webp/docs/riff_container#extended_file_format); PNG has an `acTL` chunk before
 * the picture, AVIF its brand.
 */
export async function isAnimated(picture: Blob): Promise<boolean> {
  // Byte by byte: the web's latin1 is windows-1252, where the first byte of PNG is U+2030.
  const head = String.fromCharCode(...new Uint8Array(await picture.slice(0, 4096).arrayBuffer()));
  const [, flags] = /^RIFF.{4}WEBPVP8X.{4}(.)/s.exec(head) ?? [];
  if (flags !== undefined) return (flags.charCodeAt(0) & WEBP_MOVES) !== 0;
  return /^\x89PNG[\s\S]*acTL/.test(head) || /^....ftypavis/s.test(head);
}

const WEBP_MOVES = 2;

/** Why the bytes of a picture were not got. */
export class PictureFailure extends Error {
  readonly problem: PictureProblem;

  constructor(problem: PictureProblem, message: string = problem, options?: ErrorOptions) {
    super(message, options);
    this.name = 'PictureFailure';
    this.problem = problem;
  }
}
