/**
 * The shortest part of a sequence that still fails, by leaving out ever smaller runs of steps. `fails` gives what is wrong,
 * or null.
 */
export async function shrink<Step>(
  steps: readonly Step[],
  fails: (steps: readonly Step[]) => Promise<string | null>,
): Promise<{ steps: readonly Step[]; said: string } | null> {
  let said = await fails(steps);
  if (said === null) return null;
  let shortest = steps;
  for (let run = Math.ceil(steps.length / 2); run >= 1; run = run === 1 ? 0 : Math.ceil(run / 2)) {
    for (let at = 0; at < shortest.length; ) {
      const shorter = [...shortest.slice(0, at), ...shortest.slice(at + run)];
      const wrong = await fails(shorter);
      if (wrong === null) at += run;
      else [shortest, said] = [shorter, wrong];
    }
  }
  return { steps: shortest, said };
}
