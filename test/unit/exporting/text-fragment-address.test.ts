import { expect, test } from 'vitest';
import { textFragmentAddress } from '../../../src/exporting/text-fragment-address.ts';

test.each(['', ' \n '])('without words there is nothing to open the page at (%j)', (exact) => {
  expect(textFragmentAddress('https://news.example/a#b', { exact, prefix: '', suffix: '' })).toBe(
    'https://news.example/a#b',
  );
});

test('half of a character, where the context or a long text without spaces was cut, is left out', () => {
  const exact = `${'海'.repeat(11)}😀${'风'.repeat(200)}`;
  expect(textFragmentAddress('https://news.example/a', { exact, prefix: '', suffix: '风\ud83d' })).toBe(
    `https://news.example/a#:~:text=${encodeURIComponent('海'.repeat(11))},${encodeURIComponent('风'.repeat(12))},-${encodeURIComponent('风')}`,
  );
});
