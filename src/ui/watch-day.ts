/** A clock that is set forward, or a computer that has slept, is noticed within this time, in milliseconds. */
const LOOK_EVERY = 60_000;

/** Midnight before now, where the person is. */
const startOfToday = (): number => new Date().setHours(0, 0, 0, 0);

/**
 * Calls back when it has become another day since the last time, in the page that is seen: at midnight, when the page is
 * shown again after it, or when the zone of the clock was changed. Until the signal aborts.
 */
export function watchDay(onDay: () => void, signal: AbortSignal): void {
  let day = startOfToday();
  const look = () => {
    if (document.hidden || startOfToday() === day) return;
    day = startOfToday();
    onDay();
  };
  // A timer that waits for midnight would stand still while the computer sleeps.
  const timer = setInterval(look, LOOK_EVERY);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
  document.addEventListener('visibilitychange', look, { signal });
}
