/** Within this time it is noticed that the clock was set forward or the computer has slept. */
const LOOK_EVERY_MS = 60_000;

/** Midnight before now, where the person is. */
const startOfToday = (): number => new Date().setHours(0, 0, 0, 0);

/**
 * Calls back when the day has changed since the last time, while the page is visible: at midnight, when the page is
 * shown again later, or when the time zone was changed. Until the signal aborts.
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
  // A timer set for midnight would stand still while the computer sleeps.
  const timer = setInterval(look, LOOK_EVERY_MS);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
  document.addEventListener('visibilitychange', look, { signal });
}
