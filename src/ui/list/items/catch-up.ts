/** The pause before a failed reading is repeated. It doubles with each further failure, up to the longest. */
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60_000;

/**
 * Gives a function to call with changed ids, or with null for everything. `read` then reads them again, one call after
 * the other. What could not be read is read with the next change; without one it is tried again until the signal
 * aborts. No error is reported: what was read before stays.
 */
export function catchUp(
  read: (ids: string[] | null) => Promise<void>,
  signal: AbortSignal,
): (ids: string[] | null) => void {
  let missed: string[] | null = [];
  let pause = FIRST_PAUSE_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let turn = Promise.resolve();
  const readMissed = async (): Promise<void> => {
    const wanted = missed;
    if (signal.aborted || wanted?.length === 0) return;
    clearTimeout(timer);
    missed = [];
    try {
      await read(wanted);
      pause = FIRST_PAUSE_MS;
    } catch {
      missed = both(wanted, missed);
      timer = setTimeout(() => takeIn([]), pause);
      pause = Math.min(LONGEST_PAUSE_MS, 2 * pause);
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
