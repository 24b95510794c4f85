import { afterAll, vi } from 'vitest';

/**
 * Preact runs effects after the next frame and calls `cancelAnimationFrame` then. A file that ends before that takes the
 * function along with its document, and the run fails with an error that belongs to no test.
 */
afterAll(async () => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  if ('requestAnimationFrame' in globalThis) await new Promise(requestAnimationFrame);
});
