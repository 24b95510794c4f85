/** After a reading that failed it is tried again in so many milliseconds, and in twice as many each time that fails, too. */
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 60_000;

/**
 * Gives what is to be called with the ids that have changed, or with null where that is everything. `read` then reads them
 * again, one call after the other. What could not be read is not forgotten: it comes with the next change, and is tried again
 * without one until the signal aborts. No error is told: what stands is what was read before.
 */
export function catchUp(
  read: (ids: string[] | null) => Promise<void>,
  signal: AbortSignal,
): (ids: string[] | null) => void {
  let missed: string[] | null = [];
  let pause = FIRST_PAUSE;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let turn = Promise.resolve();
  const readMissed = async (): Promise<void> => {
    const wanted = missed;
    if (signal.aborted || wanted?.length === 0) return;
    clearTimeout(timer);
    missed = [];
    try {
      await read(wanted);
      pause = FIRST_PAUSE;
    } catch {
      missed = both(wanted, missed);
      timer = setTimeout(() => takeIn([]), pause);
      pause = Math.min(LONGEST_PAUSE, 2 * pause);
    }
  };
  const takeIn = (ids: string[] | null): void => {
    missed = both(missed, ids);
    turn = turn.then(readMissed);
  };
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  return takeIn;
}

const both = (one: string[] | null, other: string[] | null): string[] | null =>
  one && other && [...new Set([...one, ...other])];
