// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { isPlainPress } from '../../../src/library/use-reading.ts';

test('a click with the first button and no key means to follow a link here', () => {
  expect(isPlainPress(new MouseEvent('click'))).toBe(true);
});

test.each(['ctrlKey', 'metaKey', 'shiftKey', 'altKey'] as const)('one with %s means something else', (key) => {
  expect(isPlainPress(new MouseEvent('click', { [key]: true }))).toBe(false);
});

test('nor does one with another button, or one that something else was done with', () => {
  expect(isPlainPress(new MouseEvent('click', { button: 1 }))).toBe(false);
  const used = new MouseEvent('click', { cancelable: true });
  used.preventDefault();
  expect(isPlainPress(used)).toBe(false);
});
