import type { View } from './browser-driver.ts';
import { waitUntil } from './wait-until.ts';

interface Point {
  x: number;
  y: number;
}

/**
 * The position of an element once it has not moved for two frames: what slides in or loads above it would move it from
 * under a finger.
 */
export function restingPoint(view: View, find: () => Promise<Point>): Promise<Point> {
  return waitUntil('what is to be touched stands still', async () => {
    const before = await find();
    await view.evaluate(twoFrames);
    const now = await find();
    return now.x === before.x && now.y === before.y ? now : null;
  });
}

const twoFrames = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
