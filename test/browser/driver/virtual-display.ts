import { type ChildProcess, spawn } from 'node:child_process';
import { findProgram } from '../../../scripts/find-browser.ts';
import { signalChild } from './signal-child.ts';

/** A screen nobody sees, so that browsers with windows can be driven by real key presses. */
interface VirtualDisplay {
  /** Value for the environment variable DISPLAY (`:99`). */
  name: string;
  stop(): void;
}

/** Starts Xvfb on a free display number; null where there is no Xvfb (macOS, Windows). */
export async function startVirtualDisplay(size = '1400x900x24'): Promise<VirtualDisplay | null> {
  const program = findProgram('Xvfb');
  if (program === null) return null;
  // With -displayfd the server picks a free number itself and writes it when it is ready.
  const server = spawn(program, ['-displayfd', '3', '-screen', '0', size, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await readLine(server);
  const stop = (): void => signalChild(server, 'SIGTERM');
  process.once('exit', stop);
  return { name: `:${number}`, stop };
}

function readLine(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    server.stdio[3]?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes('\n')) resolve(text.trim());
    });
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
  });
}
