// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { articleToMarkdown } from '../../../src/exporting/article-to-markdown.ts';
import { sanitiseArticle } from '../../../src/sanitising/sanitise-article.ts';
import { processorTime } from '../processor-time.ts';
import { asPage, HEAD, text, there, toMarkdown } from './read-markdown.ts';

test('an empty quotation is not written', () => {
  expect(toMarkdown('<p>a</p><blockquote> <blockquote><p></p></blockquote></blockquote><p>b</p>')).toBe('a\n\nb\n');
});

test('a cell is written completely, whatever stands beside its paragraphs', () => {
  const page = there(
    '<table><tr><td><b>Bold</b><p>first</p></td><td>loose<p>a</p><p>b</p></td><td><div><p>c</p> d</div></td></tr></table>',
  );
  expect([...page.querySelectorAll('td')].map(({ innerHTML }) => innerHTML)).toEqual([
    '<strong>Bold</strong><br>first',
    'loose<br>a<br>b',
    'c<br>d',
  ]);
});

test('words on two lines of a heading or a caption do not run together', () => {
  expect(text(there('<h2>One<br>Two</h2>').querySelector('h2'))).toBe('One Two');
  expect(text(there('<figure><p>x</p><figcaption><p>Caption.</p><p>Credit</p></figcaption></figure>'))).toBe(
    'x Caption. Credit',
  );
  expect(text(there('<details><summary><h3>Head</h3><p>line</p></summary>in</details>'))).toBe('Head line in');
});

test('a line break with nothing before it is not written', () => {
  expect(toMarkdown('<p><br>Text<br><br>more<br></p>')).toBe('Text\\\nmore\n');
});

test('lines of code stay lines, however the page breaks them', () => {
  expect(there('<pre><code>a<br>b</code></pre>').querySelector('code')?.textContent).toBe('a\nb\n');
  expect(there('<pre><div>a</div><div>b</div></pre>').querySelector('code')?.textContent).toBe('a\nb\n');
  expect(
    there('<table><tr><td colspan="2"><pre dir="ltr">a<br>b</pre></td></tr></table>').querySelector('pre')?.textContent,
  ).toBe('a\nb');
});

test('a picture that is a file beside the note is shown from there, of any size and in any table', () => {
  const chart = `data:image/svg+xml,${'x'.repeat(120_000)}`;
  const options = { pictureAddress: () => 'attachments/1.png' };
  expect(toMarkdown(`<p><img src="${chart}" alt="Chart"></p>`, options)).toBe('![Chart](attachments/1.png)\n');
  expect(toMarkdown(`<p><img src="${chart}" alt="Chart"></p>`)).toBe('Chart\n');
  const table = toMarkdown('<table><tr><td colspan="2"><img src="https://a.example/b.png"></td></tr></table>', options);
  expect(table).toContain('<img src="attachments/1.png">');
});

test('footnotes without ids stay in their place', () => {
  expect(toMarkdown('<p>Text</p><div class="footnotes"><p>1. A note</p></div>')).toBe('Text\n\n1\\. A note\n');
});

test('tags keep combining vowel signs, and titles have no control characters', () => {
  const [, yaml = ''] = articleToMarkdown(
    { ...HEAD, title: 'It\u0092s a\u007f title', tags: ['हिन्दी', 'ภาษาไทย'] },
    sanitiseArticle('<p>Text.</p>'),
  ).split('---\n');
  expect(yaml).toContain('title: "It s a title"');
  expect(yaml).toContain('  - "हिन्दी"\n  - "ภาษาไทย"');
});

test('a heading with a lone surrogate does not prevent the export', () => {
  expect(toMarkdown('<h2 id="a">Half \ud83d</h2><p><a href="#a">there</a></p>')).toContain('[there](#Half%20');
});

test.each([
  ['an emphasis', (blanks: string) => `<p><em>a${blanks}b</em></p>`],
  ['a table that stays HTML', (blanks: string) => `<table><tr><td colspan="2">a${blanks}b</td></tr></table>`],
])('150,000 blanks within %s are written at once', (_what, make) => {
  const box = document.createElement('div');
  box.innerHTML = make('\u3000'.repeat(150_000));
  const start = processorTime();
  expect(articleToMarkdown(HEAD, box)).toMatch(/a\u3000+b/);
  expect(processorTime() - start).toBeLessThan(5_000);
});

test.each([
  'Ask at https://people.example.edu/~bob/ (or http://a.example/?a=1&copy=2&b=*c*d_) and https://a.example/_x_.',
  '见 https://a.example/~bob/_海。还有 https://a.example/b。',
  'One: https://a.example/a_(b)_c, https://a.example/[x]=1~2~!',
])('an address in the text is no other where a reader links it: %s', (words) => {
  const page = there(`<h2>${words.replaceAll('&', '&amp;')}</h2>`);
  expect(text(page)).toBe(words);
  for (const link of page.querySelectorAll('a')) expect(link.getAttribute('href')).not.toContain('%5C');
  expect(page.querySelector('em, del')).toBeNull();
});

