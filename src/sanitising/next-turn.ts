/**
 * Lets the browser draw and answer before long work goes on. `scheduler.yield` goes on before other waiting tasks do;
 * Firefox has it from 142 on.
 */
export function nextTurn(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } };
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));
}
