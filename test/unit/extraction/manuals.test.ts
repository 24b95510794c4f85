// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { extractArticle } from '../../../src/extraction/extract-article.ts';

const PROSE =
  'The client keeps a pool of open connections and reuses them for every request that goes to the same host. When the pool is empty, a new connection is opened, and closed again after it has been idle for thirty seconds.';
const STORY = `<p>${PROSE}</p><p>${PROSE.replaceAll('pool', 'store')}</p>`;
const MANUAL = 'https://docs.example.org/pool';

async function read(body: string, url: string, head = ''): Promise<HTMLElement> {
  const html = `<!doctype html><title>The pool</title>${head}<body><nav><a href="/">Home</a></nav>${body}`;
  const page = new DOMParser().parseFromString(html, 'text/html');
  return new DOMParser().parseFromString((await extractArticle(page, { url })).html, 'text/html').body;
}

const fn = (name: string, says: string) =>
  `<details open><summary><section id="method.${name}"><h4 class="code-header">pub fn <a href="#method.${name}">${name}</a>()</h4></section></summary><div class="docblock"><p>${says}</p></div></details>`;

test('a manual keeps signatures above their descriptions', async () => {
  const methods = `${fn('acquire', 'Takes a connection out of the pool.')}${fn('release', 'Puts it back.')}`;
  const body = await read(`<main><h1>Struct Pool</h1>${STORY}<h2>Methods</h2><div>${methods}</div></main>`, MANUAL);
  expect(body.textContent).toContain('acquire');
  expect(body.textContent).toContain('Puts it back.');
  expect(body.textContent).toContain('release');
});

const field = (name: string, says: string) =>
  `<div class="field"><div class="head"><div class="name">${name}</div><div class="meta"><span>string</span></div></div><div class="text"><p>${says}</p></div></div>`;

test('a manual keeps names of parameters that only boxes separate from their descriptions', async () => {
  const fields = `${field('hostname', 'The name of the host that is to be reached by the pool.')}${field('limit', 'How many connections may be open at the same time.')}`;
  const body = await read(`<main><h1>Open</h1>${STORY}<h4>Body</h4>${fields}${STORY}</main>`, MANUAL);
  expect(body.textContent).toMatch(/hostname[\s\S]*string[\s\S]*limit/);
});

test('a page of terms is read as a manual at any address, and an essay on code is not', async () => {
  const call = '<p>Code of <code>pool</code>, <code>host</code> and <code>limit</code>.</p>';
  const names = call.repeat(7).replaceAll('<p>', '<div>').replaceAll('</p>', '</div>');
  const fields = field('hostname', 'The name of the host that is to be reached by the pool.');
  const card = `<div class="card"><div>The Pool Letter</div><div>What is a pool?</div></div>`;
  const terms = await read(`<main><h1>Open</h1>${STORY}${names}${fields}${STORY}</main>`, 'https://a.example/pool');
  expect(terms.textContent).toContain('hostname');
  const essay = `${STORY.repeat(20)}${call.repeat(5)}${STORY}${card}${STORY}`;
  const read2 = await read(`<main><h1>Open</h1>${essay}</main>`, 'https://a.example/essay');
  expect(read2.textContent).not.toContain('The Pool Letter');
});

test('a recipe that says it is one keeps ingredients and steps', async () => {
  const list = (...items: string[]) => `<ul>${items.map((item) => `<li><span>${item}</span></li>`).join('')}</ul>`;
  const card = `<div class="card"><h2>Soup</h2><div class="sum"><span>A soup for cold days.</span></div><div><h3>Ingredients</h3><div><h4>For the soup</h4>${list('200 g lentils', '1 onion')}</div></div><div><h3>Instructions</h3>${list('Fry the onion.', 'Add the lentils.')}</div><div><h3>Notes</h3><div><span>Red lentils are faster.</span></div></div></div>`;
  const data = '<script type="application/ld+json">{"@type": "Recipe", "name": "Soup"}</script>';
  const body = await read(
    `<main><article><h1>Soup</h1>${STORY}${card}</article></main>`,
    'https://a.example/soup',
    data,
  );
  expect(body.textContent).toContain('lentils');
  expect(body.textContent).toContain('Fry the onion.');
  expect(body.textContent).toContain('Red lentils');
});

