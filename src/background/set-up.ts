import { forget, recall, remember } from '../platform/session-memory.ts';

/** What is done once in each run of the browser: settings that the browser keeps until it closes, and a new log. */
type SetUp = 'menus' | 'click' | 'log';

/** Remembers which were done. */
const DONE = 'set-up.';

/**
 * The last call of each, one after the other: of two that overlap, the browser might keep one and Recto remember the
 * other.
 */
const turns = new Map<SetUp, Promise<void>>();

/**
 * Does `work`, which gives the browser a setting, and remembers that. Never throws: if it is refused, it is done again
 * at the next start of the background (`setUpAgain`).
 */
export function setUp(name: SetUp, work: () => Promise<void>): Promise<void> {
  const turn = Promise.resolve(turns.get(name)).then(async () => {
    try {
      await work();
      await remember(DONE + name, true);
    } catch {
      await forget(DONE + name).catch(() => undefined);
    }
  });
  turns.set(name, turn);
  return turn;
}

/** Does `work` again where it was refused in this run of the browser, or was never asked for. Never throws. */
export async function setUpAgain(name: SetUp, work: () => Promise<void>): Promise<void> {
  await turns.get(name);
  if (!(await recall(DONE + name).catch(() => false))) await setUp(name, work);
}
