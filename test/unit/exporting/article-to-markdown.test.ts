// @vitest-environment jsdom
import { micromark } from 'micromark';
import { expect, test } from 'vitest';
import { articleToMarkdown, articleToMarkdownInTurns } from '../../../src/exporting/article-to-markdown.ts';
import { sanitiseArticle } from '../../../src/sanitising/sanitise-article.ts';
import { asPage, HEAD, text, there, toMarkdown } from './read-markdown.ts';

test('the front matter contains what Obsidian reads as properties', () => {
  const [, yaml = ''] = articleToMarkdown(HEAD, sanitiseArticle('<p>Text.</p>')).split('---\n');
  expect(yaml.split('\n').filter(Boolean)).toEqual([
    'title: "A \\"title\\": with signs"',
    'author: "Ann Writer"',
    'site: "News"',
    'source: "https://news.example/a?b=1"',
    'published: 2026-05-03',
    'saved: 2026-05-04',
    'tags:',
    '  - "deep-sea"',
    '  - "2026_"',
    '  - "海"',
  ]);
});

test('footnotes become references and definitions with all of their paragraphs', () => {
  const markdown = toMarkdown(
    `<p>One<sup id="fnref-2"><a href="#fn-2" role="doc-noteref">1</a></sup> and two<sup id="fnref-1"><a href="#fn-1" role="doc-noteref">2</a></sup>.</p>
     <section class="footnotes" role="doc-endnotes"><ol>
       <li id="fn-2"><p>First <em>note</em>.</p><p>Its second paragraph. <a href="#fnref-2" role="doc-backlink">↩</a></p></li>
       <li id="fn-1">Second note. <a href="#fnref-1" role="doc-backlink">↩</a></li></ol></section>`,
  );
  expect(markdown).toContain('One[^1] and two[^2].');
  expect(markdown).not.toContain('↩');
  const page = asPage(markdown);
  expect(page.querySelectorAll('sup a[data-footnote-ref]')).toHaveLength(2);
  const notes = [...page.querySelectorAll('section[data-footnotes] li')];
  expect(notes.map((note) => note.querySelectorAll('p').length)).toEqual([2, 1]);
  expect(text(notes[0]?.querySelector('em') ?? null)).toBe('note');
  expect(text(notes[1] ?? null)).toContain('Second note.');
});

test('formulas become TeX between dollars, and dollars in the text stay dollars', () => {
  const markdown = toMarkdown(
    `<p>It cost $5 or $6, so <math data-tex="a_1^2 * b_2"><mtext>x</mtext></math> holds.</p>
     <p><math display="block" data-tex="\\begin{aligned}
x &= 1 \\\\
y &= 2
\\end{aligned}"><mtext>x</mtext></math></p>
     <table><tr><th>n</th></tr><tr><td><math data-tex="|x|"><mtext>x</mtext></math></td></tr></table>`,
  );
  expect(markdown).toContain('$a_1^2 * b_2$');
  expect(markdown).toMatch(/^\$\$\n\\begin\{aligned\}\nx &= 1 \\\\\ny &= 2\n\\end\{aligned\}\n\$\$$/m);
  const page = asPage(markdown);
  expect(text(page.querySelector('p'))).toContain('It cost $5 or $6, so');
  const sources = [...page.querySelectorAll('annotation')].map((source) => source.textContent);
  expect(sources).toEqual(['a_1^2 * b_2', '\\begin{aligned}\nx &= 1 \\\\\ny &= 2\n\\end{aligned}', '\\vert x\\vert ']);
  expect(page.querySelectorAll('.math-display')).toHaveLength(1);
});

test('MathML without a source stays MathML', () => {
  expect(there('<p>So <math><mi>x</mi></math>.</p>').querySelector('math mi')?.textContent).toBe('x');
});