test('notes that a manual marks up as an aside are kept', async () => {
  const aside = `<aside class="docs-aside docs-aside--caution" aria-label="Caution"><p>Caution</p><div><p>Never close a pool twice: the second call waits for the first, and so does everybody else.</p></div></aside>`;
  const body = await read(`<main><h1>Close</h1>${STORY}${aside}${STORY}</main>`, MANUAL);
  expect(body.textContent).toContain('Never close a pool twice');
});

test('buttons with questions become headings of their answers, and those of menus and tools do not', async () => {
  const answer = (id: string) => `<div id="${id}"><p>${PROSE}</p></div>`;
  const body = await read(
    `<main><button>Copy page</button><p>${PROSE}</p><h2>Orders</h2>
    <div><button aria-expanded="false" aria-controls="a"><span>Change an order</span><svg></svg></button>${answer('a')}</div>
    <div><button class="accordion">Where is it now? </button><div class="panel"><p>${PROSE}</p></div></div>
    <div><button aria-controls="m">All of our pages</button><div id="m"><ul><li><a href="/a">${PROSE.slice(0, 30)}</a></li><li><a href="/b">Boats and quays</a></li></ul></div></div></main>`,
    'https://shop.example/faq',
  );
  expect([...body.querySelectorAll('h2, h3, h4')].map((heading) => heading.textContent?.trim())).toEqual([
    'Orders',
    'Change an order',
    'Where is it now?',
  ]);
  expect(body.textContent).not.toMatch(/Copy page|All of our/);
});

test('words, cells and links that open something, and buttons around the article, do not become headings', async () => {
  const opens = (id: string) => `role="button" aria-controls="${id}"`;
  const cells = (id: string) => `<tr><td ${opens(id)}>Reach ${id}</td><td id="${id}">${PROSE}</td></tr>`;
  const body = await read(
    `<main><h1>The river</h1>${STORY}<p>It lacked a <span ${opens('q')}>quorum</span><span id="q"> (${PROSE})</span> then.</p>
    <p>And so it ends. <a href="#more" ${opens('more')}>Read more</a></p><div id="more"><p>${PROSE}</p></div>
    <table>${cells('c1')}${cells('c2')}</table>
    <div class="share-button" ${opens('s')}>Share this</div><div id="s"><p>${PROSE}</p></div>
    <div ${opens('d')}>Told by <a href="https://heron.example/">The Heron</a></div><div id="d"><p>${PROSE}</p></div>${STORY}</main>`,
    'https://a.example/river',
  );
  expect([...body.querySelectorAll('h2, h3')].map((heading) => heading.textContent)).toEqual(['Told by The Heron']);
  expect(body.querySelectorAll('td').length).toBe(4);
  expect(body.querySelector('h2 a')?.getAttribute('href')).toBe('https://heron.example/');
  expect(body.textContent).not.toContain('Share this');
});

test('the tags of a blog are dropped, although YARD uses the same class for its titles', async () => {
  const links = '<ul><li><a href="/t/river">River</a></li><li><a href="/t/town">Town</a></li></ul>';
  const tail = (names: string, title: string) =>
    `<main><article><h1>The river</h1>${STORY}${STORY}<div class="${names}">${title}${links}</div><div class="more"><h3>More news</h3>${links}</div></article></main>`;
  const tags = await read(tail('tags', '<p class="tag_title">Tags</p>'), 'https://a.example/river');
  expect(tags.textContent).not.toMatch(/Tags|More news/);
  const method = await read(tail('method-heading', '<h3>Our method</h3>'), 'https://a.example/river');
  expect(method.textContent).not.toContain('More news');
});

const member = (name: string, says: string) =>
  `<section id="${name}"><h3>${name}</h3><div class="signature"><a href="int.html">int</a> ${name}(String host, boolean waits)</div><div class="block">${says}</div></section>`;

