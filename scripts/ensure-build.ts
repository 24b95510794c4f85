import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What a build is made of. */
const INPUTS = [
  'src',
  'public',
  'manifest.json',
  'vite.config.ts',
  'tsconfig.json',
  'package-lock.json',
  'scripts/build',
];

/**
 * Builds the extension when its build is missing, or was made from other sources, and returns its folder. Judges by
 * content, since file times say nothing after a checkout. Speaks on stderr; throws when the build fails.
 */
export function ensureBuild(browser: 'chromium' | 'firefox'): string {
  const dist = join(ROOT, 'dist', browser);
  const stampFile = join(ROOT, 'dist', `${browser}.stamp`);
  const isCurrent = existsSync(stampFile) && existsSync(dist) && readFileSync(stampFile, 'utf8') === stampOf(dist);
  if (isCurrent) return dist;
  process.stderr.write(`Building Recto for ${browser}…\n`);
  const fresh = join(ROOT, 'dist', `.${browser}-${process.pid}`);
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
  const mode = browser === 'firefox' ? ['--mode', 'firefox'] : [];
  const build = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'error', ...mode, '--outDir', fresh], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 2],
    env: { ...process.env, BROWSER: browser },
  });
  if (build.status !== 0) throw new Error(`the build for ${browser} failed`);
  rmSync(dist, { recursive: true, force: true });
  renameSync(fresh, dist);
  writeFileSync(stampFile, stampOf(dist));
  return dist;
}

/** Changes with the sources and with what is in the build's folder, so a build made in another way is made again. */
function stampOf(dist: string): string {
  const hash = createHash('sha256');
  const files = [...INPUTS.map((input) => join(ROOT, input)), dist].flatMap(filesUnder);
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  const entries = readdirSync(path, { recursive: true, encoding: 'utf8' }).sort();
  return entries.map((entry) => join(path, entry)).filter((file) => statSync(file).isFile());
}
