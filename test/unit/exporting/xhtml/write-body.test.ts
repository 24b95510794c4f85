// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { writeBody } from '../../../../src/exporting/xhtml/write-body.ts';
import { sanitiseArticle } from '../../../../src/sanitising/sanitise-article.ts';

const kept = (address: string): string | null => (address.includes('gone') ? null : address);
const written = (html: string, forEpub = false): string =>
  writeBody(sanitiseArticle(html), { pictureSource: kept, forEpub }).replace(/\n/g, '');

test.each([
  ['a heading', '<h3>Head</h3>', '<h3>Head</h3>'],
  ['the deepest heading', '<h6>Head</h6>', '<h6>Head</h6>'],
  ['a break of the story', '<p>One</p><hr><p>Two</p>', '<p>One</p><hr/><p>Two</p>'],
  ['a quote', '<blockquote><p>One</p>Two</blockquote>', '<blockquote><p>One</p><p>Two</p></blockquote>'],
  ['what stands beside the story', '<aside>Words</aside>', '<aside><p>Words</p></aside>'],
  [
    'a listing and its language',
    '<pre><code class="language-js">if (a &lt; b)</code></pre>',
    '<pre><code class="language-js">if (a &lt; b)</code></pre>',
  ],
  ['a line break', '<p>One<br>Two<wbr>Three</p>', '<p>One<br/>Two<wbr/>Three</p>'],
  ['marks of words', '<p><em>a</em><sub>b</sub><kbd>c</kbd></p>', '<p><em>a</em><sub>b</sub><kbd>c</kbd></p>'],
  ['a reading', '<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp>字</ruby></p>', '<p><ruby>漢<rt>kan</rt></ruby>字</p>'],
  ['a reading of nothing', '<p><ruby><rt>kan</rt></ruby></p>', '<p><ruby> <rt>kan</rt></ruby></p>'],
  ['a picture that is not kept', '<p><img src="https://a.example/gone" alt=" A boat "></p>', '<p><i>[A boat]</i></p>'],
  ['one without words', '<p>a<img src="https://a.example/gone" alt=" "></p>', '<p>a</p>'],
])('%s stays what it is', (_what, html, expected) => {
  expect(written(html)).toBe(expected);
});

test('a heading of the first level is one below the title', () => {
  expect(written('<h1>Head</h1><h2>Next</h2>')).toBe('<h2>Head</h2><h2>Next</h2>');
});

test('language and direction of a passage are kept, also in a table cell', () => {
  expect(written('<p lang="he" dir="rtl">שלום</p>')).toBe('<p lang="he" xml:lang="he" dir="rtl">שלום</p>');
  expect(written('<div lang="he"><p>שלום</p></div>')).toBe('<div lang="he" xml:lang="he"><p>שלום</p></div>');
  expect(written('<p>a <span lang="he">שלום</span> <span>b</span></p>')).toBe(
    '<p>a <span lang="he" xml:lang="he">שלום</span> b</p>',
  );
  expect(written('<table><tr><td dir="rtl" lang="he">שלום</td></tr></table>')).toBe(
    '<table><tbody><tr><td lang="he" xml:lang="he" dir="rtl">שלום</td></tr></tbody></table>',
  );
});

test('footnotes are marked so that e-book readers show them in a pop-up', () => {
  const notes =
    '<p>Text<a href="#fn1" id="ref1" role="doc-noteref">1</a></p><section class="footnotes"><ol><li id="fn1">Note<a href="#ref1" role="doc-backlink">↩</a></li></ol></section>';
  expect(written(notes)).toBe(
    '<p>Text<a href="#n-in-fn1" role="doc-noteref" id="n-in-ref1">1</a></p><section role="doc-endnotes"><ol><li id="n-in-fn1"><p>Note<a href="#n-in-ref1" role="doc-backlink">↩</a></p></li></ol></section>',
  );
  expect(written(notes, true)).toBe(
    '<p>Text<a href="#n-in-fn1" epub:type="noteref" role="doc-noteref" id="n-in-ref1">1</a></p><section epub:type="footnotes" role="doc-endnotes"><ol><li id="n-in-fn1" epub:type="footnote"><p>Note<a href="#n-in-ref1" epub:type="backlink" role="doc-backlink">↩</a></p></li></ol></section>',
  );
});

test('a link to a row or a cell of a table leads there', () => {
  expect(
    written('<p><a href="#r">row</a> <a href="#c">cell</a></p><table><tr id="r"><td id="c">a</td></tr></table>'),
  ).toBe(
    '<p><a href="#n-in-r">row</a> <a href="#n-in-c">cell</a></p><table><tbody><tr id="n-in-r"><td id="n-in-c">a</td></tr></tbody></table>',
  );
});

test('a link whose target is missing can itself be a target', () => {
  expect(written('<p><a href="#gone" id="here">mark</a> and <a href="#here">back</a></p>')).toBe(
    '<p><a id="n-in-here">mark</a> and <a href="#n-in-here">back</a></p>',
  );
});

test.each([
  ['a formula', '<math><mfrac><mi>a</mi><mn>2</mn></mfrac></math>', '<mfrac><mi>a</mi><mn>2</mn></mfrac>'],
  [
    'rows',
    '<math><mtable><mtr><mtd><mi>a</mi></mtd></mtr></mtable></math>',
    '<mtable><mtr><mtd><mi>a</mi></mtd></mtr></mtable>',
  ],
  [
    'letters of their own kind',
    '<math><mi mathvariant="normal">d</mi><mspace></mspace></math>',
    '<mi mathvariant="normal">d</mi><mspace/>',
  ],
])('%s of a formula is written unchanged', (_what, html, inner) => {
  expect(written(`<p>${html}</p>`)).toBe(`<p><math xmlns="http://www.w3.org/1998/Math/MathML">${inner}</math></p>`);
});

test('a formula keeps its TeX source, and becomes it when the MathML is not valid', () => {
  expect(written('<p><math data-tex="x^2" display="block"><msup><mi>x</mi><mn>2</mn></msup></math></p>')).toBe(
    '<p><math xmlns="http://www.w3.org/1998/Math/MathML" display="block" alttext="x^2"><msup><mi>x</mi><mn>2</mn></msup></math></p>',
  );
  for (const inner of [
    '<msup><mi>x</mi></msup>',
    '<mrow>loose<mi>x</mi></mrow>',
    'loose<mi>x</mi>',
    '<mtable><mtd><mi>x</mi></mtd></mtable>',
    '<mrow><mfrac><mi>x</mi></mfrac></mrow>',
    '',
  ])
    expect(written(`<p>a<math data-tex="x &lt; 2">${inner}</math></p>`)).toBe('<p>a<code>x &lt; 2</code></p>');
  expect(written('<p>a<math><msup><mi>x</mi></msup></math></p>')).toBe('<p>a<code>x</code></p>');
});
