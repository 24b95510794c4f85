/** `npm run -s sizes [-- FILE]`: bytes of an injected script by module, largest first; the extraction script by default. */
import { existsSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { relative } from 'node:path';
import { finishInjectedScript } from './build/finish-injected-script.ts';
import { buildContentScript } from './extraction/build-content-script.ts';
import { readArguments } from './read-arguments.ts';

const file = readArguments(
  'npm run -s sizes [-- FILE]   bytes by module of an injected script, src/content/extract.iife.ts unless named\n',
  { allowPositionals: true },
  ({ positionals: [named = 'src/content/extract.iife.ts'] }) => {
    if (!existsSync(named)) throw new Error(`There is no file "${named}": name one of src/content/*.iife.ts`);
    return named;
  },
);
const { code, map } = await buildContentScript(file, { minify: true });
const sizes = new Map<string, number>();
const sourceMap = new SourceMap(map as never);
code.split('\n').forEach((line, row) => {
  let source = '(bundler)';
  for (let column = 0; column < line.length; column += 1) {
    const entry = sourceMap.findEntry(row, column);
    if ('originalSource' in entry) source = entry.originalSource ?? '(bundler)';
    sizes.set(source, (sizes.get(source) ?? 0) + Buffer.byteLength(line[column] ?? ''));
  }
});
const rows = [...sizes].sort((a, b) => b[1] - a[1]);
for (const [source, bytes] of rows) console.log(`${String(bytes).padStart(7)}  ${nameOf(source)}`);
console.log(`${String(Buffer.byteLength(code)).padStart(7)}  ${file}`);
console.log(`${String(Buffer.byteLength(finishInjectedScript(file, code))).padStart(7)}  as shipped`);

/** The path from the root of the repository, or what stands for a module of a package. */
function nameOf(source: string): string {
  const path = source.replace(/^file:\/\//, '').replace(/^(?:\.\.\/)+/, '');
  return relative('', path).startsWith('..') ? path : relative('', path);
}
