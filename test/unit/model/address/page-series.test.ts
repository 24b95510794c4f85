import { expect, test } from 'vitest';
import { pageSeries } from '../../../../src/model/address/page-series.ts';

const AT = 'https://news.example';

test.each([
  ['/2026/harbour.html', '/2026/harbour_2.html', null, '/2026/harbour_3.html'],
  ['/2026/harbour.html', '/2026/harbour_1.html', 2, '/2026/harbour_2.html'],
  ['/2026/harbour.html', '/2026/harbour-2.html', 2, '/2026/harbour-3.html'],
  ['/t20260503_8801.html', '/t20260503_8801_2.html', null, '/t20260503_8801_3.html'],
  ['/harbour/', '/harbour/2/', null, '/harbour/3/'],
  ['/harbour', '/harbour/2', null, '/harbour/3'],
  ['/harbour/', '/harbour/index_2.html', null, '/harbour/index_3.html'],
  ['/harbour', '/harbour/page/2', null, '/harbour/page/3'],
  ['/harbour/page/1', '/harbour/page/2', null, '/harbour/page/3'],
  ['/harbour/page-1', '/harbour/page-2', null, '/harbour/page-3'],
  ['/harbour?page=1', '/harbour?page=2', null, '/harbour?page=3'],
  ['/show.php?id=7', '/show.php?id=7&page=2', null, '/show.php?id=7&page=3'],
  ['/harbour', '/harbour?page=1', 2, '/harbour?page=2'],
  ['/harbour?utm_source=mail', '/harbour?page=2', null, '/harbour?page=3'],
])('%s continues at %s', (first, second, said, third) => {
  const series = pageSeries(AT + first, AT + second, said);
  expect(series?.keyOf(2)).toBe(AT + second);
  expect(series?.keyOf(3)).toBe(AT + third);
});

test.each([
  ['the next of numbered articles', '/story/1', '/story/2', null],
  ['one whose address counts up', '/story/7', '/story/8', null],
  ['one by its number', '/archives/1234.html', '/archives/1235.html', null],
  ['one by its id', '/?p=1', '/?p=2', null],
  ['one by another parameter', '/story?id=1', '/story?id=2', null],
  ['another story', '/harbour.html', '/lighthouse.html', null],
  ['another with a number at its end', '/harbour.html', '/lighthouse_2.html', null],
  ['a second of the same name', '/harbour.html', '/harbour-2.html', null],
  ['a chapter', '/chapter_1.html', '/chapter_2.html', null],
  ['the page itself', '/harbour', '/harbour#comments', 2],
  ['the page after the next', '/harbour', '/harbour/3', null],
  ['what is labelled with another number', '/harbour', '/harbour/2', 3],
  ['a year', '/harbour', '/harbour/2026', null],
  ['the first page itself', '/harbour', '/harbour?page=1', null],
  ['older entries of a home page', '/', '/page/2', null],
  ['older entries of a home page, as a parameter', '/', '/?paged=2', null],
  ['other things that change with the page', '/harbour?sort=new', '/harbour?sort=old&page=2', null],
])('is not taken for the next page: %s', (_what, first, second, said) => {
  expect(pageSeries(AT + first, AT + second, said)).toBeNull();
});

test('another origin is another site', () => {
  expect(pageSeries(`${AT}/harbour`, 'https://evil.example/harbour/2', null)).toBeNull();
  expect(pageSeries(`${AT}/harbour`, 'http://news.example/harbour/2', null)).toBeNull();
  expect(pageSeries(`${AT}/harbour`, 'javascript:alert(2)', null)).toBeNull();
});

test('pages of lists are told by names and parameters', () => {
  expect(pageSeries(`${AT}/harbour`, `${AT}/harbour/page/2`, null)?.isLikeList).toBe(true);
  expect(pageSeries(`${AT}/harbour`, `${AT}/harbour?page=2`, null)?.isLikeList).toBe(true);
  expect(pageSeries(`${AT}/harbour.html`, `${AT}/harbour_2.html`, null)?.isLikeList).toBe(false);
});
