/** Middle value; of two middle values the mean. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  const upper = sorted[Math.floor(half)] ?? Number.NaN;
  return Number.isInteger(half) ? (upper + (sorted[half - 1] ?? upper)) / 2 : upper;
}

/** One line for the table: median, range, number of measurements, and the budget where there is one. */
export function describeTimes(what: string, times: readonly number[], budget?: number): string {
  const middle = median(times);
  const range = `${Math.min(...times).toFixed(0)}–${Math.max(...times).toFixed(0)}`;
  const verdict = budget === undefined ? '' : `  budget ${budget} ms: ${middle <= budget ? 'kept' : 'MISSED'}`;
  return `${what.padEnd(30)} median ${middle.toFixed(0).padStart(4)} ms  (${range}, n=${times.length})${verdict}`;
}
