// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { plainDom } from '../../../../../src/ui/parts/picking/plain-dom.ts';

test('a form is read without the properties that its controls shadow', () => {
  document.body.innerHTML = '<form class="write" id="f"><p>text</p></form><p>next</p>';
  const form = document.querySelector('form') as HTMLFormElement;
  // Browsers give a form's controls as its own properties; jsdom does not.
  for (const name of ['parentElement', 'children', 'textContent', 'nextElementSibling', 'localName', 'getAttribute'])
    Object.defineProperty(form, name, { value: document.createElement('input') });
  expect(plainDom.parent(form)).toBe(document.body);
  expect([...plainDom.children(form)].map(plainDom.localName)).toEqual(['p']);
  expect(plainDom.text(form)).toBe('text');
  expect(plainDom.next(form)?.textContent).toBe('next');
  expect(plainDom.localName(form)).toBe('form');
  expect(plainDom.attribute(form, 'class')).toBe('write');
});
