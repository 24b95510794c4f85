import { expect, test } from 'vitest';
import { textFragmentAddress } from '../../../src/exporting/text-fragment-address.ts';

test.each(['', ' \n '])('without words there is nothing to open the page at (%j)', (exact) => {
  expect(textFragmentAddress('https://news.example/a#b', { exact, prefix: '', suffix: '' })).toBe(
    'https://news.example/a#b',
  );
});
