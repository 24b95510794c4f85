import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProgram } from '../../../scripts/find-browser.ts';
import { startDaemons } from './start-daemons.ts';
import { waitUntil } from './wait-until.ts';

/** The one input method that is there and on: what fcitx5 reads at its start. */
const PROFILE = `[Groups/0]
Name=Default
Default Layout=us
DefaultIM=pinyin

[Groups/0/Items/0]
Name=pinyin
Layout=

[GroupOrder]
0=Default
`;

export interface InputMethod {
  /** What a browser needs in its environment to be typed into by it. */
  env: Record<string, string>;
  stop(): Promise<void>;
}

/**
 * Starts fcitx5 with pinyin on a display, on a message bus of its own: what a person types goes through a real input
 * method then. Null where it is not installed, and elsewhere than on Linux.
 */
export async function startInputMethod(display: string): Promise<InputMethod | null> {
  const [bus, fcitx] = [findProgram('dbus-daemon'), findProgram('fcitx5')];
  if (bus === null || fcitx === null || !existsSync('/usr/share/fcitx5/inputmethod/pinyin.conf')) return null;
  const home = mkdtempSync(join(tmpdir(), 'recto-pinyin-'));
  mkdirSync(join(home, 'fcitx5'));
  writeFileSync(join(home, 'fcitx5', 'profile'), PROFILE);
  const socket = join(home, 'bus');
  const shared = { DISPLAY: display, DBUS_SESSION_BUS_ADDRESS: `unix:path=${socket}` };
  const daemons = await startDaemons(home, async ({ start }) => {
    start(bus, ['--session', '--nofork', '--nopidfile', `--address=unix:path=${socket}`], process.env);
    await waitUntil('the message bus', () => existsSync(socket));
    const own = { HOME: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home };
    const env = { ...process.env, ...shared, ...own };
    const method = start(fcitx, ['--disable', 'wayland,waylandim,notificationitem'], env);
    let log = '';
    method.stderr?.on('data', (chunk: Buffer) => {
      log += chunk.toString();
    });
    await waitUntil('the input method', () => log.includes('Loaded addon dbusfrontend'));
  });
  return { env: { ...shared, GTK_IM_MODULE: 'fcitx', XMODIFIERS: '@im=fcitx' }, stop: daemons.stop };
}
