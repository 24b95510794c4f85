const SENTENCE = 'The tide at a harbour can be told years ahead, said the keeper. ';

/** So many copies, each with its number. */
const times = (count: number, make: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => make(at)).join('');

/**
 * Bodies of articles that a stranger could write, each with too much of one thing; `size` says how much. Four times the
 * size with which the bench begins is more than any page of the web has, but not more than a file may contain.
 */
export const HOSTILE_BODIES: Record<string, (size: number) => string> = {
  siblings: (size) => times(size, (at) => `<p>${at} ${SENTENCE}</p>`),
  'equal paragraphs': (size) => times(size, () => `<p>${SENTENCE.repeat(2)}</p>`),
  boxes: (size) => times(size, (at) => `<div>${at} ${SENTENCE}</div>`),
  'nested boxes': (size) =>
    `${'<div>'.repeat(500)}${times(size, (at) => `<p>${at} ${SENTENCE}</p>`)}${'</div>'.repeat(500)}`,
  'nested spans': (size) =>
    times(size / 100, (at) => `<p>${'<b>'.repeat(100)}${at} ${SENTENCE}${'</b>'.repeat(100)}</p>`),
  'short texts': (size) => `<p>${times(size, (at) => `<b>${at}</b> word `)}</p>`,
  'line breaks': (size) => `<p>${times(size, (at) => `${at} ${SENTENCE}<br>`)}</p>`,
  'one text': (size) => `<p>${SENTENCE.repeat(size)}</p>`,
  'one word': (size) => `<p>${'x'.repeat(size * 50)}</p>`,
  'one Han run': (size) => `<p>${'讀完這一頁'.repeat(size * 10)}</p>`,
  'no sentence ends': (size) => `<p>${'tide, harbour and mail '.repeat(size * 3)}</p>`,
  abbreviations: (size) => `<p>${'Dr. A. B. No. 5 '.repeat(size * 3)}</p>`,
  marks: (size) => `<p>a${'\u0301'.repeat(size * 20)} ${SENTENCE}</p>`,
  'bidi controls': (size) => `<p>${'\u202eabc\u202c \u2067دو\u2069 '.repeat(size * 2)}</p>`,
  spaces: (size) => `<p>a${' '.repeat(size * 50)}b</p><pre>${' '.repeat(size * 50)}c</pre>`,
  entities: (size) => `<p>${'&amp;&lt;&nbsp;&#8203;'.repeat(size * 4)}</p>`,
  links: (size) => `<p>${times(size, (at) => `<a href="https://x.invalid/${at}">Link ${at}</a> `)}</p>`,
  pictures: (size) =>
    times(
      size,
      (at) =>
        `<figure><img src="http://x.invalid/${at}.png" alt="Picture ${at}"><figcaption>Number ${at}</figcaption></figure>`,
    ),
  'pictures in text': (size) =>
    `<p>${times(size, (at) => `<img src="http://x.invalid/${at}.png" width="20" alt="sign ${at}"> word `)}</p>`,
  headings: (size) => times(size, (at) => `<h${2 + (at % 3)} id="h${at}">Part ${at}</h${2 + (at % 3)}>`),
  footnotes: (size) =>
    `<p>${times(size, (at) => `Word<sup><a role="doc-noteref" id="r${at}" href="#n${at}">${at}</a></sup> `)}</p><section role="doc-endnotes"><ol>${times(size, (at) => `<li id="n${at}">Note ${at} <a href="#r${at}">↩</a></li>`)}</ol></section>`,
  'references to one note': (size) =>
    `<p>${times(size, (at) => `Word<sup><a role="doc-noteref" href="#n1">${at}</a></sup> `)}</p><section role="doc-endnotes"><ol><li id="n1">Note</li></ol></section>`,
  rows: (size) =>
    `<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody>${times(size, (at) => `<tr><td>${at}</td><td>${at % 7} m</td></tr>`)}</tbody></table>`,
  'head rows': (size) => `<table>${times(size, (at) => `<tr><th>${at}</th><th>Height</th></tr>`)}</table>`,
  columns: (size) =>
    `<table><tr>${times(size, (at) => `<th>${at}</th>`)}</tr><tr>${times(size, (at) => `<td>${at}</td>`)}</tr></table>`,
  'spanning cells': (size) =>
    `<table>${times(size, (at) => `<tr><td rowspan="3">${at}</td><td colspan="2">${at}</td></tr>`)}</table>`,
  tables: (size) => times(size / 4, (at) => `<table><tr><td>${at}</td><td>x</td></tr></table>`),
  items: (size) => `<ol>${times(size, (at) => `<li>${at} ${SENTENCE}</li>`)}</ol>`,
  'nested lists': (size) => times(size / 100, (at) => `${'<ul><li>Item'.repeat(100)}${at}${'</li></ul>'.repeat(100)}`),
  terms: (size) => `<dl>${times(size, (at) => `<dt>${at}</dt><dd>${SENTENCE}</dd>`)}</dl>`,
  code: (size) =>
    `<pre class="language-js"><code>${times(size, (at) => `const a${at} = ${at}; // line\n`)}</code></pre>`,
  'code blocks': (size) => times(size / 4, (at) => `<pre><code>const a${at} = ${at};</code></pre>`),
  formulas: (size) =>
    times(size / 4, (at) => `<p>So <math data-tex="x_{${at}}"><msub><mi>x</mi><mn>${at}</mn></msub></math> holds.</p>`),
  quotes: (size) =>
    `${'<blockquote>'.repeat(200)}${times(size, (at) => `<p>${at} ${SENTENCE}</p>`)}${'</blockquote>'.repeat(200)}`,
  emphasis: (size) => `<p>${times(size, () => `<em>讀</em>完 `)}</p>`,
  ruby: (size) => `<p>${times(size, () => `<ruby>頁<rp>(</rp><rt>ye</rt><rp>)</rp></ruby>`)}</p>`,
};
