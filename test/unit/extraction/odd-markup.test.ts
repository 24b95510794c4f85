// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { extractArticle } from '../../../src/extraction/extract-article.ts';
import { processorTime } from '../processor-time.ts';

const STORY = 'The harbour was quiet, the boats were in, and nobody on the quay spoke of what had happened. '.repeat(3);
const PARAGRAPHS = `<p>${STORY}</p>`.repeat(4);

async function read(middle: string, head = ''): Promise<HTMLElement> {
  const html = `<!doctype html><title>A quiet harbour</title>${head}<body><main><h1>A quiet harbour</h1>${PARAGRAPHS}${middle}${PARAGRAPHS}</main></body>`;
  const page = new DOMParser().parseFromString(html, 'text/html');
  const article = await extractArticle(page, { url: 'https://example.org/news/a-quiet-harbour' });
  return new DOMParser().parseFromString(article.html, 'text/html').body;
}

test('words in a heading are kept whatever their class, and permalinks and icons are dropped', async () => {
  const body = await read(
    `<h2>The <span class="edition">third edition</span> of <span class="anchored">a log</span> <a class="anchor" href="#log">Link to this heading</a><i class="icon" aria-hidden="true">expand_more</i></h2>`,
  );
  expect(body.querySelector('h2')?.textContent?.trim()).toBe('The third edition of a log');
});

test('a label beside code that could be split into language names in many ways is read quickly', async () => {
  const label = `${'csscss'.repeat(60)}!`;
  const body = await read(`<div><span>${label}</span><pre><code>let boats = 3;\nlet crew = 9;</code></pre></div>`);
  expect(body.querySelector('pre')?.textContent).toContain('let boats = 3;');
});

test("code of 150,000 lines is kept, without the indent from the page's source", async () => {
  const lines = Array.from({ length: 150_000 }, (_, number) => `  a${number}();`);
  const body = await read(`<pre><code>${lines.join('\n')}</code></pre>`);
  const code = body.querySelector('pre')?.textContent?.split('\n') ?? [];
  expect(code.length).toBe(150_000);
  expect(code[0]).toBe('a0();');
});

test.each(['', '<br>', '<code> </code>'])('an empty listing (%j) is dropped', async (nothing) => {
  const body = await read(`<div class="embed"><pre>${nothing}</pre></div><pre>1</pre>`);
  expect([...body.querySelectorAll('pre')].map((pre) => pre.textContent)).toEqual(['1']);
});

test('line breaks within a formula become part of it, and those after a lone delimiter stay', async () => {
  const head = '<script src="https://cdn.example/mathjax/tex-mml-chtml.js"></script>';
  const body = await read('<p>$$a<br>+ b$$</p><p>A meal is $$ here<br>and $ there<br>as of old.</p>', head);
  expect(body.querySelector('math')?.getAttribute('data-tex')).toBe('a\n+ b');
  const meal = [...body.querySelectorAll('p')].find((p) => p.textContent?.includes('A meal'));
  expect(meal?.querySelectorAll('br').length).toBe(2);
});

test('squares and cubes are not taken for footnote marks in a text whose marks are links', async () => {
  const mark = (number: number) => `<sup><a href="#fn${number}" id="r${number}">${number}</a></sup>`;
  const note = (number: number) => `<li id="fn${number}"><p>Box ${number}. <a href="#r${number}">↩</a></p></li>`;
  const body = await read(
    `<p>Of x<sup>2</sup> and 10<sup>3</sup> the log${mark(1)} says${mark(2)} nothing${mark(3)}.</p><h2>Notes</h2><ol>${[1, 2, 3].map(note).join('')}</ol>`,
  );
  const said = [...body.querySelectorAll('p')].find((p) => p.textContent?.includes('the log'));
  expect(said?.textContent?.replace(/\s+/g, ' ').trim()).toBe('Of x2 and 103 the log1 says2 nothing3.');
  expect(said?.querySelectorAll('sup a').length).toBe(3);
});

