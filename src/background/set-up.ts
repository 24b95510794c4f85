import { forget, recall, remember } from '../platform/session-memory.ts';

/** What the browser is told once and then keeps until it closes. */
export type SetUp = 'menus' | 'click';

/** Remembers which of it the browser has taken. */
const DONE = 'set-up.';

/** One after the other: of two that overlap, the browser would keep what comes last, and the other be remembered. */
let turn: Promise<void> = Promise.resolve();

/**
 * Tells the browser something by `work`, and remembers that it has taken it. Never throws: what is refused is done again when
 * the background starts the next time (`setUpAgain`).
 */
export function setUp(name: SetUp, work: () => Promise<void>): Promise<void> {
  turn = turn.then(async () => {
    try {
      await work();
      await remember(DONE + name, true);
    } catch {
      await forget(DONE + name).catch(() => undefined);
    }
  });
  return turn;
}

/** Does `work` again where it was refused in this run of the browser, or was never asked for. Never throws. */
export async function setUpAgain(name: SetUp, work: () => Promise<void>): Promise<void> {
  await turn;
  if (!(await recall(DONE + name).catch(() => false))) await setUp(name, work);
}
