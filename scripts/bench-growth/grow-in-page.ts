import { BODY_STAGES } from './body-stages.ts';
import { HOSTILE_BODIES } from './hostile-bodies.ts';
import { setHostileBody } from './hostile-body.ts';
import { STORAGE_STAGES } from './storage-stages.ts';

/** What the bench calls in a page of the extension. */
const growth = {
  names: () => ({
    bodies: Object.keys(HOSTILE_BODIES),
    bodyStages: Object.keys(BODY_STAGES),
    storageStages: Object.keys(STORAGE_STAGES),
  }),
  getReady,
  run,
};
declare global {
  var rectoGrowth: typeof growth;
}
globalThis.rectoGrowth = growth;

let ready: () => unknown = () => undefined;

/** Prepares what a stage works on; `shape` is null for a stage of storage. Gives nothing. */
async function getReady(stage: string, shape: string | null, size: number): Promise<void> {
  ready =
    shape === null
      ? ((await STORAGE_STAGES[stage]?.(size)) ?? ready)
      : (BODY_STAGES[stage]?.(setHostileBody(shape, size)) ?? ready);
}

/** A message comes about as often while nothing else goes on, in milliseconds. */
const BEAT = 5;

/**
 * Runs the stage. Gives the milliseconds it took by the clock, and the longest time in which the page could not
 * respond.
 */
async function run(): Promise<{ ms: number; longest: number }> {
  const start = performance.now();
  let [longest, before, isOver] = [0, start, false];
  const beat = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - before);
    before = now;
    if (!isOver) setTimeout(beat, BEAT);
  };
  setTimeout(beat, BEAT);
  await ready();
  const ms = performance.now() - start;
  isOver = true;
  await new Promise((resolve) => setTimeout(resolve, 2 * BEAT));
  return { ms, longest };
}