test('tables become GFM tables with head and alignment', () => {
  const page = there(
    `<table><caption>Prices</caption><thead><tr><th>Fruit</th><th>a|b</th></tr></thead>
     <tbody><tr><td><p>Apple</p><p>red</p></td><td class="align-right">1<br>2</td></tr><tr><td>Pear</td><td class="align-right"><code>x|y</code></td></tr></tbody></table>`,
  );
  expect([...page.querySelectorAll('th')].map(text)).toEqual(['Fruit', 'a|b']);
  const rows = [...page.querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.innerHTML));
  expect(rows).toEqual([
    ['Apple<br>red', '1<br>2'],
    ['Pear', '<code>x|y</code>'],
  ]);
  expect(page.querySelector('tbody td:last-child')?.getAttribute('align')).toBe('right');
  expect(text(page.querySelector('em'))).toBe('Prices');
});

test('tables with spanning cells or blocks in cells stay HTML in one piece', () => {
  const page = there(
    `<table><tr><th colspan="2">Both</th></tr>
       <tr><td>A</td><td><pre><code>one

two</code></pre></td></tr></table><p>After.</p>`,
  );
  expect(page.querySelectorAll('table')).toHaveLength(1);
  expect(page.querySelector('th')?.getAttribute('colspan')).toBe('2');
  expect(page.querySelector('pre')?.textContent).toBe('one\n\ntwo');
  expect(text(page.querySelector('table + p'))).toBe('After.');
});

test('code keeps its language and every character, fences included', () => {
  const code = 'const a = `x`;\n\n```\n<b>$not$</b>';
  const pre = document.createElement('pre');
  const inner = document.createElement('code');
  inner.className = 'language-ts';
  inner.textContent = code;
  pre.append(inner);
  const found = there(`<figure><figcaption>main.ts</figcaption>${pre.outerHTML}</figure>`);
  expect(found.querySelector('pre code.language-ts')?.textContent).toBe(`${code}\n`);
  expect(text(found.querySelector('em'))).toBe('main.ts');
});

test('emphasis works beside Chinese punctuation, and white space is moved out of it', () => {
  const page = there(
    '<p>他说<strong>“点灯”</strong>的人。<em>再见。</em>走了，<em>然后 </em>来。<b> a </b>b, <i>un</i>likely<s>gone</s></p>',
  );
  expect([...page.querySelectorAll('strong')].map((element) => element.textContent)).toEqual(['“点灯”', 'a']);
  expect([...page.querySelectorAll('em')].map((element) => element.textContent)).toEqual(['再见。', '然后', 'un']);
  expect(text(page)).toBe('他说“点灯”的人。再见。走了，然后 来。 a b, unlikelygone');
  expect(toMarkdown('<p>说<strong>好</strong>的</p>')).toBe('说**好**的\n');
});

test('Markdown characters in the text are escaped', () => {
  const html =
    '<p>1. no list</p><p># no heading</p><p>* star_under_score [link](x) ![^1] `code` &lt;b&gt; &amp;amp; | #tag %%c%% ==m== ~~s~~ \\ </p><p>- - -</p><p>+ x</p>';
  const page = there(html);
  expect([...page.querySelectorAll('p')].map(text)).toEqual([
    '1. no list',
    '# no heading',
    '* star_under_score [link](x) ![^1] `code` <b> &amp; | #tag %%c%% ==m== ~~s~~ \\',
    '- - -',
    '+ x',
  ]);
  expect(toMarkdown(html)).toContain('\\#tag \\%%c\\%% \\==m\\== ');
});

