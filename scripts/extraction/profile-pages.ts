import type { Protocol } from 'puppeteer-core';
import { numberOf } from '../number-of.ts';
import { buildContentScript } from './build-content-script.ts';
import type { CorpusPage } from './corpus.ts';
import { PageReader } from './page-reader.ts';
import { readPageSource } from './page-source.ts';

/** Path of the unminified bundle in the extension under measurement: the shipped one has no names to tell. */
const PROFILED_SCRIPT = '/profiled.js';

/** How many rows of each table are printed. */
const ROWS = 90;

interface Totals {
  /** Milliseconds by module, with everything it called; a module is counted once for each moment. */
  modules: Map<string, number>;
  /** Milliseconds by function, with everything it called. */
  inclusive: Map<string, number>;
  /** Milliseconds by function, without what it called; a method of the browser counts by itself, with its caller. */
  functions: Map<string, number>;
  total: number;
}

/**
 * Reads each page once in Chromium under its profiler, as a person's first reading would be (nothing compiled yet), and
 * says where the time went: by module, with what it called, and by function alone. Returns the text to print.
 */
export async function profilePages(dist: string, pages: readonly CorpusPage[]): Promise<string> {
  const { code } = await buildContentScript('src/content/extract.iife.ts', { minify: false });
  const reader = new PageReader(dist, { [PROFILED_SCRIPT]: code });
  const moduleAt = modulesByLine(code);
  const totals: Totals = { modules: new Map(), inclusive: new Map(), functions: new Map(), total: 0 };
  for (const page of pages) {
    const source = await readPageSource(page.file);
    const profile = await reader.read(page.url, source, (tab) =>
      tab.profile(() => tab.call([PROFILED_SCRIPT], 'rectoExtract', { now: source.modified })),
    );
    addProfile(totals, profile, moduleAt);
  }
  await reader.close();
  const table = (rows: Map<string, number>): string => layOut(rows, totals.total);
  return [
    `${numberOf(pages.length, 'page')}, ${totals.total.toFixed(0)} ms in the script`,
    `\nby module, with what it calls\n${table(totals.modules)}`,
    `\nby function, with what it calls\n${table(totals.inclusive)}`,
    `\nby function, alone\n${table(totals.functions)}`,
  ].join('\n');
}

type ModuleAt = (line: number) => string | null;

/** The bundler writes the path of each module in a comment before it. */
function modulesByLine(code: string): ModuleAt {
  let module: string | null = null;
  const modules = code.split('\n').map((line) => {
    module = /^\s*\/\/ (?:#region )?(\S+\.[jt]s)$/.exec(line)?.[1]?.replace(/^src\/|^.*node_modules\//, '') ?? module;
    return module;
  });
  return (line) => modules[line] ?? null;
}

function addProfile(
  totals: Totals,
  { nodes, samples = [], timeDeltas = [] }: Protocol.Profiler.Profile,
  moduleAt: ModuleAt,
): void {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  const own = ({ callFrame }: Protocol.Profiler.ProfileNode): boolean => callFrame.url.endsWith(PROFILED_SCRIPT);
  const stackOf = (id: number): Protocol.Profiler.ProfileNode[] => {
    const stack = [];
    for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) stack.push(byId.get(at));
    return stack.filter((node) => node !== undefined);
  };
  samples.forEach((sample, index) => {
    const ms = (timeDeltas[index + 1] ?? 0) / 1000;
    const stack = stackOf(sample);
    const caller = stack.find(own);
    if (caller === undefined) return;
    totals.total += ms;
    const modules = new Set(stack.filter(own).map(({ callFrame }) => moduleAt(callFrame.lineNumber) ?? '(bundle)'));
    for (const module of modules) add(totals.modules, module, ms);
    const called = new Set(stack.filter(own).map((node) => placeOf(node, moduleAt)));
    for (const name of called) add(totals.inclusive, name, ms);
    const where = placeOf(caller, moduleAt);
    add(totals.functions, stack[0] === caller || stack[0] === undefined ? where : `${nameOf(stack[0])} < ${where}`, ms);
  });
}

const placeOf = (node: Protocol.Profiler.ProfileNode, moduleAt: ModuleAt): string =>
  `${nameOf(node)} in ${moduleAt(node.callFrame.lineNumber) ?? '(bundle)'}`;

const nameOf = ({ callFrame }: Protocol.Profiler.ProfileNode): string => callFrame.functionName || '(anonymous)';

function add(map: Map<string, number>, key: string, value: number): void {
  map.set(key, (map.get(key) ?? 0) + value);
}

function layOut(rows: Map<string, number>, total: number): string {
  return [...rows]
    .sort((a, b) => b[1] - a[1])
    .slice(0, ROWS)
    .map(([name, ms]) => `${ms.toFixed(1).padStart(8)} ms ${((100 * ms) / total).toFixed(1).padStart(5)} %  ${name}`)
    .join('\n');
}
