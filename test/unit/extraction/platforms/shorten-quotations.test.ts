// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { shortenQuotations } from '../../../../src/extraction/platforms/shorten-quotations.ts';

const LINE = 'Mine has a crack on the left side of the hinge.';

test('a line that two people wrote stays in posts whose box is named after the button that quotes it', () => {
  document.body.innerHTML = [LINE, LINE, `<blockquote>${LINE}</blockquote>So has mine.`]
    .map((html) => `<article class="js-selectToQuote"><div>${html}</div></article>`)
    .join('');
  const posts = [...document.querySelectorAll('div')].map((box) => ({ author: '', date: '', content: [box] }));
  shortenQuotations(posts);
  expect(posts.map(({ content }) => content[0]?.textContent)).toEqual([LINE, LINE, '…So has mine.']);
});
