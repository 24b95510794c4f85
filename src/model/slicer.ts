/**
 * Milliseconds of work before the page may answer the person. Timers may wait for two slices: no longer than people
 * notice.
 */
const SLICE_MS = 25;

/** Tells long work on the page's own thread when to pause. */
export interface Slicer {
  isOver(): boolean;
  /** Resolves once the page has handled what was waiting; the next slice begins then. */
  pause(): Promise<void>;
}

/** Begins the first slice. */
export function slicer(): Slicer {
  let end = performance.now() + SLICE_MS;
  return {
    isOver: () => performance.now() >= end,
    async pause() {
      await nextTurn();
      end = performance.now() + SLICE_MS;
    },
  };
}

/**
 * Resolves once the page has handled what was waiting. Uses a message: timers of a background tab fire once a second
 * only, and `scheduler.yield` goes before others who wait, and is missing in Firefox before 142.
 */
export const nextTurn = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
