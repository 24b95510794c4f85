import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where Linux keeps files in memory: browsers wait for the disk at each step of theirs, and no test looks at what a disk keeps. */
const IN_MEMORY = '/dev/shm';

/** What a whole run may need at once, in bytes. */
const ROOM = 4e9;

/**
 * Vitest's global setup: one folder for all that the tests write, handed on as the system's folder for temporary files, in
 * memory where there is room. A browser that files share is ended with their process, too late for itself to take its
 * profile away.
 */
export default function setup(): () => void {
  const folder = mkdtempSync(join(hasRoom(IN_MEMORY) ? IN_MEMORY : tmpdir(), 'recto-tests-'));
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}

function hasRoom(path: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(path);
    return bavail * bsize > ROOM;
  } catch {
    return false;
  }
}
