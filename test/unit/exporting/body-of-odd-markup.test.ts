// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { writeBody } from '../../../src/exporting/xhtml/write-body.ts';
import { sanitiseArticle } from '../../../src/sanitising/sanitise-article.ts';
import { processorTime } from '../processor-time.ts';

const written = (html: string): string =>
  writeBody(sanitiseArticle(html), { pictureSource: (address) => address }).replace(/\n/g, '');

test('a link around blocks stays a link', () => {
  expect(
    written('<figure><a href="https://a.example/"><div><img src="https://a.example/1.jpg" alt=""></div></a></figure>'),
  ).toBe('<figure><a href="https://a.example/"><p><img src="https://a.example/1.jpg" alt=""/></p></a></figure>');
  expect(written('<a href="https://a.example/"><h3>Title</h3><p>words</p></a>')).toBe(
    '<a href="https://a.example/"><h3>Title</h3><p>words</p></a>',
  );
});

test('links and bold text around a block stay so, without the line breaks of the block', () => {
  expect(written('<h2><a href="https://a.example/"><div>Title</div></a></h2>')).toBe(
    '<h2><a href="https://a.example/">Title</a></h2>',
  );
  expect(written('<dl><dt><b><p>Term</p></b></dt><dd>Meaning</dd></dl>')).toBe(
    '<dl><dt><b>Term</b></dt><dd><p>Meaning</p></dd></dl>',
  );
  expect(written('<details><summary>a<em><p>b</p> <p>c</p> </em>d</summary>e</details>')).toBe(
    '<p><strong>a<br/><em>b<br/>c</em><br/>d</strong></p><p>e</p>',
  );
  expect(written('<table><caption><b><p> </p></b>words</caption><tr><td>a</td></tr></table>')).toContain(
    '<caption>words</caption>',
  );
});

test('an anchor without an address keeps its id, and so does a link around another link', () => {
  const link = '<p><a href="#s1">go</a></p>';
  expect(written(`${link}<a id="s1"><h3>Title</h3></a>`)).toBe(
    '<p><a href="#n-in-s1">go</a></p><div id="n-in-s1"><h3>Title</h3></div>',
  );
  expect(written(`${link}<p><a id="s1">Words</a> more</p>`)).toBe(
    '<p><a href="#n-in-s1">go</a></p><p><span id="n-in-s1">Words</span> more</p>',
  );
  const table = '<table><tr><td><a href="https://b.example/">x</a></td></tr></table>';
  expect(written(`${link}<a id="s1" href="https://a.example/">${table}</a>`)).toContain('<div id="n-in-s1"><table>');
});

test('200,000 spaces in a paragraph are written quickly', () => {
  const box = document.createElement('div');
  box.innerHTML = `<p>a${' '.repeat(200_000)}b</p>`;
  const start = processorTime();
  expect(writeBody(box, { pictureSource: () => null })).toMatch(/^<p>a +b<\/p>$/m);
  expect(processorTime() - start).toBeLessThan(5_000);
});

test('a heading with boxes in it stays a heading, unless it was never closed', () => {
  expect(written('<h2><div>One</div><p>Two</p></h2>')).toBe('<h2>One<br/>Two</h2>');
  expect(written('<h3>Title<ul><li>item</li></ul></h3>')).toBe('<p>Title</p><ul><li><p>item</p></li></ul>');
  expect(written('<details><summary><h3>Head</h3></summary>in</details>')).toBe('<h3>Head</h3><p>in</p>');
  expect(written('<dl><dt><h3>Question</h3></dt><dd>Answer</dd></dl>')).toBe('<h3>Question</h3><p>Answer</p>');
});

test('blocks where only running text is allowed become lines', () => {
  expect(written('<dl><dt><p>a</p><p>b</p></dt><dd>c</dd></dl>')).toBe('<dl><dt>a<br/>b</dt><dd><p>c</p></dd></dl>');
  expect(written('<details><summary><p>a</p> <span><p>b</p></span></summary>c</details>')).toBe(
    '<p><strong>a<br/>b</strong></p><p>c</p>',
  );
  expect(
    written('<table><caption><p>a</p><p>b</p></caption><tr><td>one<li>two</li><li>three</li></td></tr></table>'),
  ).toBe('<table><caption>a<br/>b</caption><tbody><tr><td>one<br/>two<br/>three</td></tr></tbody></table>');
});

test('content between list items joins the item before it, and content before them precedes the list', () => {
  expect(written('<ol><li>One</li><ol><li>Below</li></ol><b>and</b> more<li>Two</li></ol>')).toBe(
    '<ol><li><p>One</p><ol><li><p>Below</p></li></ol><p><b>and</b> more</p></li><li><p>Two</p></li></ol>',
  );
  expect(written('<ul>Loose <b>words</b><li>One</li></ul>')).toBe(
    '<p>Loose <b>words</b></p><ul><li><p>One</p></li></ul>',
  );
  expect(written('<ol>Loose<li>One</li></ol>')).toBe('<p>Loose</p><ol><li><p>One</p></li></ol>');
});

test('text before the first item of a numbered list is not numbered', () => {
  expect(written('<ol>Take these: <li>One</li><li>Two</li></ol>')).toBe(
    '<p>Take these:</p><ol><li><p>One</p></li><li><p>Two</p></li></ol>',
  );
  expect(written('<ol><ol><li>One</li></ol></ol>')).toBe('<ol><li><p>One</p></li></ol>');
});

test('items have the numbers of the page', () => {
  expect(written('<ol type="a" reversed start="4"><li value="9">nine</li></ol>')).toBe(
    '<ol start="4" reversed="reversed" type="a"><li value="9"><p>nine</p></li></ol>',
  );
  expect(written('<ul><li value="9">nine</li></ul>')).toBe('<ul><li><p>nine</p></li></ul>');
});

test('a caption within a caption is written once', () => {
  expect(written('<figure><p>x</p><figcaption><figcaption>Credit</figcaption></figcaption></figure>')).toBe(
    '<figure><p>x</p><figcaption><p>Credit</p></figcaption></figure>',
  );
});

test('a link to an element that is not written loses its address', () => {
  const html =
    '<p><a href="#p">picture</a> <a href="#q">words</a></p><figure id="p"></figure><p id="q">id="n-in-p"</p>';
  expect(written(html)).toBe(
    '<p><a>picture</a> <a href="#n-in-q">words</a></p><p id="n-in-q">id=&quot;n-in-p&quot;</p>',
  );
});

test('the foot of a table is written last, wherever the page has it', () => {
  const foot = '<tfoot><tr><td>sum</td></tr></tfoot>';
  expect(written(`<table><tr><th>n</th></tr>${foot}<tr><td><table><tr><td>1</td></tr></table></td></tr></table>`)).toBe(
    '<table><tbody><tr><th>n</th></tr><tr><td><table><tbody><tr><td>1</td></tr></tbody></table></td></tr><tr><td>sum</td></tr></tbody></table>',
  );
});
