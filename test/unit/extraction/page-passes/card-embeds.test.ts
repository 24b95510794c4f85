// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { extractArticle } from '../../../../src/extraction/extract-article.ts';
import type { PageContext } from '../../../../src/extraction/extraction-pass.ts';
import { cardEmbeds } from '../../../../src/extraction/page-passes/card-embeds.ts';
import { UNSEEN } from '../../../../src/extraction/page-passes/mark-unseen.ts';

/** A paragraph like no other. */
const tell = (year: number): string =>
  `<p>${`In ${year} the harbour froze from the north, and those who mend nets in ${year} noticed it first. `.repeat(4)}</p>`;

/** What a page with this between its paragraphs is read as. */
async function read(middle: string): Promise<Document> {
  const html = `<title>Ice</title><main>${tell(1901)}${middle}${tell(1902)}</main>`;
  const live = new DOMParser().parseFromString(html, 'text/html');
  const article = await extractArticle(live, { url: 'https://news.example/ice' });
  return new DOMParser().parseFromString(article.html, 'text/html');
}

test('text below the card of a link stays there', async () => {
  const page = await read(
    '<figure class="kg-bookmark-card"><a href="https://ledger.example/"><div class="kg-bookmark-title">The ledger</div></a><figcaption>Kept in the church.</figcaption></figure>',
  );
  expect(page.querySelector('figure.embed')?.innerHTML).toBe(
    '<a href="https://ledger.example/">The ledger</a><figcaption>Kept in the church.</figcaption>',
  );
});

test('an article in a box named like a link card keeps its text', async () => {
  const page = await read(
    `<div class="blogcard"><h2 class="title">The ledger</h2>${[1903, 1904, 1905].map(tell).join('')}<a href="/more">More</a></div>`,
  );
  expect(page.querySelector('figure')).toBeNull();
  expect(page.querySelectorAll('p')).toHaveLength(5);
});

test.each([
  [
    'XenForo',
    '<div class="bbCodeBlock bbCodeBlock--unfurl js-unfurl"><div class="contentRow-figure"><img src="/thumb.jpg"></div><h3 class="contentRow-header js-unfurl-title"><a href="https://ledger.example/">The ledger</a></h3><div class="contentRow-snippet js-unfurl-desc">Names of boats.</div></div>',
  ],
  [
    'Discourse',
    '<aside class="onebox"><header class="source"><img class="site-icon" src="/icon.png"><a href="https://ledger.example/">Ledgers</a></header><article class="onebox-body"><img class="thumbnail" src="/thumb.jpg"><h3><a href="https://ledger.example/">The ledger</a></h3><p>Names of boats.</p></article></aside>',
  ],
])('the preview of a link in a forum of %s is a card, and no heading', async (_engine, html) => {
  const page = await read(html);
  expect(page.querySelector('figure.embed')?.textContent).toBe('The ledger');
  expect(page.querySelector('figure.embed img')?.getAttribute('src')).toMatch(/thumb/);
  expect(page.querySelector('h2, h3')).toBeNull();
  expect(page.body.textContent).not.toContain('Names of boats');
});

const CARD = '<div class="blogcard"><a href="https://ledger.example/"><strong>The ledger</strong></a></div>';

test.each([
  ['stands in a box of such links', `<div class="related-posts">${CARD}</div>`],
  ['is not drawn', CARD.replace('class', `${UNSEEN} class`)],
  ['stands in a box that is not drawn', `<div ${UNSEEN}>${CARD}</div>`],
])('the card of a link that %s is no part of the article', async (_where, html) => {
  expect((await read(html)).querySelector('figure, a')).toBeNull();
});

test('of thousands of cards in one figure each is searched alone', () => {
  const { body } = new DOMParser().parseFromString(`<figure>${CARD.repeat(2000)}</figure>`, 'text/html');
  const asked = vi.spyOn(body.firstElementChild as Element, 'querySelectorAll');
  cardEmbeds.run({ clone: body.ownerDocument, url: 'https://news.example/ice' } as PageContext);
  expect(body.querySelectorAll('figure.embed')).toHaveLength(2000);
  expect(asked).not.toHaveBeenCalled();
});
