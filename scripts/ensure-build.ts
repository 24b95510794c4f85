import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { dropLeftovers } from './drop-leftovers.ts';
import type { Lateness } from './late/lateness.ts';

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

export type BuildTarget = 'chromium' | 'firefox';

/**
 * Builds the extension when its build is missing, or was made from other sources, and returns its folder. Judges by
 * content, since file times say nothing after a checkout. Speaks on stderr; throws when the build fails.
 */
export async function ensureBuild(target: BuildTarget): Promise<string> {
  const dist = join(ROOT, 'dist', target);
  const stampFile = stampFileOf(target);
  const isCurrent = existsSync(stampFile) && existsSync(dist) && readFileSync(stampFile, 'utf8') === stampOf(dist);
  if (isCurrent) return dist;
  process.stderr.write(`Building Recto for ${target}…\n`);
  return buildExtension(target);
}

/** Builds the extension and returns its folder, `dist/<target>`, which is replaced when the new build is whole. */
export async function buildExtension(target: BuildTarget): Promise<string> {
  const dist = join(ROOT, 'dist', target);
  await buildInto(dist, target);
  writeFileSync(stampFileOf(target), stampOf(dist));
  return dist;
}

/** Builds the extension with something late into `dist/late-<lateness>/<target>`, away from what is shipped. */
export const buildLate = (target: BuildTarget, lateness: Lateness): Promise<void> =>
  buildInto(join(ROOT, lateBuilds(lateness), target), target, lateness);

/** Folder of the builds with something late, from the repository's. */
export const lateBuilds = (lateness: Lateness): string => join('dist', `late-${lateness}`);

async function buildInto(dist: string, target: BuildTarget, late: Lateness | '' = ''): Promise<void> {
  const parent = dirname(dist);
  const fresh = join(parent, `.${target}-${process.pid}`);
  mkdirSync(parent, { recursive: true });
  dropLeftovers(parent, target);
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
  const mode = target === 'firefox' ? ['--mode', 'firefox'] : [];
  const build = spawn(process.execPath, [vite, 'build', '--logLevel', 'error', ...mode, '--outDir', fresh], {
    cwd: ROOT,
    env: { ...process.env, RECTO_LATE: late },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [[code], said] = await Promise.all([once(build, 'exit'), text(build.stderr)]);
  process.stderr.write(withoutKnownWarnings(said));
  if (code !== 0) throw new Error(`the build for ${target} failed`);
  rmSync(dist, { recursive: true, force: true });
  renameSync(fresh, dist);
}

/**
 * The output of a build, without a warning that CRXJS causes in every build: for scripts in one file it uses an option
 * that Rolldown has renamed, while Vite uses the new name (https://github.com/rolldown/rolldown/pull/7870).
 */
export function withoutKnownWarnings(said: string): string {
  const lines = said.split('\n').filter((line) => !line.includes('inlineDynamicImports option is ignored'));
  return lines.every((line) => line.trim() === '') ? '' : lines.join('\n');
}

const stampFileOf = (target: BuildTarget): string => join(ROOT, 'dist', `${target}.stamp`);

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
