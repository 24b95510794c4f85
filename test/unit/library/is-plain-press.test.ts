// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { isPlainPress } from '../../../src/library/use-reading.ts';

test('a click with the main button and no modifier is plain', () => {
  expect(isPlainPress(new MouseEvent('click'))).toBe(true);
});

test.each(['ctrlKey', 'metaKey', 'shiftKey', 'altKey'] as const)('a click with %s is not plain', (key) => {
  expect(isPlainPress(new MouseEvent('click', { [key]: true }))).toBe(false);
});

test('a click with another button, or one that was handled already, is not plain', () => {
  expect(isPlainPress(new MouseEvent('click', { button: 1 }))).toBe(false);
  const used = new MouseEvent('click', { cancelable: true });
  used.preventDefault();
  expect(isPlainPress(used)).toBe(false);
});
