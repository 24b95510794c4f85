import { type BuildTarget, buildExtension } from './ensure-build.ts';

/** `npm run build [-- chromium | firefox]`: one build, or both at once, in `dist/chromium` and `dist/firefox`. */
const [named] = process.argv.slice(2);
if (named !== undefined && named !== 'chromium' && named !== 'firefox') {
  process.stderr.write(`Unknown browser "${named}": chromium or firefox.\n`);
  process.exit(2);
}
const targets: BuildTarget[] = named === undefined ? ['chromium', 'firefox'] : [named];
await Promise.all(targets.map(buildExtension));
