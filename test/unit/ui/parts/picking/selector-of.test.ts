// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { selectorOf } from '../../../../../src/ui/parts/picking/selector-of.ts';

// jsdom has no CSS.escape.
globalThis.CSS = { escape: (name: string) => name.replace(/[^\w-]/g, '\\$&') } as typeof CSS;

function pick(html: string): { selector: string; found: Element | null; picked: Element | null } {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const picked = page.querySelector('[data-picked]');
  if (!picked) throw new Error('nothing is picked');
  const selector = selectorOf(picked) ?? '';
  return { selector, picked, found: page.querySelector(selector || 'none') };
}

test.each([
  ['its class', '<div class="post-body" data-picked>', 'div.post-body'],
  ['its id', '<div id="story" class="x1y2" data-picked>', 'div#story'],
  ['no class of a state', '<div class="story is-open js-ready visible" data-picked>', 'div.story'],
  ['no name that a machine made', '<div id="post-2047" class="css-1x2y3z sc-aXbYc story" data-picked>', 'div.story'],
  ['where it stands', '<p>a</p><main class="page"><p data-picked>', 'main.page > p'],
  ['a class with signs', '<div class="w:body/half" data-picked>', 'div.w\\:body\\/half'],
])('selects it by %s', (_what, html, selector) => {
  const picked = pick(html);
  expect(picked.selector).toBe(selector);
  expect(picked.found).toBe(picked.picked);
});

test('uses positions where no class or id is unique', () => {
  const { selector, found, picked } = pick(
    '<div><div><div>a</div></div></div><div><div><div>b</div><div data-picked>c</div></div></div>',
  );
  expect(found).toBe(picked);
  expect(selector).toBe('body > div:nth-of-type(2) > div:nth-of-type(1) > div:nth-of-type(2)');
});

test('a form whose fields are named like properties is found', () => {
  const { found, picked } = pick(
    '<section><form class="write" data-picked><input name="id"><input name="localName"><p>a</p></form></section>',
  );
  expect(found).toBe(picked);
});

test('an element that was removed, or is too deep to be stored, has no selector', () => {
  const page = new DOMParser().parseFromString('<div class="story">a</div>', 'text/html');
  const story = page.querySelector('.story');
  story?.remove();
  expect(story && selectorOf(story)).toBeNull();
  const nested = (inner: string) => `${'<div>'.repeat(90)}${inner}${'</div>'.repeat(90)}`;
  expect(pick(`${nested('<p></p>')}${nested('<p data-picked></p>')}`).selector).toBe('');
});
