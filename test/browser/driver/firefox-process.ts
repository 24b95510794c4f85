import { type ChildProcess, spawn } from 'node:child_process';
import { type AddressInfo, createServer } from 'node:net';
import { findBrowser } from '../../../scripts/find-browser.ts';
import { FirefoxChrome } from './firefox-chrome.ts';
import { Marionette } from './marionette.ts';
import { signalChild } from './signal-child.ts';
import { waitUntil } from './wait-until.ts';

const START_PATIENCE = 60_000;

/** A running Firefox and the connection to it. */
export interface FirefoxProcess {
  marionette: Marionette;
  /** Quits as a user does, so that everything is written to the profile. */
  quit(): Promise<void>;
  /** Ends it at once, as a power cut does. */
  kill(): Promise<void>;
  /** Resolves when the process has ended. */
  ended: Promise<void>;
}

/** Starts Firefox; where it does not come to answer, it is ended. */
export async function startFirefox(profile: string, port: number, headless: boolean): Promise<FirefoxProcess> {
  const program = findBrowser('firefox');
  if (program === null) throw new Error('No Firefox found: npm test installs it, or set RECTO_FIREFOX.');
  const args = ['--marionette', '--remote-allow-system-access', '--no-remote', '--profile', profile];
  const child = spawn(program, [...args, '--width', '1280', '--height', '840', ...(headless ? ['--headless'] : [])], {
    stdio: 'ignore',
    env: { ...process.env, ...(process.env['RECTO_DISPLAY'] ? { DISPLAY: process.env['RECTO_DISPLAY'] } : {}) },
  });
  // Heard from the start: a process that has ended by itself says so only once.
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()).once('error', () => resolve()));
  const killAtExit = (): void => signalChild(child, 'SIGKILL');
  process.once('exit', killAtExit);
  void ended.then(() => process.off('exit', killAtExit));
  const kill = async (): Promise<void> => {
    signalChild(child, 'SIGKILL');
    await ended;
  };
  const marionette = await beginSession(child, port).catch(async (error: unknown) => {
    await kill();
    throw error;
  });
  return {
    marionette,
    ended,
    kill: async () => {
      await kill();
      marionette.close();
    },
    quit: async () => {
      const force = setTimeout(() => signalChild(child, 'SIGKILL'), START_PATIENCE);
      await marionette.send('Marionette:Quit', { flags: ['eAttemptQuit'] }).catch(() => undefined);
      marionette.close();
      await ended;
      clearTimeout(force);
    },
  };
}

async function beginSession(child: ChildProcess, port: number): Promise<Marionette> {
  const isOver = () => child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
  const marionette = await waitUntil<Marionette | 'over'>(
    'Firefox answers',
    () => (isOver() ? 'over' : Marionette.connect(port)),
    START_PATIENCE,
  );
  if (marionette === 'over') throw new Error('Firefox ended before it answered.');
  await marionette.send('WebDriver:NewSession', {
    capabilities: { alwaysMatch: { unhandledPromptBehavior: 'ignore' } },
  });
  await marionette.send('WebDriver:SetTimeouts', { script: 60_000, pageLoad: 60_000 });
  await new FirefoxChrome(marionette).run(STILL_WINDOWS);
  return marionette;
}

/**
 * Code for Firefox's own window: its windows, present and future, animate nothing of their own. Tabs that slide in and
 * panels that fade are drawn by a processor here and take a twentieth of its time. Pages and popups still animate,
 * which a preference would switch off, too.
 */
const STILL_WINDOWS = `
  const still = (view) => { view.browsingContext.prefersReducedMotionOverride = 'reduce'; };
  for (const view of Services.wm.getEnumerator('navigator:browser')) still(view);
  Services.obs.addObserver(still, 'browser-delayed-startup-finished');`;

/** A port that is free now. */
export async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
