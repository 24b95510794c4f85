import { expect, test } from 'vitest';
import { closeStyleSheets } from '../../../scripts/build/close-style-sheets.ts';

test('lists of typefaces and colours lose needless spaces and quotation marks, and other strings keep them', () => {
  const script = `const sheet = '.a{--sans:"Avenir, Next", "Segoe UI", "Source Serif 4", serif;--word:"None"}.b{--c:color-mix(in oklab, var(--ink) 20%, #fff)}';
    const sentence = 'Use --sans: "this", that'; const css = \`\${x}.c{--d:1px, 2px}\`;`;
  expect(closeStyleSheets(script)).toBe(
    `const sheet = '.a{--sans:"Avenir, Next",Segoe UI,"Source Serif 4",serif;--word:"None"}.b{--c:color-mix(in oklab,var(--ink) 20%,#fff)}';
    const sentence = 'Use --sans: "this", that'; const css = \`\${x}.c{--d:1px,2px}\`;`,
  );
});
