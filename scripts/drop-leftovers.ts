import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Removes the folders `.<target>-<process>` in `dist` that were left by builds of the target whose process ended early.
 */
export function dropLeftovers(dist: string, target: string): void {
  for (const name of readdirSync(dist)) {
    const [, before, process] = /^\.([a-z]+)-(\d+)$/.exec(name) ?? [];
    if (before !== target || isRunning(Number(process))) continue;
    rmSync(join(dist, name), { recursive: true, force: true });
  }
}

/** Signal 0 is sent to nobody, it only asks (https://nodejs.org/api/process.html#processkillpid-signal); `EPERM` says that it is another person's. */
function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (thrown) {
    return thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM';
  }
}
