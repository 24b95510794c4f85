// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { addPages } from '../../../../src/extraction/pagination/add-pages.ts';
import { sampleArticle } from '../../fakes/sample-article.ts';

const LINE = 'The keeper climbs the ninety-one steps of his tower every evening.';
const NOTED = '<p>Lit.<a href="#fn1" id="fnref1">1</a></p><ol><li id="fn1">In 1884.</li></ol>';

const toFragment = (html: string) => {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content;
};
const add = (html: string, ...pages: { html: string; text: string }[]) =>
  addPages(sampleArticle({ html, text: LINE }), pages, toFragment);

test('pages are added behind the article in order, and counted', () => {
  const joined = add(
    `<p>${LINE}</p>`,
    { html: '<p>Second.</p>', text: 'Second.' },
    { html: '<p>Third.</p>', text: 'Third.' },
  );
  expect(joined.html).toBe(`<p>${LINE}</p><p>Second.</p><p>Third.</p>`);
  expect(joined.text).toContain('Third.');
  expect(joined.wordCount).toBeGreaterThan(10);
  expect(joined.contentHash).not.toBe(sampleArticle().contentHash);
});

test('a line or picture that pages repeat is shown once, except short lines', () => {
  const picture = '<figure><img src="https://news.example/tower.png"></figure>';
  const page = { html: `<p>${LINE}</p>${picture}<p>And so on.</p>`, text: LINE };
  expect(add(`<p>${LINE}</p>${picture}`, page, page).html).toBe(
    `<p>${LINE}</p>${picture}<p>And so on.</p><p>And so on.</p>`,
  );
});

test('marks of footnotes lead to the notes of their own page', () => {
  expect(add(NOTED, { html: NOTED, text: 'Lit.' }).html).toBe(NOTED + NOTED.replaceAll('fn', 'page-2-fn'));
});
