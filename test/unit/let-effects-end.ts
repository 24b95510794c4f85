import { afterAll, vi } from 'vitest';

/**
 * Preact runs effects after the next frame and calls `cancelAnimationFrame` then. A file that ends before that takes the
 * function along with its document, and the run fails with an error that belongs to no test.
 */
afterAll(async () => {
  vi.useRealTimers();
  if (!('requestAnimationFrame' in globalThis)) return;
  await new Promise(requestAnimationFrame);
  // The effects themselves come right after the frame.
  await new Promise((resolve) => setTimeout(resolve));
});
