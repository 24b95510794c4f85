/**
 * Milliseconds of processor time that this process has used. What guards against a pattern that tries every way is measured
 * by it: a machine that is busy with something else makes nothing slower then. Other tests of the process count with it.
 */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
