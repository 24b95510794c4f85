import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserName } from '../../../scripts/find-browser.ts';
import { buildOf } from './build-of.ts';

/**
 * A copy of the shipped build for which every site is allowed from the start, as if the person had allowed it on the
 * permission page. Everything else is as shipped.
 */
export function allowedExtension(browser: BrowserName): string {
  const copy = mkdtempSync(join(tmpdir(), `recto-allowed-${browser}-`));
  cpSync(buildOf(browser), copy, { recursive: true });
  const path = join(copy, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify({ ...manifest, host_permissions: ['*://*/*'] }));
  return copy;
}
