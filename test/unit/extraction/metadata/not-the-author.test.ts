// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { chooseByline } from '../../../../src/extraction/metadata/choose-byline.ts';

const bylineIn = (article: string): string | null =>
  chooseByline(
    new DOMParser().parseFromString(`<article>${article}</article>`, 'text/html'),
    'https://heron.example/a',
  );

const bylineOf = (box: string): string | null => bylineIn(`<div class="byline">${box}</div>`);

test.each([
  '<a href="/tag/rivers">Rivers and Lakes</a>',
  '<a href="https://heron.example/category/rivers">Rivers and Lakes</a>',
  '<span class="byline__category"><a href="/rivers-and-lakes">Rivers and Lakes</a></span>',
])('what an article is about wrote no article: %s', (topic) => {
  expect(bylineOf(`${topic} <span>May 3, 2026</span>`)).toBeNull();
  expect(bylineOf(`<span>By Ann Lee</span> <span>May 3, 2026</span> ${topic}`)).toBe('Ann Lee');
});

test('a name that links to a person stays, also beside the word category', () => {
  expect(bylineOf('<a href="/people/ann">Ann Lee</a>, <span class="category-news">May 3, 2026</span>')).toBe('Ann Lee');
});

test.each(['Reviewed by', 'Fact-checked by ', 'Edited by'])('who did something else wrote no article: %s', (what) => {
  const other = `<span>${what} <a href="/r/bo">Bo Carr</a></span>`;
  expect(bylineOf(other)).toBeNull();
  expect(bylineOf(`${other} <span>Written by <a href="/r/ann">Ann Lee</a></span>`)).toBe('Ann Lee');
});

test('the description of an author is no name', () => {
  expect(bylineIn('<div><p>Ann Lee</p><div class="author-description">Master of Arts</div></div>')).toBeNull();
  expect(bylineIn('<div class="author-name">Ann Lee</div>')).toBe('Ann Lee');
});

test('a paper in a folder of people is nobody', () => {
  expect(bylineIn('<a href="/people/bo/paper.pdf">Rivers and Lakes</a>')).toBeNull();
  expect(bylineIn('<a href="/people/bo">Bo Carr</a>')).toBe('Bo Carr');
});
