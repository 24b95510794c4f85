/** Within this time it is noticed that the clock was set forward or the computer has slept. */
const LOOK_EVERY_MS = 60_000;

/** Midnight before now, where the person is. */
const startOfToday = (): number => new Date().setHours(0, 0, 0, 0);

/**
 * Calls back when it has become another day since the last time, in the page that is seen: at midnight, when the page is
 * shown again after it, or when the zone of the clock was changed. Until the signal aborts.
 */
export function watchDay(onDay: () => void, signal: AbortSignal): void {
  watchClock(startOfToday, onDay, signal);
}

/** The same for every hour. */
export function watchHour(onHour: () => void, signal: AbortSignal): void {
  watchClock(() => new Date().setMinutes(0, 0, 0), onHour, signal);
}

function watchClock(beginning: () => number, onNext: () => void, signal: AbortSignal): void {
  let last = beginning();
  const look = () => {
    if (document.hidden || beginning() === last) return;
    last = beginning();
    onNext();
  };
  // A timer that waits for midnight would stand still while the computer sleeps.
  const timer = setInterval(look, LOOK_EVERY_MS);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
  document.addEventListener('visibilitychange', look, { signal });
}
