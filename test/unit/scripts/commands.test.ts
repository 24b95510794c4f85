import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import packageJson from '../../../package.json' with { type: 'json' };

const ROOT = join(import.meta.dirname, '../../..');
const commands = Object.entries(packageJson.scripts);
const ownScripts = commands.flatMap(([name, command]) => {
  const file = /tsx (scripts\/\S+\.ts)/.exec(command)?.[1];
  return file === undefined ? [] : [[name, file] as const];
});

test.each(commands)('npm run %s installs the packages that it lacks', (_name, command) => {
  expect(command).toMatch(/^node scripts\/ensure-packages\.mjs && \S/);
});

// Starting every command takes a second each and more, so that one is started and the others are looked at.
test.each(ownScripts)('npm run %s reads its arguments before it installs or builds anything', (_name, file) => {
  const code = readFileSync(join(ROOT, file), 'utf8');
  const read = code.search(/\breadArguments\(/);
  expect(read).toBeGreaterThan(-1);
  expect(code.slice(0, read)).not.toMatch(/^(?:await )?(?:ensureBrowsers|ensureBuild|tryToInstall)\(/m);
});

test('npm start names an unknown argument in one sentence and shows its usage', async () => {
  const command = [join(ROOT, 'node_modules/tsx/dist/cli.mjs'), join(ROOT, 'scripts/start.ts'), '--no-such-option'];
  const child = spawn(process.execPath, command, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  const [[code], out, err] = await Promise.all([once(child, 'exit'), text(child.stdout), text(child.stderr)]);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(/^Unknown option '--no-such-option'\.\nnpm start /);
});
