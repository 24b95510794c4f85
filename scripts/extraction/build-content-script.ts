import { join } from 'node:path';
import { build, type Rolldown } from 'vite';
import { slimReadability } from '../build/slim-readability.ts';
import { TARGET_BROWSERS } from '../build/target-browsers.ts';

const ROOT = join(import.meta.dirname, '../..');

/**
 * Bundles a content script with the settings of the shipped build, for looking into: minified with a source map, or as it
 * is before minifying, where every module stands under a comment with its path.
 */
export async function buildContentScript(
  file: string,
  { minify }: { minify: boolean },
): Promise<{ code: string; map: Rolldown.SourceMap | null }> {
  const result = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    resolve: { dedupe: ['preact'], alias: { '@mozilla/readability': slimReadability(ROOT) } },
    build: {
      write: false,
      target: TARGET_BROWSERS,
      sourcemap: 'hidden',
      ...(minify ? {} : { minify: false }),
      lib: { entry: join(ROOT, file), formats: ['iife'], name: 'script' },
    },
  });
  const [bundle] = Array.isArray(result) ? result : [result];
  const chunk = bundle !== undefined && 'output' in bundle ? bundle.output[0] : undefined;
  if (chunk === undefined) throw new Error(`${file} was not built`);
  return { code: chunk.code, map: chunk.map };
}
