import { expect, test } from 'vitest';
import { closeStyleSheets } from '../../../scripts/build/close-style-sheets.ts';
import { minifyScript } from '../../../scripts/build/minify-script.ts';
import { run } from './run.ts';

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

test('what the faces of a sheet share is written once, and the sheet that is used is the same', () => {
  const faces = (count: number) =>
    '@font-face{font-family:Recto A;src:local(B),local(C D);unicode-range:U+00B7,U+2014-201D,U+2025-2026}'.repeat(
      count,
    );
  const scriptOf = (sheet: string) =>
    `(function(){globalThis.result=[${JSON.stringify(sheet)}.length,${JSON.stringify(sheet)}]})();`;
  const finish = (sheet: string) => minifyScript(closeStyleSheets(scriptOf(sheet)));
  expect(run(finish(faces(8)))).toEqual(run(scriptOf(faces(8))));
  for (const once of [/U\+2014/g, /,local/g, /@font-face/g]) expect(finish(faces(8)).match(once)).toHaveLength(2);
  // Few of them, and a sheet that has the signs themselves, stay.
  for (const sheet of [faces(7), `${faces(8)}.a~.b{}.c|d{}[e^=f]{}`])
    expect(closeStyleSheets(scriptOf(sheet))).toBe(scriptOf(sheet));
});