test('an address in Chinese text ends at its last character, without the text up to the next space', () => {
  const words = '见C:\\https://a.example/b。还有10~20（https://a.example/~c）和*注*';
  const page = there(`<p>${words}<a href="https://b.example/">这里</a></p>`);
  expect(text(page)).toBe(`${words}这里`);
  expect([...page.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual([
    'https://a.example/b',
    'https://a.example/~c',
    'https://b.example/',
  ]);
});

test('adjacent pieces of code are joined', () => {
  expect(toMarkdown('<p><code>a</code><code>b</code> <code>c</code></p>')).toBe('`ab` `c`\n');
});

test('an address within a link or a table is not changed', () => {
  const html =
    '<p><a href="https://b.example/">at https://a.example/~bob_x_</a></p><table><tr><th>https://a.example/~b|c_</th></tr></table>';
  const page = there(html);
  expect(text(page.querySelector('p'))).toBe('at https://a.example/~bob_x_');
  expect(page.querySelectorAll('p a')).toHaveLength(1);
  expect(text(page.querySelector('th'))).toBe('https://a.example/~b|c_');
});

test('in a gallery each caption stands below its picture, and the title of a listing above it', () => {
  const picture = (name: string, caption: string) =>
    `<figure><img src="https://a.example/${name}.jpg" alt=""><figcaption>${caption}</figcaption></figure>`;
  expect(toMarkdown(`<figure>${picture('1', 'One')}${picture('2', 'Two')}<figcaption>Both</figcaption></figure>`)).toBe(
    '![](https://a.example/1.jpg)\n\n*One*\n\n![](https://a.example/2.jpg)\n\n*Two*\n\n*Both*\n',
  );
  expect(toMarkdown('<figure><figcaption>a.js</figcaption><pre>x</pre></figure>')).toBe('*a.js*\n\n```\nx\n```\n');
});

test('a link around white space is not written', () => {
  expect(toMarkdown('<p><a href="https://a.example/"> \n</a>Words</p>')).toBe('Words\n');
});

test('a link that is nothing but its address has no angle brackets in its text', () => {
  const page = there('<p>See <a href="https://a.example/b_c">https://a.example/b_c</a>.</p>');
  expect(text(page)).toBe('See https://a.example/b_c.');
  expect(page.querySelector('a')?.getAttribute('href')).toBe('https://a.example/b_c');
});

test('italics in a caption and bold in a term are not nested', () => {
  const caption = 'A <i>ship</i>, <a href="https://a.example/"><em>by Ann</em></a>';
  expect(toMarkdown(`<figure><p>x</p><figcaption>${caption}</figcaption></figure>`)).toBe(
    'x\n\n*A ship, [by Ann](https://a.example/)*\n',
  );
  expect(toMarkdown(`<table><caption>${caption}</caption><tr><th>a</th></tr></table>`)).toMatch(/^\*A ship, \[by/);
  expect(toMarkdown('<dl><dt><b>Term</b> of <strong>two</strong></dt></dl>')).toBe('**Term of two**\n');
});

test('words on two lines within an emphasis do not run together, and do not end their heading, cell or code', () => {
  const words = '<b>one<br>two</b>';
  expect(toMarkdown(`<h2>${words}</h2>`)).toBe('## **one two**\n');
  expect(toMarkdown(`<table><tr><th>${words}</th></tr></table>`)).toContain('| **one<br>two** |');
  expect(toMarkdown('<p><code>one<br>two</code></p>')).toBe('`one two`\n');
});

test('a no-break space in code is kept', () => {
  expect(toMarkdown('<p><code>~/Google&nbsp;Drive</code></p>')).toBe('`~/Google\u00a0Drive`\n');
});

test('a link around blocks is put around each of their texts and pictures', () => {
  const html = '<a href="https://a.example/"><div><img src="https://a.example/1.jpg" alt="One"></div></a>';
  expect(toMarkdown(`<figure>${html}</figure>`)).toBe('[![One](https://a.example/1.jpg)](https://a.example/)\n');
  expect(toMarkdown('<a href="https://a.example/"><h3>Title</h3><ul><li>words</li></ul></a>')).toBe(
    '### [Title](https://a.example/)\n\n- [words](https://a.example/)\n',
  );
});

test('a link around a table is put around each of its cells without a link', () => {
  const cells = '<tr><th>a</th><th></th></tr><tr><td>b <a href="https://b.example/">c</a></td><td><b>d</b></td></tr>';
  expect(toMarkdown(`<a href="https://a.example/"><table>${cells}</table></a>`)).toBe(
    '| [a](https://a.example/) | |\n| - | - |\n| b [c](https://b.example/) | [**d**](https://a.example/) |\n',
  );
});

test('a heading in a summary or a term stays a heading', () => {
  expect(toMarkdown('<details><summary><h2>Head</h2></summary><p>in</p></details>')).toBe('## Head\n\nin\n');
  expect(toMarkdown('<dl><dt><h3>Question</h3></dt><dd>Answer</dd></dl>')).toBe('### Question\n\nAnswer\n');
});

test('MathML without a source stays MathML on a line of its own and in a cell', () => {
  const inner = '<mfrac><mi>a</mi><mi>b</mi></mfrac><mo>|</mo>';
  expect(there(`<math display="block">${inner}</math>`).querySelector('mfrac > mi')?.textContent).toBe('a');
  const cells = there(`<table><tr><th>h</th></tr><tr><td><math>${inner}</math></td></tr></table>`);
  expect(cells.querySelector('td math mo')?.textContent).toBe('|');
});

test('Markdown characters in MathML without a source are escaped', () => {
  const words = '[a](b) `_x_` $1$ ~~y~~';
  const inner = `<mi>A</mi><mo>\\</mo><mi>a</mi><mo>*</mo><mi>b</mi><mo>*</mo><mtext>${words}</mtext>`;
  for (const math of [`<p>x<math>${inner}</math></p>`, `<math display="block">${inner}</math>`])
    expect(there(math).querySelector('math')?.innerHTML).toBe(inner);
  expect(toMarkdown('<p><math><mo>==</mo><mi>%%</mi></math></p>')).toContain('<mo>=&#61;</mo><mi>%&#37;</mi>');
});

test('a footnote without a mark in the Markdown becomes text, and its mark in an HTML table becomes its number', () => {
  const mark = (id: string) => `<sup><a href="#${id}" role="doc-noteref">9</a></sup>`;
  const markdown = toMarkdown(
    `<table><tr><td colspan="2">cell${mark('b')} <a href="#gone">there</a></td></tr></table><p>Text${mark('a')}</p>
     <section class="footnotes"><ol><li id="a">One</li><li id="b"><p>Two</p><p>more</p></li></ol></section>`,
  );
  expect(markdown).toContain('cell<sup>[2]</sup> there');
  expect(markdown).toContain('\n\nText[^1]\n\n\\[2] Two\n\nmore\n\n[^1]: One\n');
  expect(text(asPage(markdown))).toContain('[2] Two more');
});

test('a footnote mark within code stays a mark', () => {
  const mark = '<sup><a href="#a" role="doc-noteref">1</a></sup>';
  expect(
    toMarkdown(`<p><code>f()${mark}</code></p><section class="footnotes"><ol><li id="a">One</li></ol></section>`),
  ).toBe('`f()`[^1]\n\n[^1]: One\n');
});

test('a link in code stays a link, and white space alone is not code', () => {
  expect(toMarkdown('<p><code>use <a href="https://a.example/">spawn</a>;</code><code> </code>now</p>')).toBe(
    '`use `[`spawn`](https://a.example/)`;` now\n',
  );
  expect(toMarkdown('<p><code>a<br><b>b</b> <a href="#gone">c</a></code></p>')).toBe('`a` `b` `c`\n');
});

test('an address without a scheme shows no backslash when a Markdown reader links it', () => {
  const words = 'See (www.*.com), www.a.example/_x_ and _www.b.example/a_b.';
  expect(text(there(`<p>${words}</p>`))).toBe(words);
});

test('an address without a scheme does not include the delimiters of bold text or other markup after it', () => {
  const page = there('<p><b>www.a.example</b><br>www.b.example<i>*</i> <i>www.c.example</i><a href="#x">.</a></p>');
  expect(text(page)).toBe('www.a.example www.b.example* www.c.example.');
  expect([...page.querySelectorAll('strong, em')].map(text)).toEqual(['www.a.example', '*', 'www.c.example']);
  // Nothing follows these but the end of the line.
  expect(toMarkdown('<h2>At www.a.example</h2><p>Or www.b.example</p>')).toBe(
    '## At www.a.example\n\nOr www.b.example\n',
  );
});

test('code in a cell keeps the backslash before its bar', () => {
  const page = there(
    '<table><tr><th>Pattern</th></tr><tr><td><a href="https://a.example/"><code>a\\|*b*</code></a> or <code>c|d</code></td></tr></table>',
  );
  expect([...page.querySelectorAll('td code')].map(({ textContent }) => textContent)).toEqual(['a\\|*b*', 'c|d']);
  expect(page.querySelectorAll('tr')[1]?.children).toHaveLength(1);
});

test('the foot of a table stands below it, wherever the page has it', () => {
  const table =
    '<table><thead><tr><th>n</th></tr></thead><tfoot><tr><td>sum</td></tr></tfoot><tbody><tr><td>1</td></tr></tbody></table>';
  expect(toMarkdown(table)).toBe('| n |\n| - |\n| 1 |\n| sum |\n');
});
