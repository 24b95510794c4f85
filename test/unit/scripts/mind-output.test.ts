import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';

const MODULE = JSON.stringify(join(import.meta.dirname, '../../../scripts/mind-output.ts'));

/** A command that writes for as long as anybody reads, and would end with exit code 7. */
function talk(stdout: 'pipe' | number) {
  const code = `
    const { mindOutput } = await import(${MODULE});
    mindOutput();
    mindOutput();
    process.exitCode = 7;
    const timer = setInterval(() => console.log('a line'));
    setTimeout(() => clearInterval(timer), 15_000);
  `;
  const command = ['--import', 'tsx', '--input-type=module', '--eval', code];
  const child = spawn(process.execPath, command, { stdio: ['ignore', stdout, 'pipe'] });
  const said = child.stderr === null ? Promise.reject(new Error('no stderr')) : text(child.stderr);
  return { child, ended: Promise.all([once(child, 'close'), said]) };
}

test('a command whose output is no longer read ends quietly with its exit code', async () => {
  const { child, ended } = talk('pipe');
  child.stdout?.once('data', () => child.stdout?.destroy());
  const [[code], said] = await ended;
  expect({ code, said }).toEqual({ code: 7, said: '' });
});

test.skipIf(!existsSync('/dev/full'))('a command that cannot write for want of room says so', async () => {
  const [[code], said] = await talk(openSync('/dev/full', 'w')).ended;
  expect(code).toBe(1);
  expect(said).toMatch(/^The output could not be written: ENOSPC: .*\.\n$/);
});
