import type { ChildProcess } from 'node:child_process';

/**
 * Sends a signal to a child that was started, and nothing to one that could not be: until its error has been told,
 * `kill()` of such a child signals whatever number libuv's memory holds, and where that is 0, everything that was started
 * together with this process (https://github.com/libuv/libuv/pull/3539).
 */
export function signalChild(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (child.pid !== undefined) child.kill(signal);
}