test('writes lists, quotations, headings, links, definitions and rules', () => {
  const page = there(
    `<h2 id="part">Part <em>one</em></h2><ol start="3"><li><p>three</p><ul><li>inner</li></ul></li><li>four<pre><code>x</code></pre></li></ol>
     <blockquote><p>Quote</p><blockquote>deeper</blockquote></blockquote><hr>
     <p><a href="https://a.example/x_(y)">web</a> <a href="#part">part</a> <a href="#gone">gone</a> H<sub>2</sub>O <kbd>R</kbd> line<br>two</p>
     <dl><dt>Term</dt><dd>Meaning</dd></dl>`,
  );
  expect(page.querySelector('ol')?.getAttribute('start')).toBe('3');
  expect(page.querySelector('ol > li ul > li')?.textContent).toBe('inner');
  expect(page.querySelector('ol > li:nth-child(2) pre')?.textContent).toBe('x\n');
  expect(page.querySelector('blockquote blockquote')?.textContent?.trim()).toBe('deeper');
  expect(page.querySelector('hr')).not.toBeNull();
  expect([...page.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual([
    'https://a.example/x_(y)',
    '#Part%20one',
  ]);
  expect(page.querySelector('sub')?.textContent).toBe('2');
  expect(page.querySelector('p br')).not.toBeNull();
  expect(text(page.querySelector('p strong'))).toBe('Term');
});

test('pictures get the address of their file, with captions below', () => {
  const markdown = toMarkdown(
    '<figure><a href="https://a.example/big"><img src="https://a.example/x.jpg" alt="A [sea]"></a><figcaption>The sea, at night</figcaption></figure>',
    { pictureAddress: () => 'attachments/x 1.jpg', leadImage: 'https://a.example/lead.jpg' },
  );
  const page = asPage(markdown);
  const images = [...page.querySelectorAll('img')];
  expect(images.map((image) => image.getAttribute('src'))).toEqual(['attachments/x%201.jpg', 'attachments/x%201.jpg']);
  expect(images[1]?.getAttribute('alt')).toBe('A [sea]');
  expect(text(page.querySelector('em'))).toBe('The sea, at night');
});

test('a picture held back in a saved copy is written with its address', () => {
  const body = sanitiseArticle('<p><img src="https://a.example/x.jpg" alt=""></p>', { network: 'none' });
  expect(articleToMarkdown(HEAD, body, { withFrontMatter: false })).toBe('![](https://a.example/x.jpg)\n');
});

test('highlights become quotations with colour, link and note', () => {
  const markdown = toMarkdown('<p>Body.</p>', {
    highlights: {
      items: [
        {
          ...{
            id: '1',
            articleId: 'a',
            exact: 'The *sea*\nis wide',
            prefix: 'efore they said ',
            suffix: ', and',
            start: 0,
            end: 9,
          },
          ...{ colour: 'yellow', note: 'Why?\nAsk.', createdAt: 1, changedAt: 1 },
        },
      ],
      words: {
        heading: 'Highlights',
        colours: { yellow: 'Yellow', green: 'Green', blue: 'Blue', pink: 'Pink' },
        openInPage: 'Open in the page',
      },
    },
  });
  const page = asPage(markdown);
  expect(text(page.querySelector('h2'))).toBe('Highlights');
  expect([...page.querySelectorAll('blockquote p')].map(text)).toEqual([
    'The *sea*',
    'is wide',
    'Yellow · Open in the page',
  ]);
  expect(page.querySelector('blockquote a')?.getAttribute('href')).toBe(
    'https://news.example/a?b=1#:~:text=they%20said-,The%20*sea*,is%20wide,-%2C',
  );
  expect([...page.querySelectorAll('blockquote ~ p')].map(text)).toEqual(['Why?', 'Ask.']);
});

test('a note on the whole page is a paragraph without a quote', () => {
  const markdown = toMarkdown('<p>Body.</p>', {
    highlights: {
      items: [
        {
          ...{ id: '1', articleId: 'a', exact: '', prefix: '', suffix: '', start: 0, end: 0 },
          ...{ colour: 'yellow', note: 'Ask Maren.', createdAt: 1, changedAt: 1 },
        },
      ],
      words: { heading: 'Highlights', colours: { yellow: '', green: '', blue: '', pink: '' }, openInPage: 'Open' },
    },
  });
  const page = asPage(markdown);
  expect(page.querySelector('blockquote')).toBeNull();
  expect(text(page.querySelector('h2 ~ p'))).toBe('Ask Maren.');
});

test('nothing of a hostile article runs in HTML that is made from the Markdown', () => {
  const page = there(
    `<p>&lt;script&gt;x()&lt;/script&gt; <a href="javascript:x()">a</a> <img src="x" onerror="x()"></p><table><tr><td colspan="2" onclick="x()"><a href="javascript:x()">b</a></td></tr></table><pre><code class="language-x onerror">&lt;/code&gt;&lt;script&gt;</code></pre>`,
  );
  expect(page.querySelector('script, [onerror], [onclick], [href^="javascript"]')).toBeNull();
  expect(text(page)).toContain('<script>x()</script>');
});

test.each(['inline', 'block'])(
  'a tag in the TeX of a formula is none to a Markdown reader without formulas: %s',
  (display) => {
    const page = document.createElement('div');
    const tex = 'a&lt;b$ &lt;img src=x onerror=x()> $$';
    page.innerHTML = micromark(toMarkdown(`<p>A</p><math display="${display}" data-tex="${tex}"><mi>a</mi></math>`), {
      allowDangerousHtml: true,
    });
    expect(page.querySelector('img, b')).toBeNull();
    expect(text(page)).toContain('a< b$ < img src=x onerror=x()> $$');
  },
);

test('code in a language that Obsidian would give to a plug-in to run has no name behind its fence', () => {
  const fence = (name: string) => toMarkdown(`<pre><code class="language-${name}">x()</code></pre>`).split('\n')[0];
  for (const name of ['dataviewjs', 'js-engine', 'meta-bind-js-view', 'tasks', 'js+x']) expect(fence(name)).toBe('```');
  for (const name of ['js', 'c++', 'c#', 'python3', 'objective-c']) expect(fence(name)).toBe(`\`\`\`${name}`);
});

test.each([
  ['in a line', (code: string) => `<p>A <code>${code}</code> b.</p>`],
  ['in a block', (code: string) => `<p>A</p><pre><code class="language-js">${code}</code></pre>`],
  ['in pieces', (code: string) => `<p>A <code>$</code><wbr><code>${code.slice(1)}</code> b.</p>`],
  [
    'with a link',
    (code: string) => `<p>A <code><b>$</b><i>${code.slice(1)}</i><a href="https://a.example/">c</a></code> b.</p>`,
  ],
  ['in a list', (code: string) => `<ul><li><pre>\n ${code}</pre></li></ul>`],
  ['in a cell', (code: string) => `<table><tr><td>A <code>${code}</code></td><td>b</td></tr></table>`],
  ['in a table that stays HTML', (code: string) => `<table><tr><td colspan="2"><code>${code}</code></td></tr></table>`],
])('code that Dataview would run is not written as code: %s', (_where, write) => {
  const shown = (code: string) => asPage(toMarkdown(write(code)));
  const script = shown('$= dv.io.load("x &lt;b>y&lt;/b> \\| `z`")');
  expect([...script.querySelectorAll('code')].filter((part) => part.textContent?.includes('$'))).toEqual([]);
  expect(script.querySelector('b')).toBeNull();
  expect(script.textContent).toContain('$= dv.io.load("x <b>y</b> \\| `z`")');
  expect(shown('$x = 1').querySelector('code, pre')?.textContent).toContain('$x = 1');
});

test('a long article gives the same Markdown in slices, wherever it is cut', async () => {
  const kinds = [
    '<p>Text with <em>emphasis</em>.</p>',
    '<ul><li>One</li><li>Two</li></ul>',
    '<ol><li>First</li></ol>',
    'Loose text <b>that runs on</b>',
    '<pre><code>code</code></pre>',
    '<h2 id="in-part">Part</h2>',
    '<figure><img src="https://news.example/a.png" alt="A"><figcaption>Caption</figcaption></figure>',
    '<p>A note<a role="doc-noteref" href="#in-note">1</a> and a <a href="#in-part">link</a>.</p>',
    '<p></p>',
  ];
  const mixed = Array.from({ length: 450 }, (_, at) => kinds[(at * at + (at >> 3)) % kinds.length]).join('');
  const notes = '<section class="footnotes"><ol><li id="in-note">The note.</li></ol></section>';
  const html = `${mixed}<div><section>${mixed}</section> and <i>more</i></div><blockquote>${mixed}</blockquote>${notes}`;
  const options = { leadImage: 'https://news.example/lead.png', attribution: 'Source: News' };
  const whole = articleToMarkdown(HEAD, sanitiseArticle(html), options);
  expect(await articleToMarkdownInTurns(HEAD, sanitiseArticle(html), options)).toBe(whole);
  expect(whole.match(/^Part$|^## Part$/gm)?.length).toBeGreaterThan(50);
});
