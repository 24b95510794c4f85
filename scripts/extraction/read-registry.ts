import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = join(import.meta.dirname, '../../src/extraction');

/** File names, without `.ts`, of what a registry (a path under `src/extraction`) imports and lists. The order is its own. */
export function readRegistry(file: string): string[] {
  const [imports = '', lists = ''] = readFileSync(join(SOURCES, file), 'utf8').split(/\n\n(?=\/\*\*)([\s\S]*)/);
  const files = new Map(
    [...imports.matchAll(/import \{ (\w+) \} from '.*?([\w-]+)\.ts'/g)].map(([, name = '', path = '']) => [name, path]),
  );
  return [...lists.matchAll(/(?<=[[,]\s*)\w+(?=\s*[,\]])/g)].flatMap(([name]) => files.get(name) ?? []);
}

/** The docstring of the one export of a pass or platform file: what it is for. */
export function readPurpose(file: string): string {
  return paragraphsOf(file).join(' ');
}

/** The last paragraph of that docstring: what goes wrong on the web without the pass. */
export function readReason(file: string): string {
  return paragraphsOf(file).at(-1) ?? '';
}

function paragraphsOf(file: string): string[] {
  const docstring = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\nexport const \w+: \w+ = \{/.exec(readFileSync(file, 'utf8'))?.[1];
  return (docstring ?? '')
    .split(/\n \*\n/)
    .map((paragraph) => paragraph.replace(/\s+\*?\s*/g, ' ').trim())
    .filter(Boolean);
}
