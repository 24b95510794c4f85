// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test } from 'vitest';
import { boxAround, firstBox, narrower, neighbour, wider } from '../../../../../src/ui/parts/picking/block-choice.ts';

const TEXT = 'The poles are renewed each spring, and nobody in the parish could say what they were for any more. ';

beforeEach(() => {
  Element.prototype.checkVisibility = () => true;
  document.body.innerHTML = `
    <nav>Home</nav>
    <main><section id="teasers"><p>${TEXT}</p></section>
      <section id="story"><div id="wrap"><div id="text"><p id="first">${TEXT}</p><p><em id="word">${TEXT}</em></p><p>${TEXT}</p></div></div></section>
      <script>${TEXT}</script><section id="more"><p>${TEXT}</p></section></main>`;
});

afterEach(() => Reflect.deleteProperty(document, 'body'));

const named = (id: string): Element => {
  const element = document.getElementById(id);
  if (!element) throw new Error(`no #${id}`);
  return element;
};

test('pointing at a word or paragraph chooses the box of paragraphs around it', () => {
  expect(boxAround(named('word'))).toBe(named('text'));
  expect(boxAround(named('first'))).toBe(named('text'));
  expect(boxAround(document.querySelector('nav') as Element)).toBe(document.body);
});

test('"wider" skips boxes with no more content, and ends at the body', () => {
  expect(wider(named('text'))).toBe(document.querySelector('main'));
  expect(wider(document.body)).toBeNull();
});

test('"narrower" is the child with most text, and siblings are those with visible text', () => {
  expect(narrower(document.querySelector('main') as Element)).toBe(named('story'));
  expect(narrower(named('word'))).toBeNull();
  expect(neighbour(named('story'), 'next')).toBe(named('more'));
  expect(neighbour(named('story'), 'previous')).toBe(named('teasers'));
  expect(neighbour(named('more'), 'next')).toBeNull();
});

test('begins with the element that the page marks as its content', () => {
  expect(firstBox(document)).toBe(document.querySelector('main'));
  document.body.innerHTML = '<p>a</p>';
  expect(firstBox(document)).toBe(document.body);
});

test('an element that is named body is not taken for the body of its page', () => {
  const { body } = document;
  // Chromium gives named elements as the document's own properties; jsdom does not.
  Object.defineProperty(document, 'body', { value: document.createElement('iframe'), configurable: true });
  expect(wider(body)).toBeNull();
  expect(boxAround(document.querySelector('nav') as Element)).toBe(body);
  body.innerHTML = '<p>a</p>';
  expect(firstBox(document)).toBe(body);
});
