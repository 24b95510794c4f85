/** The value that so great a share of all values lies below. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** One line: what was measured, the value, whether the goal was met, and what else there is to say. */
export function printFigure(what: string, value: number, unit: string, goal: number | null, more?: string): void {
  const verdict = goal === null ? '' : value <= goal ? `goal ≤ ${goal} ${unit}: met` : `goal ≤ ${goal} ${unit}: MISSED`;
  console.log(
    `${what.padEnd(38)} ${value.toFixed(1).padStart(8)} ${unit.padEnd(3)} ${verdict.padEnd(26)} ${more ?? ''}`,
  );
}
