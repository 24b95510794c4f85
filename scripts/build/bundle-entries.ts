import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin, type Rolldown } from 'vite';

/** The background in the manifest, as @crxjs/vite-plugin writes it. It only imports `BACKGROUND_CHUNK`. */
const BACKGROUND = 'service-worker-loader.js';
const BACKGROUND_CHUNK = 'assets/background.ts.js';

type Bundle = Record<string, Rolldown.OutputChunk | Rolldown.OutputAsset>;

/**
 * Bundles the background and the script of each page into one file each, besides what is imported later. Otherwise they
 * share some forty small files, and a page or a starting service worker has to request each before its first line runs.
 */
export function bundleEntries(): Plugin {
  return {
    name: 'recto:bundle-entries',
    apply: 'build',
    enforce: 'post',
    async writeBundle({ dir = '' }, bundle) {
      if (bundle[BACKGROUND_CHUNK] === undefined) return;
      const chunks = Object.values(bundle as Bundle).filter((output) => output.type === 'chunk');
      const pages = chunks.filter(({ facadeModuleId }) => facadeModuleId?.endsWith('.html'));
      const made = [await bundleApart(dir, BACKGROUND, { whole: true })];
      for (const { fileName } of pages) made.push(await bundleApart(dir, fileName, { whole: false }));
      for (const { fileName, isEntry } of chunks)
        if (!isEntry || fileName === BACKGROUND_CHUNK) rmSync(join(dir, fileName), { force: true });
      for (const { fileName, code } of made.flat()) writeFileSync(join(dir, fileName), code);
    },
  };
}

/**
 * The name of the entry's file. The group takes the entry's own module as well, so this file only imports it and is
 * dropped.
 */
const FACADE = 'facade.js';

/**
 * Bundles an entry of the build with its imports, with `whole` also with dynamic ones and as a script that is no module
 * (`trim-crx-output.ts` says why). Gives the files; nothing is written.
 */
async function bundleApart(dir: string, entry: string, { whole }: { whole: boolean }): Promise<Rolldown.OutputChunk[]> {
  const prefix = entry.replace(/\..*$/, '');
  const nameOf = ({ name }: { name: string }) => (name === 'start' ? entry : `${prefix}-[name].js`);
  const result = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      write: false,
      outDir: dir,
      target: 'es2023',
      modulePreload: false,
      rolldownOptions: {
        input: join(dir, entry),
        preserveEntrySignatures: false,
        output: whole
          ? { format: 'iife', entryFileNames: entry, codeSplitting: false }
          : {
              format: 'es',
              entryFileNames: FACADE,
              chunkFileNames: nameOf,
              codeSplitting: { groups: [{ name: 'start', tags: ['$initial'] }] },
            },
      },
    },
  });
  const { output } = (Array.isArray(result) ? result[0] : result) as Rolldown.RolldownOutput;
  const made = output.filter((file) => file.type === 'chunk').filter(({ fileName }) => fileName !== FACADE);
  if (!made.some(({ fileName }) => fileName === entry)) throw new Error(`${entry} was not bundled`);
  return made;
}
