// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { addMissing } from '../../../../src/extraction/completeness/add-missing.ts';
import type { MissingBlock } from '../../../../src/extraction/completeness/find-missing.ts';
import type { PageBlock } from '../../../../src/extraction/completeness/page-block.ts';
import { lettersAndDigits } from '../../../../src/model/text/letters.ts';
import { sampleArticle } from '../../fakes/sample-article.ts';

const HTML = '<p>The tide goes out.</p><ul><li>Ebb</li><li>Flow at the second pole</li></ul><p>The tide comes in.</p>';

const page = document.implementation.createHTMLDocument('');
page.body.innerHTML = `<div id="story"><p>The tide goes out.</p><ul><li>Ebb</li><li>Flow at the second pole</li><li id="slack">Slack <b>water</b></li></ul>
  <p id="late">It is <a href="https://news.example/tides">late</a>.<img src="/spy.gif" onerror="alert(1)"></p><p>The tide comes in.</p></div>`;

function blockOf(element: Element | null): PageBlock {
  if (!element) throw new Error('not in the page');
  const text = element.textContent ?? '';
  return { element, text, letters: lettersAndDigits(text.toLowerCase()), weight: text.length, linked: 0 };
}

const named = (selector: string) => blockOf(page.querySelector(selector));
const add = (missing: MissingBlock[]) =>
  addMissing(sampleArticle({ html: HTML, text: 'The tide goes out.' }), missing, (html) => {
    const template = document.createElement('template');
    template.innerHTML = html;
    return template.content;
  });

test('a missing paragraph is put behind the last one before it, outside of a list that it does not belong to', () => {
  const added = add([{ block: named('#late'), after: named('li:nth-child(2)') }]);
  expect(added?.complete.html).toBe(
    HTML.replace('</ul>', '</ul><p>It is <a href="https://news.example/tides">late</a>.</p>'),
  );
  expect(added).toMatchObject({ count: 1, first: 'It is late.' });
  expect(added?.complete.text).toContain('It is late.');
  expect(added?.complete.contentHash).not.toBe(sampleArticle({ html: HTML }).contentHash);
});

test('a missing list item is put into its list', () => {
  const html = add([{ block: named('#slack'), after: named('li:nth-child(2)') }])?.complete.html;
  expect(html).toBe(HTML.replace('</ul>', '<li>Slack <b>water</b></li></ul>'));
});

test('paragraphs before the whole article are put at its beginning, in their order', () => {
  const added = add([
    { block: named('#late'), after: null },
    { block: named('p:last-child'), after: null },
  ]);
  expect(added?.complete.html).toMatch(/^<p>It is .*<\/p><p>The tide comes in\.<\/p><p>The tide goes out/);
  expect(added?.count).toBe(2);
});

test('gives null when nothing is missing', () => expect(add([])).toBeNull());
