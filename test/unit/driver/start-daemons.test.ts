import { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { startDaemons } from '../../browser/driver/start-daemons.ts';

const LASTING = ['-e', 'process.stderr.write("here"); setInterval(() => undefined, 1000)'];
const BRIEF = ['-e', ''];
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'recto-daemons-'));
});

test('all daemons are stopped, also when one has ended before, and the folder is removed', async () => {
  const children: { exitCode: number | null; signalCode: string | null }[] = [];
  const daemons = await startDaemons(folder, async ({ start }) => {
    const lasting = start(process.execPath, LASTING, process.env);
    if (lasting.stderr) await once(lasting.stderr, 'data');
    const brief = start(process.execPath, BRIEF, process.env);
    await once(brief, 'exit');
    children.push(lasting, brief);
  });
  expect(children).toMatchObject([{ exitCode: null, signalCode: null }, { exitCode: 0 }]);
  await daemons.stop();
  expect(children[0]?.signalCode).toBe('SIGTERM');
  expect(existsSync(folder)).toBe(false);
});

test('when a daemon does not start, those started before it are stopped', async () => {
  const signals: unknown[] = [];
  // Where no process stands behind it, a signal reaches whatever number its memory holds: once it ended the whole run.
  const kill = vi.spyOn(ChildProcess.prototype, 'kill');
  const starting = startDaemons(folder, async ({ start }) => {
    start(process.execPath, LASTING, process.env).once('exit', (_code, signal) => signals.push(signal));
    start(join(folder, 'no-such-program'), [], process.env);
    throw new Error('waited in vain');
  });
  await expect(starting).rejects.toThrow('waited in vain');
  expect(signals).toEqual(['SIGTERM']);
  expect(kill.mock.contexts.map((child) => child instanceof ChildProcess && child.pid !== undefined)).toEqual([true]);
  kill.mockRestore();
  expect(existsSync(folder)).toBe(false);
});
