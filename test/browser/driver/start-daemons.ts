import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { signalChild } from './signal-child.ts';

/** So long a daemon may take to end by itself, in milliseconds. */
const END_PATIENCE = 2_000;

/** Programs that run beside a browser and share a folder. */
interface Daemons {
  start(program: string, args: string[], env: NodeJS.ProcessEnv): ChildProcess;
  /** Ends them all, the last first, and removes the folder. */
  stop(): Promise<void>;
}

/** Starts the given daemons. If one of them does not start, the others are ended and the folder is removed. */
export async function startDaemons(folder: string, start: (daemons: Daemons) => Promise<void>): Promise<Daemons> {
  const running: { child: ChildProcess; ended: Promise<void> }[] = [];
  const daemons: Daemons = {
    start(program, args, env) {
      const child = spawn(program, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
      // Output that nobody reads would fill the pipe, and a full pipe blocks the process that writes to it.
      child.stderr.resume();
      // Heard from the start: one that has ended by itself says so only once.
      const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()).once('error', () => resolve()));
      running.push({ child, ended });
      return child;
    },
    async stop() {
      for (const { child, ended } of running.splice(0).reverse()) {
        signalChild(child, 'SIGTERM');
        const force = setTimeout(() => signalChild(child, 'SIGKILL'), END_PATIENCE);
        await ended;
        clearTimeout(force);
      }
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
  try {
    await start(daemons);
    return daemons;
  } catch (error) {
    await daemons.stop();
    throw error;
  }
}
