import { seeded } from './seeded.ts';
import { shrink } from './shrink.ts';
import { type Draw, drawing } from './step.ts';

/** Seconds of random sequences instead of the few that every run of the tests makes; see CONTRIBUTING.md. */
const SECONDS = Number(process.env['RECTO_RANDOM_SECONDS'] ?? 0);
const FIRST_SEED = Number(process.env['RECTO_RANDOM_SEED'] ?? (SECONDS > 0 ? Date.now() % 1e9 : 1));

/** Time for a test of random sequences, which may be asked to take long. */
export const RANDOM_TIMEOUT = 60_000 + 2 * SECONDS * 1000;

interface Sequences<Step> {
  /** How many there are in a run of the tests. */
  count: number;
  /** Makes one. */
  draw(draw: Draw): Step[];
  /** Does it, and gives what is wrong then, or null. */
  fails(steps: readonly Step[]): Promise<string | null>;
}

/** Does random sequences until one fails, and gives that as short as it still fails, with its seed; null when all are right. */
export async function findFailure<Step>({ count, draw, fails }: Sequences<Step>): Promise<string | null> {
  const end = performance.now() + SECONDS * 1000;
  let seed = FIRST_SEED;
  for (; seed < FIRST_SEED + count || performance.now() < end; seed += 1) {
    const steps = draw(drawing(seeded(seed)));
    if ((await fails(steps)) === null) continue;
    const shortest = await shrink(steps, fails);
    const lines = shortest?.steps.map((step) => JSON.stringify(step)) ?? ['It did not fail again.'];
    return [`RECTO_RANDOM_SEED=${seed}: ${shortest?.said}`, ...lines].join('\n');
  }
  if (SECONDS > 0) console.log(`· ${seed - FIRST_SEED} random sequences`);
  return null;
}
