import { expect, test } from 'vitest';
import { cleanTags } from '../../../src/importing/import-row.ts';

test('an import keeps the first spelling of tags that are equal in the library', () => {
  expect(cleanTags([' Café ', 'cafe', 'CAFÉ', 7, '', 'Sea'])).toEqual(['Café', 'Sea']);
});

test('none of very many tags is lost', () => {
  expect(cleanTags(Array.from({ length: 1500 }, (_, at) => `tag ${at}`))).toHaveLength(1500);
});

test('a long tag is cut between characters', () => {
  expect(cleanTags([`${'a'.repeat(99)}😀`])).toEqual(['a'.repeat(99)]);
});
