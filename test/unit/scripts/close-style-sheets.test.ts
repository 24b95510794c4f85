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

test('rules inside others lose the & that stands before a space, and keep one that stands before a class or a sign', () => {
  const script =
    "const sheet = '.a{color:red;& p,& .b>:first-child{margin:0}&:hover{top:0}& &{top:1px}@media print{& img{top:0}}}', line = 'salt& pepper';";
  expect(closeStyleSheets(script)).toBe(
    "const sheet = '.a{color:red;p,.b>:first-child{margin:0}&:hover{top:0}& &{top:1px}@media print{img{top:0}}}', line = 'salt& pepper';",
  );
});

test('values with variables lose the spaces that a minifier keeps in them, and neither strings nor selectors change', () => {
  const script =
    'const sheet = \'.a *:hover .b{inline-size:calc(var(--a) * var(--b,1) - 2px);content:"1, 2 * 3";font:700 22px / 1.3 var(--c,A, serif)}\';';
  expect(closeStyleSheets(script)).toBe(
    'const sheet = \'.a *:hover .b{inline-size:calc(var(--a)*var(--b,1) - 2px);content:"1, 2 * 3";font:700 22px/1.3 var(--c,A,serif)}\';',
  );
});
