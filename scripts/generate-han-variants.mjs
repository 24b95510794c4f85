/**
 * Writes src/model/search/han-variants.ts from the dictionaries of OpenCC (Apache-2.0), as the npm package opencc-js
 * carries them: `npm pack opencc-js`, unpack, then `node scripts/generate-han-variants.mjs package/dist/esm-lib/dict`.
 */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const folder = resolve(process.argv[2] ?? '.');

async function pairs(name) {
  const { default: text } = await import(pathToFileURL(join(folder, `${name}.js`)).href);
  return text.split('|').map((pair) => pair.split(' '));
}

const simplified = new Map();
for (const [from, to] of await pairs('TSCharacters')) simplified.set(from, to);
for (const name of ['TWVariants', 'HKVariants']) {
  for (const [standard, variant] of await pairs(name)) {
    const target = simplified.get(standard) ?? simplified.get(variant);
    if (!target) continue;
    if (!simplified.has(standard) && standard !== target) simplified.set(standard, target);
    if (!simplified.has(variant) && variant !== target) simplified.set(variant, target);
  }
}
// Chains end at their last character, so that folding once is enough.
for (const [from, to] of simplified) simplified.set(from, simplified.get(to) ?? to);
const kept = [...simplified].filter(([from, to]) => from !== to && [...from].length === 1 && [...to].length === 1);
kept.sort(([a], [b]) => a.codePointAt(0) - b.codePointAt(0));

writeFileSync(
  new URL('../src/model/search/han-variants.ts', import.meta.url),
  `/**
 * Traditional characters and, at the same place in the other string, the simplified one that search takes them for.
 * Made by scripts/generate-han-variants.mjs from OpenCC's TSCharacters, TWVariants and HKVariants
 * (https://github.com/BYVoid/OpenCC, Apache-2.0).
 */
export const TRADITIONAL =
  '${kept.map(([from]) => from).join('')}';
export const SIMPLIFIED =
  '${kept.map(([, to]) => to).join('')}';
`,
);
console.log(`${kept.length} characters`);
