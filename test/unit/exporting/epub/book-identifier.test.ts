import { expect, test } from 'vitest';
import { bookIdentifier } from '../../../../src/exporting/epub/book-identifier.ts';

test('the same articles are the same book, in any order, and others are another', () => {
  expect(bookIdentifier(['a'])).toBe('urn:recto:a');
  const both = bookIdentifier(['a', 'b']);
  expect(both).toMatch(/^urn:recto:\w+$/);
  expect(bookIdentifier(['b', 'a'])).toBe(both);
  expect(
    new Set([both, bookIdentifier(['a', 'c']), bookIdentifier(['a', 'b', 'c']), bookIdentifier(['ab'])]).size,
  ).toBe(4);
});
