/**
 * `npm run bench:growth -- [--stages a,b] [--shapes a,b] [--size 1500]`: gives each stage of Recto a certain amount of
 * one thing, then twice and four times as much, in Chromium: everything that a stranger may write, or that grows over
 * the years. Prints by how much twice as much takes longer: 2 if time grows with the size, 4 if with its square. What
 * grows fastest comes first. See docs/reliability.md.
 */
import { type Growth, growthTable, lineOf } from './bench-growth/growth-table.ts';
import { measureExtraction } from './bench-growth/measure-extraction.ts';
import { isWanted, measureInBrowser } from './bench-growth/measure-in-browser.ts';
import { ensureBrowsers } from './ensure-browsers.ts';
import { ensureBuild } from './ensure-build.ts';
import { readArguments } from './read-arguments.ts';
import { wholeNumber } from './whole-number.ts';

const USAGE = `npm run bench:growth [-- options]
  --stages a,b   those whose names have one of these in them: extraction, highlights, search, …
  --shapes a,b   the same of what there is much of: pictures, rows, nested, …
  --size N       how much there is of it at first, 1500
`;
const OPTIONS = {
  stages: { type: 'string', default: '' },
  shapes: { type: 'string', default: '' },
  size: { type: 'string', default: '1500' },
} as const;
const what = readArguments(USAGE, { options: OPTIONS }, ({ values }) => ({
  stages: values.stages.split(',').filter((name) => name !== ''),
  shapes: values.shapes.split(',').filter((name) => name !== ''),
  size: wholeNumber('size', values.size, 1),
}));

ensureBrowsers(['chromium']);
const dist = await ensureBuild('chromium');
const all: Growth[] = [];
const note = (growth: Growth): void => {
  all.push(growth);
  process.stderr.write(`${lineOf(growth)}\n`);
};
if (isWanted('extraction', what.stages)) await measureExtraction(dist, what, note);
await measureInBrowser(what, note);
console.log(growthTable(all));
