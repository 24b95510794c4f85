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

const COMPARED: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

/** Whether a list of media features about the width holds in a window that is so wide. */
function holds(prelude: string, width: number): boolean {
  const asked = prelude.replace(/min-width: /g, 'width >= ').replace(/max-width: /g, 'width <= ');
  const least = [...asked.matchAll(/(\d+)px ([<>]=?) width/g)].map(([, limit, sign]) =>
    COMPARED[String(sign)]?.(Number(limit), width),
  );
  const most = [...asked.matchAll(/width ([<>]=?) (\d+)px/g)].map(([, sign, limit]) =>
    COMPARED[String(sign)]?.(width, Number(limit)),
  );
  if (least.length + most.length === 0) throw new Error(`what does "${prelude}" ask?`);
  return [...least, ...most].every(Boolean);
}

test('no media query of the popup changes its answer while Chromium measures the popup', () => {
  const sheets = ['popup/popup.tsx', 'popup/list-panel.tsx', 'ui/styles/article-styles.ts'].flatMap(sheetsOf);
  expect(sheets.length).toBeGreaterThan(15);
  const preludes = sheets.flatMap(
    (sheet) => readFileSync(sheet, 'utf8').match(/@media [^{]*(?<!-device-)width[^{]*(?= \{)/g) ?? [],
  );
  expect(preludes.length).toBeGreaterThan(3);
  expect(preludes.filter((prelude) => holds(prelude, POPUP) !== holds(prelude, LEAST))).toEqual([]);
});
