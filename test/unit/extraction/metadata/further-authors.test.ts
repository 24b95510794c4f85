// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { chooseByline } from '../../../../src/extraction/metadata/choose-byline.ts';

const bylineOf = (html: string): string | null =>
  chooseByline(new DOMParser().parseFromString(html, 'text/html'), 'https://www.example.com/a');

test.each(['Words: Ann Lee', 'लेखक: राम शर्मा', '文字：王小明'])('takes the name behind a label: %s', (line) =>
  expect(bylineOf(`<p>${line}</p>`)).toBe(line.replace(/^.*[:：]\s*/, '')),
);

test.each(['writer__name', 'contributor-name'])('finds an author that a site marks as %s', (name) =>
  expect(bylineOf(`<div><span class="${name}">Ann Lee</span> <span>10:19</span></div>`)).toBe('Ann Lee'),
);

test('takes the names that a stroke parts', () => {
  const ana = '<a href="/autor/ana">Ana Pérez</a>';
  const luis = '<a href="/autor/luis">Luis Vega</a>';
  expect(bylineOf(`<p>${ana} / ${luis}</p>`)).toBe('Ana Pérez, Luis Vega');
});

test('takes no photographer for the author', () => {
  const photo = '<figure><img src="/a.jpg"><p class="photo__author">Фото: Иван Петров</p></figure>';
  expect(bylineOf(photo)).toBeNull();
  expect(bylineOf(`${photo}<p class="doc__authors">Анна Лунина</p>`)).toBe('Анна Лунина');
});

test.each([
  '<a class="write-review" href="#w">Write A Review</a>',
  '<p class="writer-tips">Ten Tips</p>',
  '<div><p>Open all day.</p><p style="margin-right:10px"><strong>Boat Hire</strong></p></div>',
  '<div><p style="text-align:right"><strong>Boat Hire</strong></p></div>',
  '<blockquote><p>It is cold.</p><p style="text-align:right"><strong>Bo Chan</strong></p></blockquote>',
  '<h2>Words, Phrases and Clauses</h2>',
  '<p>Director: Mira Nath. </p><p>Writer: Satya Ray</p>',
  '<div id="comments"><h1>2 comments</h1><p class="author">Bo Chan</p></div>',
  '<h1>The harbour</h1><div class="sidebar"><h1>Voices</h1><p class="author">Bo Chan</p></div>',
])('no author is named by %s', (html) =>
  expect(bylineOf(`<article><p>The harbour froze.</p></article>${html}`)).toBeNull(),
);
