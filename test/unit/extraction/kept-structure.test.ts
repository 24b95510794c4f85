// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { readAmongParagraphs, STORY } from './read-among-paragraphs.ts';

const addressesOf = (body: HTMLElement) => [...body.querySelectorAll('img')].map((img) => img.getAttribute('src'));

const paragraphsWith = (body: HTMLElement, words: string) =>
  [...body.querySelectorAll('p')].filter((p) => p.textContent?.includes(words)).map((p) => p.innerHTML.trim());

test('a picture is kept when the line below it links to its source', async () => {
  const body = await readAmongParagraphs(
    '<div><figure><img src="https://images.example/1.jpg" alt=""><figcaption><a href="https://museum.example/1">Source</a></figcaption></figure></div>',
  );
  expect(addressesOf(body)).toEqual(['https://images.example/1.jpg']);
});

test('a button that enlarges a picture is kept as a picture, and one with an icon is dropped', async () => {
  const button = (name: string, width: number) =>
    `<div><button><img src="https://images.example/${name}.jpg" width="${width}" alt=""></button></div>`;
  const body = await readAmongParagraphs(`${button('boats', 1200)}<p>${STORY}</p>${button('close', 24)}`);
  expect(addressesOf(body)).toEqual(['https://images.example/boats.jpg']);
});

test('a button with text, or named as boilerplate, is dropped whatever picture it shows', async () => {
  const img = (name: string) => `<img src="https://images.example/${name}.jpg" width="300" alt="">`;
  const body = await readAmongParagraphs(
    `<button class="newsletter-signup">${img('1')}</button><button>${img('2')}Subscribe now</button><div><button aria-controls="crew">${img('3')}Who were the crew?</button></div><div id="crew"><p>${STORY}</p></div>`,
  );
  expect(addressesOf(body)).toEqual(['https://images.example/3.jpg']);
  expect(body.textContent).not.toContain('Subscribe now');
  expect(body.querySelector('h2, h3, h4, h5, h6')?.textContent).toBe('Who were the crew?');
});

test('the summary of a collapsed section stays its heading when it is marked up as one', async () => {
  const body = await readAmongParagraphs(
    `<details><summary role="heading" aria-level="6">Who wrote the log?</summary><p>${STORY}</p></details>`,
  );
  expect(body.querySelector('details > summary')?.textContent).toBe('Who wrote the log?');
});

test('italics and links around several paragraphs are kept in each of them', async () => {
  const body = await readAmongParagraphs(
    `<div>The log says:<i>The ice came late.<br>\n<br>The boats were out.</i><br><br><a href="https://example.net/log"><b>One page.<br><br>Another page.</b></a></div>`,
  );
  expect(paragraphsWith(body, 'The ice')).toEqual(['The log says:<i>The ice came late.</i>']);
  expect(paragraphsWith(body, 'The boats')).toEqual(['<i>The boats were out.</i>']);
  expect(paragraphsWith(body, 'Another')).toEqual(['<a href="https://example.net/log"><b>Another page.</b></a>']);
});

test('empty lines at the end of a span do not cut the sentence that goes on in the next', async () => {
  const body = await readAmongParagraphs(
    `<p><span>It has a number of its own.<br><br></span><strong>Example</strong><span>: GO 19348<br><br></span></p>`,
  );
  expect(paragraphsWith(body, 'Example')).toEqual(['<strong>Example</strong><span>: GO 19348</span>']);
});

test('an empty or a dropped block between two texts leaves a line break', async () => {
  const body = await readAmongParagraphs(
    `<div><span>Rice flour is best.</span><div class="spacer"></div>\n<span>Use a lid.</span><div class="share-buttons">Share this</div>Do not wash it.</div>`,
  );
  const box = [...body.querySelectorAll('div')].find((div) => div.textContent?.includes('Rice flour'));
  expect(box?.innerHTML.replace(/\s*\n\s*/g, '')).toContain(
    'best.</span><br><span>Use a lid.</span><br>Do not wash it.',
  );
});

test('code and links in the caption of a listing are kept', async () => {
  const body = await readAmongParagraphs(
    `<figure class="listing"><figcaption>Listing 4-2: the value of <code>x</code> in <a href="/y">y</a></figcaption><pre><code class="language-rust">fn main() {\n    let x = 5;\n}</code></pre></figure>`,
  );
  expect(body.querySelector('figcaption')?.innerHTML).toBe(
    'Listing 4-2: the value of <code>x</code> in <a href="https://example.org/y">y</a>',
  );
});

test('a task list shows which tasks are done', async () => {
  const item = (checked: string, task: string) => `<li><input type="checkbox" disabled ${checked}> ${task}</li>`;
  const body = await readAmongParagraphs(`<ul>${item('checked', 'Mend the nets')}${item('', 'Paint the boat')}</ul>`);
  const items = [...body.querySelectorAll('li')].map((li) => li.textContent?.replace(/\s+/g, ' '));
  expect(items).toEqual(['☑ Mend the nets', '☐ Paint the boat']);
});

