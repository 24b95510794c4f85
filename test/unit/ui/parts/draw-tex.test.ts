import { expect, test } from 'vitest';
import { drawTex } from '../../../../src/ui/parts/draw-tex.ts';

test('TeX becomes MathML, in the line or on a line of its own', () => {
  expect(drawTex('\\frac{1}{2}', false)).toContain('<mfrac><mn>1</mn><mn>2</mn></mfrac>');
  expect(drawTex('x', true)).toContain('display="block"');
});

test('no inline styles, which a page with a policy against them reports as errors; a text that names one stays', () => {
  const matrix = drawTex('\\begin{pmatrix}a&b\\\\c&d\\end{pmatrix}', true);
  expect(matrix).toContain('<mtd><mi>a</mi></mtd>');
  expect(matrix).not.toContain('style');
  expect(drawTex('\\text{ style="x"}', false)).toContain('style=&quot;x&quot;');
});

test('invalid or excessive TeX is shown as its source', () => {
  expect(drawTex('\\frac{1}{', false)).toBeNull();
  expect(drawTex('\\def\\a{\\a\\a}\\a', false)).toBeNull();
  expect(drawTex('x'.repeat(30_000), false)).toBeNull();
});
