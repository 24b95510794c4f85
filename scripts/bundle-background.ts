import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';

/** What the manifest names as the background, as @crxjs/vite-plugin writes it: it imports the one below. */
const LOADER = 'service-worker-loader.js';
const ENTRY = 'assets/background.ts.js';

/**
 * Makes the background one file. Shared with the pages it is some twenty, and a worker that has to start loads them one
 * after the other before it hears of the key that was pressed.
 */
export function bundleBackground(): Plugin {
  return {
    name: 'recto:bundle-background',
    apply: 'build',
    enforce: 'post',
    async writeBundle({ dir = '' }, bundle) {
      if (bundle[ENTRY] === undefined) return;
      await build({
        configFile: false,
        publicDir: false,
        logLevel: 'error',
        build: {
          outDir: dir,
          emptyOutDir: false,
          target: 'es2023',
          modulePreload: false,
          rolldownOptions: {
            input: join(dir, LOADER),
            output: { format: 'es', entryFileNames: LOADER, codeSplitting: false },
          },
        },
      });
      rmSync(join(dir, ENTRY));
    },
  };
}
