import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Copies the built extension to a temporary folder and gives the copy access to all sites, since nobody presses the
 * toolbar button there. That is the only difference; a test compares the two. `extra` adds files for measuring, by path.
 * Returns the folder.
 */
export function copyExtension(dist: string, extra: Record<string, string> = {}): string {
  const copy = mkdtempSync(join(tmpdir(), 'recto-extension-'));
  cpSync(dist, copy, { recursive: true });
  const manifestPath = join(copy, 'manifest.json');
  const manifest: Record<string, unknown> = JSON.parse(readFileSync(manifestPath, 'utf8'));
  writeFileSync(manifestPath, JSON.stringify({ ...manifest, host_permissions: ['*://*/*'] }, null, 2));
  for (const [path, content] of Object.entries(extra)) writeFileSync(join(copy, path), content);
  return copy;
}
