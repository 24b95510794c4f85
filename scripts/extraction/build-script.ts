import { join } from 'node:path';
import { build } from 'vite';
import { slimReadability } from '../build/slim-readability.ts';

/** As in the extension; the whole library is `@mozilla/readability/index.js`. */
const SLIM = { find: /^@mozilla\/readability$/, replacement: slimReadability(join(import.meta.dirname, '../..')) };

/** Bundles a script that is injected into pages for measuring, `x.iife.ts`, into one file, and gives its source. */
export async function buildScript(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: [SLIM] },
    build: { write: false, target: 'es2023', lib: { entry, formats: ['iife'], name: 'measuring' } },
  });
  const [bundle] = Array.isArray(result) ? result : [result];
  const chunk = bundle !== undefined && 'output' in bundle ? bundle.output[0] : undefined;
  if (chunk === undefined) throw new Error(`${entry} was not built`);
  return chunk.code;
}