/** What takes longer was tried in every way in which it can be cut: minutes, for what is written here. */
const AT_ONCE_MS = 5000;

test.each([
  ['blank lines in a paragraph', `<p>The boats${'\n'.repeat(3000)}were in.</p>`],
  ['spaces in the style of a picture', `<figure><div style="background: url(${' '.repeat(3000)}"></div></figure>`],
  [
    'spaces in the source of a formula',
    `<p>So <span class="math inline">{\\displaystyle${' '.repeat(3000)}b</span> it is.</p>`,
  ],
  ['blanks within code', `<pre><code>let tide = 1;${' '.repeat(150_000)}// low\n</code></pre>`],
  [
    'words of a button',
    `<div><button>Share ${'it, '.repeat(150_000)}</button></div><p>The boats were in again, all but one of them.</p>`,
  ],
  ['a class of a heading', `<h2 class="${'a'.repeat(150_000)}">The boats</h2><p>They were in.</p>`],
])('%s are read at once', async (_what, html) => {
  const start = processorTime();
  const body = await read(html);
  expect(processorTime() - start).toBeLessThan(AT_ONCE_MS);
  expect(body.textContent).toContain('nobody on the quay');
});

test('a blank line in the source after a sentence begins a paragraph, with or without spaces', async () => {
  const body = await read('<p>The first ends here.  \n \n  The second does not\n\nend there.</p>');
  const texts = [...body.querySelectorAll('p')].map((p) => p.textContent?.replace(/\s+/g, ' ').trim());
  expect(texts).toContain('The first ends here.');
  expect(texts).toContain('The second does not end there.');
});

test.each([
  ['a paragraph', '<p a"="">The boats were out.<br><br>The boats were in.</p>', 'boats were in'],
  [
    'a box around a picture and its caption',
    '<div a"=""><img src="https://images.example/1.jpg"><p class="caption">Boats in the harbour</p></div>',
    'Boats in the harbour',
  ],
])('%s with an attribute whose name only a parser can make is read', async (_what, middle, words) => {
  expect((await read(middle)).textContent).toContain(words);
});

test('a streamed part whose id is not a number stays in its place', async () => {
  const body = await read(`<div hidden id='S:"]'><p>${STORY}</p></div><p>Nothing came after it, said the pilot.</p>`);
  expect(body.textContent).toContain('Nothing came after it');
});

test('a page whose body has the class of a margin note is read', async () => {
  const html = `<!doctype html><title>A quiet harbour</title><body class="sidenote"><h1>A quiet harbour</h1>${PARAGRAPHS}`;
  const page = new DOMParser().parseFromString(html, 'text/html');
  const { text } = await extractArticle(page, { url: 'https://example.org/news/a-quiet-harbour' });
  expect(text).toContain('The harbour was quiet');
});

test('the word "back" in a footnote that is no link is kept', async () => {
  const body = await read(
    `<p>So it was told.<sup><a href="#fn1">1</a></sup> ${STORY}</p><ol><li id="fn1"><a name="back1">Back in 1901</a>, a log of boats. <a>^</a></li></ol>`,
  );
  expect(body.querySelector('.footnotes li')?.textContent).toMatch(/^Back in 1901, a log of boats\.\s*↩$/);
});

test('formulas of Canvas are read from their source, not from their description', async () => {
  const formula = (alt: string) =>
    `<p>So <img class="equation_image" src="/equation_images/x" alt="${alt}" data-equation-content="\\frac{a}{b}"> it is. ${STORY}</p>`;
  const body = await read(formula('LaTeX: \\frac{a}{b}') + formula('a over b'));
  expect([...body.querySelectorAll('math')].map((math) => math.getAttribute('data-tex'))).toEqual([
    '\\frac{a}{b}',
    '\\frac{a}{b}',
  ]);
});
