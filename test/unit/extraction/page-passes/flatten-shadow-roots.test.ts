// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { extractArticle } from '../../../../src/extraction/extract-article.ts';

const LINE = 'The harbour freezes from the north, and the women who mend the nets are the first to notice it. ';

test('an article in closed shadow roots is read where the browser gives these, with what is slotted into them', async () => {
  const html = `<x-story><p>${LINE}Slotted.</p></x-story>`;
  // Without a window, since jsdom does not tell what is drawn.
  const page = new DOMParser().parseFromString(html, 'text/html');
  const host = page.body.firstElementChild as Element;
  const root = host.attachShadow({ mode: 'closed' });
  root.innerHTML = `<article><h1>The last ice</h1><p>${LINE}</p><slot></slot><x-part></x-part></article>`;
  const part = root.querySelector('x-part') as Element;
  const inner = part.attachShadow({ mode: 'closed' });
  inner.innerHTML = `<p>${LINE}Within.</p><p>${LINE}</p>`;
  const closed = new Map([
    [host, root],
    [part, inner],
  ]);
  const options = { url: 'https://harbour.example/ice', rootOf: (element: Element) => closed.get(element) };
  const { text } = await extractArticle(page, options);
  expect(text.match(/The harbour freezes/g)).toHaveLength(4);
  expect(text.indexOf('Slotted.')).toBeLessThan(text.indexOf('Within.'));
  expect(page.body.innerHTML).toBe(html);
});

test('closed roots beside an article in the page or in an open root are advertisements and comments', async () => {
  const html = `<article><h1>The last ice</h1><p>${LINE}</p><x-story></x-story></article><x-comments></x-comments>`;
  const page = new DOMParser().parseFromString(html, 'text/html');
  const story = page.querySelector('x-story') as Element;
  story.attachShadow({ mode: 'open' }).innerHTML = `<p>${LINE}</p><p>${LINE}Within.</p>`;
  const closed = (page.querySelector('x-comments') as Element).attachShadow({ mode: 'closed' });
  closed.innerHTML = `<p>A comment. ${LINE}</p><p>${LINE}</p>`;
  const rootOf = (element: Element) => element.shadowRoot ?? (element.tagName === 'X-COMMENTS' ? closed : null);
  const { text } = await extractArticle(page, { url: 'https://harbour.example/ice', rootOf });
  expect(text).toContain('Within.');
  expect(text).not.toContain('A comment.');
});
