import { expect, test } from 'vitest';
import { cleanTags } from '../../../src/importing/import-row.ts';

test('of tags that are one to the library the first spelling is kept', () => {
  expect(cleanTags([' Café ', 'cafe', 'CAFÉ', 7, '', 'Sea'])).toEqual(['Café', 'Sea']);
});

test('a page with more tags than any has is cut', () => {
  expect(cleanTags(Array.from({ length: 1000 }, (_, at) => `tag ${at}`))).toHaveLength(100);
});

test('a tag that is too long is cut between characters', () => {
  expect(cleanTags([`${'a'.repeat(99)}😀`])).toEqual(['a'.repeat(99)]);
});
