import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Vitest's global setup: one folder for all that the tests write, handed on as the system's folder for temporary files. A
 * browser that files share is ended with their process, too late for itself to take its profile away.
 */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'recto-tests-'));
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}
