import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { findFreePort, startFirefox } from '../../browser/driver/firefox-process.ts';

const ANSWERS = `
const { createServer } = require('node:net');
const { readFileSync, writeFileSync } = require('node:fs');
const profile = process.argv[process.argv.indexOf('--profile') + 1];
writeFileSync(profile + '/pid', String(process.pid));
const packet = (message) => { const text = JSON.stringify(message); return text.length + ':' + text; };
createServer((socket) => {
  socket.write(packet({ applicationType: 'gecko' }));
  socket.on('error', () => undefined);
  socket.on('data', (chunk) => {
    const [, id, command] = JSON.parse(String(chunk).replace(/^\\d+:/, ''));
    if (command === 'crash') process.exit(1);
    const refuses = readFileSync(profile + '/mode', 'utf8') === 'refuses';
    socket.write(packet([1, id, refuses ? { error: 'no', message: 'not today' } : null, { value: {} }]));
  });
}).listen(Number(readFileSync(profile + '/port', 'utf8')), '127.0.0.1');
`;

// A program of the shell stands for Firefox.
describe.skipIf(process.platform === 'win32')('Firefox', () => {
  let profile: string;
  let port: number;

  beforeEach(async () => {
    profile = mkdtempSync(join(tmpdir(), 'recto-driver-'));
    port = await findFreePort();
    writeFileSync(join(profile, 'port'), String(port));
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(profile, { recursive: true, force: true });
  });

  function program(source: string, mode = ''): void {
    const path = join(profile, 'firefox.cjs');
    writeFileSync(path, source);
    writeFileSync(join(profile, 'mode'), mode);
    chmodSync(path, 0o755);
    vi.stubEnv('RECTO_FIREFOX', path);
  }
  const isRunning = (): boolean => {
    try {
      return process.kill(Number(readFileSync(join(profile, 'pid'), 'utf8')), 0);
    } catch {
      return false;
    }
  };

  test('that ends before it answers is not waited for', async () => {
    program('#!/bin/sh\nexit 1\n');
    await expect(startFirefox(profile, port, true)).rejects.toThrow('Firefox ended before it answered.');
  });

  test('that refuses a session does not run on', async () => {
    program(`#!${process.execPath}\n${ANSWERS}`, 'refuses');
    await expect(startFirefox(profile, port, true)).rejects.toThrow('no: not today');
    expect(readFileSync(join(profile, 'pid'), 'utf8')).toMatch(/^\d+$/);
    expect(isRunning()).toBe(false);
  });

  test('that has crashed can be quit', async () => {
    program(`#!${process.execPath}\n${ANSWERS}`);
    const firefox = await startFirefox(profile, port, true);
    expect(isRunning()).toBe(true);
    await expect(firefox.marionette.send('crash')).rejects.toThrow('Firefox closed the connection');
    await firefox.ended;
    await firefox.quit();
    expect(isRunning()).toBe(false);
  });
});
