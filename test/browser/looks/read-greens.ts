import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { View } from '../driver/browser-driver.ts';

/**
 * The brightness of the points of a view as it is drawn: the green of their pixels, 0 to 255. `reader` is a page of
 * Recto's own, which reads the picture.
 */
export async function readGreens(
  view: Pick<View, 'screenshot'>,
  reader: View,
  points: readonly { x: number; y: number }[],
) {
  const file = join(tmpdir(), `${randomUUID()}.png`);
  await view.screenshot(file);
  const image = readFileSync(file).toString('base64');
  rmSync(file);
  return reader.evaluate(
    async (base64, places) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const drawing = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      drawing?.drawImage(bitmap, 0, 0);
      return places.map(({ x, y }) => drawing?.getImageData(x, y, 1, 1).data[1] ?? 0);
    },
    image,
    points,
  );
}
