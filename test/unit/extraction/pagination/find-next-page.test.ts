// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { findNextPage } from '../../../../src/extraction/pagination/find-next-page.ts';
import { sampleArticle } from '../../fakes/sample-article.ts';

const AT = 'https://news.example';
const DECLARED = '<meta property="og:type" content="article">';

/** The address of page 2 that is found; null for none. */
function find(html: { head?: string; body?: string; article?: string; path?: string }): string | null {
  const page = new DOMParser().parseFromString(
    `<head><base href="${AT}/">${html.head ?? ''}</head><body class="has-comments">${html.body ?? ''}</body>`,
    'text/html',
  );
  const template = document.createElement('template');
  template.innerHTML = html.article ?? '<p>The lamps were lit.</p>';
  const article = sampleArticle({ url: `${AT}${html.path ?? '/harbour.html'}` });
  return findNextPage(page, article, template.content)?.keyOf(2).slice(AT.length) ?? null;
}

test.each([
  ['<a href="/harbour_2.html">下一页</a>'],
  ['<a href="/harbour_2.html">下一页 &gt;</a>'],
  ['<a href="/harbour_2.html">2</a>'],
  ['<a href="/harbour_2.html">第2页</a>'],
  ['<a href="/harbour_2.html">Next »</a>'],
  ['<a href="/harbour_2.html">Next\n  page</a>'],
  ['<a href="/harbour_2.html">次のページ</a>'],
  ['<a href="/harbour_2.html">التالي</a>'],
  ['<a href="/harbour_2.html" aria-label="Next page">›</a>'],
  ['<a href="/harbour_2.html" rel="nofollow next">The lamps go out</a>'],
])('the next page is found by %s', (body) => {
  expect(find({ body })).toBe('/harbour_2.html');
});

test('the next page is found by rel=next in the head', () => {
  expect(find({ head: '<link rel="next" href="/harbour_2.html">' })).toBe('/harbour_2.html');
});

test.each([
  ['the next article, declared', '<a rel="next" href="/lighthouse.html">Next</a>'],
  ['the next article, in words', '<a href="/harbour_2.html">下一篇</a>'],
  ['a teaser with the same name', '<a href="/harbour_2.html">The harbour, part two</a>'],
  ['pages of comments', '<div class="comments"><a href="/harbour_2.html">2</a></div>'],
  ['what stands beside', '<aside><a href="/harbour_2.html">Next</a></aside>'],
  ['a footnote', '<a href="/harbour.html#fn2">2</a>'],
])('is not taken for the next page: %s', (_what, body) => {
  expect(find({ body })).toBeNull();
});

const BODY = '<a href="/harbour_2.html">2</a>';

test('a thread is not joined', () => {
  const post = (name: string) => `<article><p><strong>${name}</strong> · <small>3 May</small></p><p>Lit.</p></article>`;
  expect(find({ body: BODY, article: post('Ada') + post('Per') })).toBeNull();
  expect(find({ body: BODY, article: '<article><p>Lit.</p></article><article><p>Out.</p></article>' })).toBeNull();
  expect(find({ body: BODY, article: '<article><p>The lamps were lit.</p></article>' })).toBe('/harbour_2.html');
});

test('a list of articles is not joined', () => {
  const entry = '<h2><a href="/a">The lamps</a></h2><p>They were lit.</p>';
  expect(find({ body: BODY, article: entry + entry })).toBeNull();
  expect(find({ body: BODY, article: entry })).toBe('/harbour_2.html');
});

test('the page must declare an article where lists are paged in the same way', () => {
  const body = '<a rel="next" href="/harbour/page/2">Next</a>';
  const path = '/harbour';
  expect(find({ body, path })).toBeNull();
  expect(find({ body, path, head: DECLARED })).toBe('/harbour/page/2');
  const data = (type: string) => `<script type="application/ld+json">{"@type": "${type}"}</script>`;
  expect(find({ body, path, head: data('NewsArticle') })).toBe('/harbour/page/2');
  expect(find({ body, path, head: DECLARED + data('CollectionPage') })).toBeNull();
});
