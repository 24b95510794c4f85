import type { RectoError } from '../../model/errors/recto-error.ts';

/** Where the fetching of articles stands. */
export interface FetchStatus {
  /** `waiting`: another tab of the library is at it. `unanswered`: what is left did not answer. `failed`: see `error`. */
  phase: 'off' | 'running' | 'waiting' | 'paused' | 'no-access' | 'unanswered' | 'failed';
  error: RectoError | null;
  /** Links whose pages were not asked for, including those saved since the start. */
  left: number;
  /** Settled by this page in the present or last run. */
  done: number;
  /** Those of them whose articles were kept. */
  kept: number;
}

/** The status, and who wants to hear of it. */
export interface FetchStanding {
  status(): FetchStatus;
  watch(onChange: () => void, signal: AbortSignal): void;
  tell(change: Partial<FetchStatus>): void;
  /** One more link has its outcome; reported only as often as the eye can follow. */
  settled(isKept: boolean): void;
}

/** In ms: fast enough for the eye, without work for each of thousands of pages. */
const TELL_EVERY_MS = 400;

/** Begins with `off` and nothing left. */
export function fetchStanding(): FetchStanding {
  let status: FetchStatus = { phase: 'off', left: 0, done: 0, kept: 0, error: null };
  let settledTold = 0;
  const listeners = new Set<() => void>();
  const tell = (change: Partial<FetchStatus>): void => {
    status = { ...status, ...change };
    for (const listener of listeners) listener();
  };
  return {
    status: () => status,
    watch(onChange, signal) {
      listeners.add(onChange);
      signal.addEventListener('abort', () => listeners.delete(onChange), { once: true });
    },
    tell,
    settled(isKept) {
      const { done, kept, left } = status;
      status = { ...status, done: done + 1, kept: isKept ? kept + 1 : kept, left: left - 1 };
      if (performance.now() - settledTold < TELL_EVERY_MS) return;
      settledTold = performance.now();
      tell({});
    },
  };
}
