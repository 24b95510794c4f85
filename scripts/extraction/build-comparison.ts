import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Bundles `comparison.iife.ts` into one script. */
export async function buildComparison(): Promise<string> {
  const entry = fileURLToPath(new URL('comparison.iife.ts', import.meta.url));
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, target: 'es2023', lib: { entry, formats: ['iife'], name: 'comparison' } },
  });
  const [bundle] = Array.isArray(result) ? result : [result];
  const chunk = bundle !== undefined && 'output' in bundle ? bundle.output[0] : undefined;
  if (chunk === undefined) throw new Error('the comparison was not built');
  return chunk.code;
}
