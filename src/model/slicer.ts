/**
 * How long work goes on before the page may respond to the person. Timers may wait for two slices, which is still too
 * short to be noticed.
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
 * Resolves once the page has handled what was waiting. Uses a message, because timers of a background tab fire only
 * once a second, and `scheduler.yield` continues before others that wait and is missing in Firefox before 142.
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
