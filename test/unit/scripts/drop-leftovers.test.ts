import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { dropLeftovers } from '../../../scripts/drop-leftovers.ts';

test('a build removes leftovers of interrupted builds of its target, and nothing of running ones', () => {
  const dist = mkdtempSync(join(tmpdir(), 'recto-dist-'));
  onTestFinished(() => rmSync(dist, { recursive: true }));
  const ended = spawnSync(process.execPath, ['--version']).pid;
  const stay = ['chromium', `.chromium-${process.pid}`, `.firefox-${ended}`];
  for (const name of [...stay, `.chromium-${ended}`]) {
    mkdirSync(join(dist, name));
    writeFileSync(join(dist, name, 'manifest.json'), '{}');
  }
  dropLeftovers(dist, 'chromium');
  expect(readdirSync(dist).sort()).toEqual(stay.sort());
});
