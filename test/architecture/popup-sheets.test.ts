import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const SRC = join(import.meta.dirname, '../../src');
/** Width of the popup in px, as `popup.css` sets it, and the least that Chromium lays it out in while it asks how wide it should be. */
const POPUP = 520;
const LEAST = 25;

/** The sheets that a module of the popup imports, as paths. */
function sheetsOf(module: string): string[] {
  const file = join(SRC, module);
  const imports = readFileSync(file, 'utf8').matchAll(/^import '(\..*\.css)';$/gm);
  return [...imports].map(([, path]) => join(dirname(file), path as string));
}

/** Whether a list of media features about the width holds in a window that is so wide. */
function holds(prelude: string, width: number): boolean {
  const most = [...prelude.matchAll(/max-width: (\d+)px|width <= (\d+)px/g)].map(([, a, b]) => Number(a ?? b));
  const least = [...prelude.matchAll(/min-width: (\d+)px|(\d+)px <= width/g)].map(([, a, b]) => Number(a ?? b));
  return most.every((limit) => width <= limit) && least.every((limit) => width >= limit);
}

test('no media query of the popup changes its answer while Chromium measures the popup', () => {
  const sheets = ['popup/popup.tsx', 'popup/list-panel.tsx', 'ui/styles/article-styles.ts'].flatMap(sheetsOf);
  expect(sheets.length).toBeGreaterThan(15);
  const preludes = sheets.flatMap((sheet) => readFileSync(sheet, 'utf8').match(/@media [^{]*width[^{]*(?= \{)/g) ?? []);
  expect(preludes.length).toBeGreaterThan(3);
  expect(preludes.filter((prelude) => holds(prelude, POPUP) !== holds(prelude, LEAST))).toEqual([]);
});
