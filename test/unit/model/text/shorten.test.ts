import { expect, test } from 'vitest';
import { shorten } from '../../../../src/model/text/shorten.ts';

test('a long text keeps its first characters, of which none is cut in two; any other stays as it is', () => {
  expect(shorten('𠮷野家𠮷野家', 4)).toBe('𠮷野家𠮷…');
  expect(shorten('𠮷野家', 3)).toBe('𠮷野家');
});
