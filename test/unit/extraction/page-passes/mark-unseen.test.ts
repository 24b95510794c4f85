// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest';
import { extractArticle } from '../../../../src/extraction/extract-article.ts';

const STORY =
  'The ferry left before dawn, as it had every morning for thirty years, and nobody saw it come back. '.repeat(3);

/** jsdom lays nothing out: the class stands for what the browser does not draw. */
function showPage(body: string): void {
  document.body.innerHTML = body;
  Object.assign(Element.prototype, {
    checkVisibility(this: Element) {
      return this.closest('.undrawn') === null;
    },
  });
}

afterEach(() => {
  Reflect.deleteProperty(Element.prototype, 'checkVisibility');
});

const read = async () => (await extractArticle(document, { url: 'https://example.org/news/the-ferry' })).text;

test('a copy that is not drawn is dropped', async () => {
  showPage(
    `<main>${`<p>${STORY}</p>`.repeat(6)}<div class="undrawn"><p>Printed by the harbour office, twelve copies, not for sale.</p></div></main>`,
  );
  expect(await read()).not.toContain('harbour office');
});

test('single paragraphs that are not drawn are dropped, however many there are', async () => {
  const hidden = [1, 2, 3, 4, 5].map(
    (n) => `<p class="undrawn">Draft ${n} of the harbour office, not for sale. ${STORY}</p>`,
  );
  showPage(`<main><p>${STORY}</p>${hidden.join('')}<p>Its bell was found on the beach a year later.</p></main>`);
  const text = await read();
  expect(text).toContain('Its bell');
  expect(text).not.toContain('harbour office');
});

test('an article that is not drawn yet is kept, however long the scripts of the page are', async () => {
  showPage(
    `<div class="undrawn"><main>${`<p>${STORY}</p>`.repeat(6)}</main></div><script type="application/json">${'"state", '.repeat(5_000)}</script>`,
  );
  expect(await read()).toContain('The ferry left before dawn');
});

test('paragraphs that NitroPack hides below the window until its styles are loaded are kept', async () => {
  const below = `<p class="undrawn nitro-offscreen">Its bell was found on the beach a year later. ${STORY}</p>`;
  showPage(
    `<main>${`<p>${STORY}</p>`.repeat(6)}${below}<p class="undrawn">Printed by the harbour office, twelve copies, not for sale.</p></main>`,
  );
  const text = await read();
  expect(text).toContain('Its bell');
  expect(text).not.toContain('harbour office');
});

test('copies for other screens that are not drawn are dropped, however many there are', async () => {
  const copies = [1, 2, 3].map((n) => {
    const variant = (kind: string) => `<div class="${kind}"><p>Watch ${n} saw a light in the roads. ${STORY}</p></div>`;
    return variant('undrawn') + variant('wide') + variant('undrawn');
  });
  showPage(`<main>${copies.join('')}</main>`);
  expect((await read()).match(/Watch 2 saw/g)).toHaveLength(1);
});
