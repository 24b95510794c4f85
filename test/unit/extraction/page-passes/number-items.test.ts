// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { extractArticle } from '../../../../src/extraction/extract-article.ts';

const STORY = `<p>${'The ferry left before dawn, as it had every morning for thirty years, and nobody saw it come back. '.repeat(3)}</p>`;

/** The items of a list as the article has them: the number that each sets, and its text. */
async function read(list: string, style: string): Promise<string[]> {
  Object.assign(Element.prototype, { checkVisibility: () => true });
  document.body.innerHTML = `<style>${style}</style><main>${STORY.repeat(4)}<ol>${list}</ol>${STORY}</main>`;
  const { html } = await extractArticle(document, { url: 'https://example.org/news/the-ferry' });
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  Reflect.deleteProperty(Element.prototype, 'checkVisibility');
  return [...body.querySelectorAll('li')].map((item) => `${item.getAttribute('value') ?? ''} ${item.textContent}`);
}

const AD = '<li class="ad-slot"></li>';

test('an item that the page does not draw has no number', async () => {
  const list = `<li>Untie the boat</li>${AD}<li>Start the engine</li>`;
  expect(await read(list, '.ad-slot { display: none }')).toEqual([' Untie the boat', ' Start the engine']);
  expect(await read(list, '')).toEqual([' Untie the boat', '3 Start the engine']);
});

test('items that the page draws as mere boxes have no numbers, and no gap stands between them', async () => {
  const list = `<li>Untie the boat</li>${AD}<li>Start the engine</li>`;
  expect(await read(list, 'li { display: flex }')).toEqual([' Untie the boat', ' Start the engine']);
});
