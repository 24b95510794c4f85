import { setTimeout as pause } from 'node:timers/promises';

/** How long a condition may take before a test fails, in milliseconds: a busy machine is ten times as slow as one at rest. */
export const PATIENCE = 40_000;
const INTERVAL = 25;

/**
 * Asks again and again until the answer is truthy, and gives it. An error counts as "not yet", because documents may go
 * away while they are asked. Fails with the question and the last error.
 */
export async function waitUntil<T>(
  what: string,
  ask: () => T | Promise<T>,
  patience: number = PATIENCE,
): Promise<NonNullable<T>> {
  const end = Date.now() + patience;
  let last: unknown = null;
  do {
    try {
      last = await ask();
      if (last) return last as NonNullable<T>;
    } catch (error) {
      last = error;
    }
    await pause(INTERVAL);
  } while (Date.now() < end);
  const detail = last instanceof Error ? last.message : JSON.stringify(last);
  throw new Error(`Waited ${patience} ms in vain: ${what} (last: ${detail})`);
}
