import { type BuildTarget, buildExtension } from './ensure-build.ts';
import { readArguments } from './read-arguments.ts';

/** `npm run build [-- chromium | firefox]`: one build, or both at once, in `dist/chromium` and `dist/firefox`. */
const BROWSERS: BuildTarget[] = ['chromium', 'firefox'];

const targets = readArguments(
  'npm run build [-- chromium | firefox]\n',
  { allowPositionals: true },
  ({ positionals }): BuildTarget[] => {
    const unknown = positionals.find((name) => !BROWSERS.some((browser) => browser === name));
    if (unknown !== undefined) throw new Error(`Unknown browser "${unknown}": chromium or firefox`);
    return BROWSERS.filter((browser) => positionals.length === 0 || positionals.includes(browser));
  },
);
await Promise.all(targets.map(buildExtension));