test('a reference page is kept completely, whatever part of it has the most prose', async () => {
  const inherited = '<div>Inherited: <a href="/wait">wait</a>, <a href="/notify">notify</a></div>';
  const members = `<h2>Methods</h2><table><tr><th>Method</th><th>Description</th></tr><tr><td><a href="#open">open</a></td><td>Opens one.</td></tr></table>${inherited}${['open', 'wake', 'count', 'close'].map((name) => member(name, 'Counts the connections first.')).join('')}`;
  const page = `<div class="page"><h1>Pool</h1><p>Since 2.1</p><div class="about"><div><p>${PROSE}</p></div></div>${members}</div>`;
  const menu = `<div class="all">${'<p><a href="/a">Another of the classes</a></p>'.repeat(9)}</div>`;
  for (const body of [page, page.replaceAll('div class="page"', 'div role="main"')]) {
    const { textContent } = await read(`<div class="frame">${menu}${body}</div>`, MANUAL);
    expect(textContent).toMatch(/Since 2\.1[\s\S]*Methods[\s\S]*notify[\s\S]*int open[\s\S]*int close[\s\S]*Counts/);
    expect(textContent).not.toContain('Another of');
  }
});

test('a note at the end of a page of a manual is kept', async () => {
  const note =
    '<div class="admonition note"><p>Note</p><p>Two pools may share a <a href="/h">host</a>, a port and a name.</p></div>';
  const box = `<div class="docs"><div><section><h1>Close</h1>${STORY}</section></div><div>${note}</div></div>`;
  expect((await read(box, MANUAL)).textContent).toContain('may share');
});

test('boxes in the text named sidebar, and a chapter’s contents that link to other pages, are kept', async () => {
  const titled = `<aside class="sidebar"><p class="sidebar-title">Old pools</p><p>Pools were once called stores.</p></aside>`;
  const docbook = `<div class="sidebar"><div class="titlepage"><p class="title">Tip</p></div><p>Close it at night.</p></div>`;
  const contents = (to: string) =>
    `<div class="toc"><dl class="toc"><dt><a href="${to}">1.1. Sizes of pools</a></dt><dt><a href="${to}">1.2. Depths</a></dt></dl></div>`;
  const text = async (toc: string) =>
    (await read(`<div class="chapter"><h1>Pools</h1>${toc}${STORY}${titled}${STORY}${docbook}${STORY}</div>`, MANUAL))
      .textContent;
  expect(await text(contents('sizes.html'))).toMatch(/Sizes of pools[\s\S]*once called[\s\S]*at night/);
  expect(await text(contents('#sizes'))).not.toContain('Sizes of pools');
});

/** Prose of which no two paragraphs are alike. */
const TALE = [
  'The old harbour was built in the seventeenth century, and its walls, made of granite from the quarries behind the town, have stood every storm since then, although the sea has taken three of the lighthouses.',
  'Fishermen who remember the years before the war say that the catch was larger then, and that nobody locked the doors of the sheds in which the nets were kept over the winter.',
  'When the railway came, the harbour lost most of its trade within ten years, and the families who owned the ships moved to the capital, where their names are still known.',
]
  .map((text) => `<p>${text}</p>`)
  .join('');

test.each([
  ['https://a.example/learn/harbour', ''],
  [
    'https://a.example/harbour',
    '<meta name="generator" content="Discourse 3.4.0 - https://github.com/discourse/discourse version 4a">',
  ],
  ['https://a.example/harbour', '<meta name="generator" content="pandoc">'],
  ['https://a.example/harbour', '<meta name="generator" content="Digital Newspaper 2">'],
  // A system for blogs, which has links of Sphinx' name in its headings.
  ['https://a.example/harbour', '<meta name="generator" content="Hexo 6.3.0">'],
])('an article is not read as a manual at %s with %s', async (url, head) => {
  const own = head.includes('Hexo') ? '<a href="#r" class="headerlink" title="The railway"></a>' : '';
  const teaser = (title: string, text: string) =>
    `<div><a href="/b">${title}</a> <span>2 May 2024</span><p>${text}</p></div>`;
  const bag = 'Our editor packs a bag in four minutes and tells you what never belongs in it at all.';
  const bread = 'Seven bakers show their ovens and what they bake before the sun is up in the morning.';
  const teasers = `<div><h3>Keep going</h3>${teaser('How to pack a bag', bag)}${teaser('The best bread of the north', bread)}</div><div><p>Theme made by Jane with love in Kyoto, and hosted by the same.</p></div>`;
  const story = `<article><h1>The harbour</h1>${TALE}<h2 id="r">${own}The railway</h2>${TALE}</article>`;
  const body = await read(`${story}${teasers}`, url, head);
  expect(body.textContent).toContain('the families who owned');
  expect(body.textContent).not.toContain('never belongs');
});
