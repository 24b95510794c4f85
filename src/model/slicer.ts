/** Work goes on for so long before the page may answer the person again, in ms. Timers may wait for two: no longer than people notice. */
const SLICE_MS = 25;

/** Tells long work on the page's own thread when to pause. */
export interface Slicer {
  isOver(): boolean;
  /** Resolves once the page has dealt with what was waiting; the next slice begins then. */
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
 * Resolves once the page has dealt with what was waiting. By message: timers of a tab in the back come once a second only,
 * `scheduler.yield` goes on before others who wait, and Firefox before 142 has none.
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