test('a formula keeps its MathML attributes', async () => {
  const body = await readAmongParagraphs(
    `<p>It is <math><mstyle displaystyle="true" style="color:red" onclick="go()"><munder><mo movablelimits="false">lim</mo><mi>n</mi></munder></mstyle></math> here.</p>`,
  );
  expect(body.querySelector('mstyle')?.outerHTML).toContain(
    '<mstyle displaystyle="true"><munder><mo movablelimits="false">',
  );
});

test('several listings in one box are all kept', async () => {
  const body = await readAmongParagraphs(
    '<div class="code-tabs"><pre><code>npm install boats</code></pre><pre><code>yarn add boats</code></pre></div>',
  );
  expect([...body.querySelectorAll('pre')].map((pre) => pre.textContent)).toEqual([
    'npm install boats',
    'yarn add boats',
  ]);
});

test('a data table inside a layout table stays a table', async () => {
  const data = '<table><tr><td>Boat</td><td>Crew</td></tr><tr><td>Heron</td><td>3</td></tr></table>';
  const body = await readAmongParagraphs(`<table><tr><td>${data}</td></tr></table>`);
  expect([...body.querySelectorAll('td')].map((cell) => cell.textContent)).toEqual(['Boat', 'Crew', 'Heron', '3']);
});

test('a table that compares long clauses in Japanese stays a table', async () => {
  const clause =
    '組合は、組合員が災害その他やむを得ない事由により納付することが困難であると認めるときは、一年以内の期間を限り、その納付を猶予することができる。';
  const cell = `<td>${clause.repeat(4)}</td>`;
  const body = await readAmongParagraphs(
    `<table><tr><td>改正後</td><td>改正前</td></tr><tr>${cell}${cell}</tr></table>`,
  );
  expect(body.querySelectorAll('td')).toHaveLength(4);
});

test('margin notes of different systems become footnotes', async () => {
  const notes = [
    '<label for="mn-1" class="margin-toggle">⊕</label><input type="checkbox" id="mn-1" class="margin-toggle"><span class="marginnote">The first ledger was lost.</span>',
    '<d-footnote>The second was burnt.</d-footnote>',
    '<span class="footnote_tooltip">The third was sold.</span>',
  ];
  const body = await readAmongParagraphs(
    notes.map((note) => `<p>One ledger is in the church.${note} ${STORY}</p>`).join(''),
  );
  const found = [...body.querySelectorAll('.footnotes li')].map((note) => note.textContent?.replace(/\s*↩/, ''));
  expect(found).toEqual(['The first ledger was lost.', 'The second was burnt.', 'The third was sold.']);
  expect(body.textContent).not.toContain('⊕');
});

test('sources that Zhihu keeps in attributes until its script runs become footnotes', async () => {
  const mark = (text: string, address: string) =>
    `<p>So it was.<sup data-text="${text}" data-url="${address}" data-draft-type="reference" data-numero="1">[1]</sup> ${STORY}</p>`;
  const body = await readAmongParagraphs(
    mark('A log of boats', 'https://log.example/') + mark('', 'https://ice.example/') + mark('The ledger', ''),
  );
  const notes = [...body.querySelectorAll('.footnotes li p')].map((note) => note.firstElementChild?.outerHTML);
  expect(notes.slice(0, 2)).toEqual([
    '<a href="https://log.example/">A log of boats</a>',
    '<a href="https://ice.example/">https://ice.example/</a>',
  ]);
  expect(body.querySelectorAll('.footnotes li')[2]?.textContent).toMatch(/^The ledger\s*↩$/);
  expect(body.textContent).not.toContain('[1]');
});

test("media played by script link to the page, and old players and WeChat's sounds to their files", async () => {
  const body = await readAmongParagraphs(
    '<video src="blob:https://example.org/1" poster="/still.jpg" title="The ice"></video><object data="https://www.youtube.com/v/abcDEF12345"></object><mpvoice src="https://sound.example/1" name="The bell"></mpvoice>',
  );
  expect([...body.querySelectorAll('.embed > a')].map((link) => [link.getAttribute('href'), link.textContent])).toEqual(
    [
      ['https://example.org/news/a-quiet-harbour', 'The ice'],
      ['https://www.youtube.com/watch?v=abcDEF12345', 'YouTube'],
      ['https://sound.example/1', 'The bell'],
    ],
  );
});

test('an entry in a list of sources is not taken for an attribution line', async () => {
  const body = await readAmongParagraphs(
    '<ul><li>Source: the ledger in the church.</li><li>Source: the archivist.</li></ul>',
  );
  expect(body.querySelectorAll('li').length).toBe(2);
});

test('old elements for acronyms and struck text keep their meaning', async () => {
  const body = await readAmongParagraphs(
    `<p>The <acronym title="Great Boat Log">GBL</acronym> was <strike>lost</strike> burnt. ${STORY}</p>`,
  );
  expect(body.querySelector('abbr')?.getAttribute('title')).toBe('Great Boat Log');
  expect(body.querySelector('s')?.textContent).toBe('lost');
});
