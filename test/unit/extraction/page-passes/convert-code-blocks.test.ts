// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import type { PageContext } from '../../../../src/extraction/extraction-pass.ts';
import { convertCodeBlocks } from '../../../../src/extraction/page-passes/convert-code-blocks.ts';

function convert(html: string): HTMLElement {
  const clone = document.implementation.createHTMLDocument('');
  clone.body.innerHTML = html;
  convertCodeBlocks.run({ clone } as PageContext);
  return clone.body;
}

test('a file on GitHub becomes a code block without line numbers', () => {
  const number = (at: number) => `<div class="react-line-number react-code-text" data-line-number="${at}">${at}</div>`;
  const line = (at: number, code: string) =>
    `<div class="react-code-text react-code-line-contents"><div id="LC${at}" class="react-file-line">${code}</div></div>`;
  const body = convert(
    `<div class="react-code-file-contents"><div class="react-line-numbers">${number(1)}${number(2)}</div><div class="react-code-lines">${line(1, '<span class="pl-k">let</span> crew;')}${line(2, '  let boat;')}</div></div>`,
  );
  expect(body.querySelector('pre > code')?.textContent).toBe('let crew;\n  let boat;');
});

test('a number before the box of its line is no line of its own', () => {
  const line = (at: number, code: string) => `<div><span>${at}</span><div><div>${code}\n</div></div></div>`;
  const body = convert(
    `<pre data-lang="js"><div>${line(1, '<b>let</b> crew;')}${line(2, '')}${line(3, '  let boat;')}</div></pre>`,
  );
  expect(body.querySelector('pre > code')?.textContent).toBe('let crew;\n\n  let boat;');
});

test('a file name becomes the caption of the code, and a language does not', () => {
  const listing = (name: string) => `<figure><figcaption>${name}</figcaption><pre><code>let a;</code></pre></figure>`;
  const body = convert(['C++', 'C#', 'boats.cpp'].map(listing).join(''));
  expect([...body.querySelectorAll('figcaption')].map((caption) => caption.textContent)).toEqual(['boats.cpp']);
});

test('of hundreds of nested code blocks only the outermost is read', () => {
  const make = vi.spyOn(Document.prototype, 'createElement');
  const body = convert(`<div class="syntaxhighlighter">${'<div class="cm-content">let a;</div>\n'.repeat(200)}</div>`);
  const made = make.mock.calls.filter(([name]) => name === 'pre').length;
  vi.restoreAllMocks();
  expect(made).toBe(1);
  expect(body.querySelectorAll('pre').length).toBe(1);
});

test('the text of an article is not read for each of hundreds of code blocks', async () => {
  const clone = document.implementation.createHTMLDocument('');
  clone.body.innerHTML = `<article>${'<p>Words.</p><pre><code>let a;\nlet b;</code></pre>'.repeat(200)}</article><div><span>Python</span><button>Copy</button><pre><code>a = 1</code></pre></div>`;
  const { get } = Object.getOwnPropertyDescriptor(Node.prototype, 'textContent') ?? {};
  let asked = 0;
  vi.spyOn(Node.prototype, 'textContent', 'get').mockImplementation(function (this: Node) {
    if (this.nodeName === 'ARTICLE') asked += 1;
    return get?.call(this);
  });
  await convertCodeBlocks.run({ clone } as PageContext);
  vi.restoreAllMocks();
  expect(asked).toBeLessThan(10);
  expect(clone.querySelectorAll('article > pre > code').length).toBe(200);
  expect(clone.querySelector('code.language-python')?.textContent).toBe('a = 1');
});

test.each([
  ['<details class="code"><summary>Show the code</summary><div>CODE</div></details>', 'Show the code'],
  ['<section class="code-section"><h3>Usage</h3><div>CODE</div></section>', 'Usage'],
  ['<div class="example-code"><p>Prints four:</p><div>CODE</div></div>', 'Prints four:'],
  ['<div class="highlights">First boil it, and only then pour it in: <div>CODE</div></div>', 'First boil'],
])('text beside code in a box of its own is kept: %j', (html, says) => {
  const body = convert(html.replace('CODE', '<pre><code>let a;\nlet b;</code></pre>'));
  expect(body.querySelector('pre > code')?.textContent).toBe('let a;\nlet b;');
  expect(body.textContent).toContain(says);
});

test('the id of a code block is kept when its wrappers are removed', () => {
  const body = convert('<div><div id="second"><div><pre><code>let a;\nlet b;</code></pre></div></div></div>');
  expect(body.querySelector('#second pre')).not.toBeNull();
});

test('a poem and a paragraph in a box are not code, whatever the boxes are called', () => {
  const poem =
    '<div class="fragment"><div class="line">Some say ships</div><div class="line">I say <em>it</em></div></div>';
  const panel = '<div class="w3-panel w3-code"><p>A box of <a href="/prose">prose</a>.</p></div>';
  const body = convert(poem + panel);
  expect(body.querySelector('pre')).toBeNull();
  expect(body.querySelectorAll('em, p > a').length).toBe(2);
});
