// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { extractArticle } from '../../../src/extraction/extract-article.ts';

function read(html: string, url: string, force = false) {
  const page = new DOMParser().parseFromString(`<!doctype html>${html}`, 'text/html');
  return extractArticle(page, { url, force });
}

const teaser = (n: number) =>
  `<div class="item"><h3><a href="/news/${n}">The council decides on the new bridge, part ${n}</a></h3><p>Work begins in ${n} weeks.</p></div>`;
const HEADLINES = `<title>The Daily Harbour</title><main>${Array.from({ length: 20 }, (_, n) => teaser(n)).join('')}</main>`;
const RESULTS = HEADLINES.replace('The Daily Harbour', 'bridge: 20 results');
const VIDEO =
  '<title>A walk over the bridge</title><meta property="og:type" content="video.other"><main><video src="a.mp4"></video><h1>A walk over the bridge</h1><p>Filmed in May.</p><ul><li><a href="/v/1">Another walk over another bridge</a></li><li><a href="/v/2">A third walk over a third bridge</a></li></ul></main>';
const NOTE =
  '<title>Bridge closed</title><article><h1>Bridge closed</h1><p>The bridge is closed until Friday, the council said, because a ship has damaged its second pier.</p><p>Buses go by the old road.</p></article>';

test.each([
  ['a home page', HEADLINES, 'https://harbour.example/'],
  ['a home page by its name', HEADLINES, 'https://harbour.example/paper/home.html'],
  ['search results', RESULTS, 'https://harbour.example/search?q=bridge'],
  ['a video page', VIDEO, 'https://video.example/watch?v=abc'],
])('%s is not an article', async (_what, html, url) => {
  await expect(read(html, url)).rejects.toMatchObject({ code: 'not-an-article' });
});

test('force reads the page all the same', async () => {
  const { text } = await read(HEADLINES, 'https://harbour.example/', true);
  expect(text).toContain('The council decides on the new bridge, part 7');
});

test.each([
  ['under its own address', 'https://harbour.example/news/bridge-closed'],
  ['as the only page of a site', 'https://harbour.example/'],
])('a short note is an article, %s', async (_where, url) => {
  expect((await read(NOTE, url)).text).toContain('until Friday');
});

test.each([
  ['a note of one word', '<body>Moved</body>', 'Moved'],
  ['two pictures', '<article><h2>North</h2><img src="n.jpg"><h2>South</h2><img src="s.jpg"></article>', 'North'],
])('%s is read as the article when the page has nothing else', async (_what, html, text) => {
  expect((await read(html, 'https://harbour.example/a.html')).text).toContain(text);
});

test.each([
  ['a page that a script has still to fill', '<div id="root">Loading</div><script src="a.js"></script>'],
  ['a form', '<h1>Sign in</h1><form><label>Name <input name="n"></label></form>'],
  ['a frame', '<p>The map</p><iframe src="https://map.example/"></iframe>'],
])('%s is not an article', async (_what, html) => {
  await expect(read(html, 'https://harbour.example/a.html')).rejects.toMatchObject({ code: 'not-an-article' });
});
