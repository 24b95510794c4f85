import type { PictureSize } from '../../model/picture.ts';

/** Enough for text in a chart to stay sharp, at about a third of the bytes of lossless. */
const QUALITY = 0.85;

/** Formats that may move; scaled they would stand still. */
const MOVING = ['image/gif'];

/** Scales a picture down to `widest` pixels. Gives the picture itself when that saves nothing or would stop it moving. */
export async function scalePicture(picture: Blob, size: PictureSize, widest: number): Promise<Blob> {
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
 * WebP says that it moves by a bit of its extended header, wherever its frames begin
 * (https://developers.google.com/speed/webp/docs/riff_container#extended_file_format), PNG by an `acTL` chunk before the
 * picture, AVIF by its brand.
 */
export async function isAnimated(picture: Blob): Promise<boolean> {
  // Byte for byte: what the web calls latin1 is windows-1252, where the first byte of PNG is U+2030.
  const head = String.fromCharCode(...new Uint8Array(await picture.slice(0, 4096).arrayBuffer()));
  const [, flags] = /^RIFF.{4}WEBPVP8X.{4}(.)/s.exec(head) ?? [];
  if (flags !== undefined) return (flags.charCodeAt(0) & WEBP_MOVES) !== 0;
  return /^\x89PNG[\s\S]*acTL/.test(head) || /^....ftypavis/s.test(head);
}

const WEBP_MOVES = 2;
