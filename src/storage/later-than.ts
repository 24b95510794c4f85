/** The time of a change: now, and later than the one before it, which may come from a clock that was ahead. */
export const laterThan = (before: number, now: number): number => Math.max(now, before + 1);
