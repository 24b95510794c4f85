import { readSettings } from '../../platform/read-settings.ts';

/** Width in pixels to which wider pictures are scaled down; null when they are kept as they are. */
export async function widestPicture(): Promise<number | null> {
  const { pictureWidth } = await readSettings();
  return pictureWidth === 0 ? null : pictureWidth;
}
