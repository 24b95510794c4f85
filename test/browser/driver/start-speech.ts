import { appendFileSync, cpSync, existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProgram } from '../../../scripts/find-browser.ts';
import { startDaemons } from './start-daemons.ts';
import { waitUntil } from './wait-until.ts';

/**
 * Vitest's global setup: a speech engine that nobody hears, so that reading aloud is tested with real voices and real
 * events. A sound server with a sink that leads nowhere, and speech-dispatcher with espeak-ng, which both browsers use on
 * Linux; handed on in `PULSE_SERVER` and `SPEECHD_ADDRESS`. Elsewhere the browser's own voices are used, if it has any.
 */
export default async function setup(): Promise<() => void | Promise<void>> {
  const [sound, speech] = [findProgram('pulseaudio'), findProgram('speech-dispatcher')];
  if (process.platform !== 'linux' || process.env['SPEECHD_ADDRESS']) return () => undefined;
  if (sound === null || speech === null || !existsSync('/etc/speech-dispatcher')) {
    console.warn('No speech-dispatcher with pulseaudio: reading aloud is tested as in a browser without voices.');
    return () => undefined;
  }
  const folder = mkdtempSync(join(tmpdir(), 'recto-speech-'));
  const runtime = join(folder, 'run');
  mkdirSync(runtime, { mode: 0o700 });
  const conf = join(folder, 'conf');
  cpSync('/etc/speech-dispatcher', conf, { recursive: true });
  // Sound is handed over a tenth of a second in advance. As it is set otherwise, a hundredth, the sound server takes a
  // hundredth of a processor for silence as long as the tests run.
  appendFileSync(join(conf, 'speechd.conf'), '\nAudioPulseMinLength 100\n');
  const [pulse, speechd] = [join(folder, 'pulse.sock'), join(folder, 'speechd.sock')];
  const env = { ...process.env, XDG_RUNTIME_DIR: runtime, PULSE_SERVER: `unix:${pulse}` };
  const daemons = await startDaemons(folder, async ({ start }) => {
    const protocol = `module-native-protocol-unix socket=${pulse} auth-anonymous=1`;
    start(sound, ['-n', '--daemonize=no', '--exit-idle-time=-1', `--load=${protocol}`, '--load=module-null-sink'], env);
    await waitUntil('the sound server', () => existsSync(pulse));
    const pid = join(folder, 'speechd.pid');
    const places = ['-C', conf, '-L', folder, '-P', pid, '-S', speechd, '-c', 'unix_socket'];
    start(speech, ['--run-single', ...places, '-t', '0'], env);
    await waitUntil('speech-dispatcher', () => existsSync(speechd));
  });
  process.env['PULSE_SERVER'] = `unix:${pulse}`;
  process.env['SPEECHD_ADDRESS'] = `unix_socket:${speechd}`;
  return daemons.stop;
}
