import { expect, test } from 'vitest';
import { textFragmentAddress } from '../../../src/exporting/text-fragment-address.ts';

test.each(['', ' \n '])('an empty passage gives the address unchanged (%j)', (exact) => {
  expect(textFragmentAddress('https://news.example/a#b', { exact, prefix: '', suffix: '' })).toBe(
    'https://news.example/a#b',
  );
});

test('a lone surrogate, where the context or a long text was cut, is left out', () => {
  const exact = `${'海'.repeat(11)}😀${'风'.repeat(200)}`;
  expect(textFragmentAddress('https://news.example/a', { exact, prefix: '', suffix: '风\ud83d' })).toBe(
    `https://news.example/a#:~:text=${encodeURIComponent('海'.repeat(11))},${encodeURIComponent('风'.repeat(12))},-${encodeURIComponent('风')}`,
  );
});

test.each([
  ['https://news.example/a#:~:text=one%20more', 'https://news.example/a#:~:text=sea'],
  ['https://news.example/a#b:~:text=one&text=two', 'https://news.example/a#b:~:text=sea'],
  ['https://news.example/#/docs#install', 'https://news.example/#/docs#install:~:text=sea'],
])('the fragment of %s is kept, and a text fragment in it is replaced', (url, address) => {
  expect(textFragmentAddress(url, { exact: 'sea', prefix: '', suffix: '' })).toBe(address);
});

test('a passage of several lines is told by its first and last words, and by the whole words around it', () => {
  const exact = 'The lamps were lit along the pier.\nNobody came.\nAt ten the ferry left without a single passenger.';
  const [prefix, suffix] = ['ery boat of the harbour was in. ', ' In the morning they found the b'];
  expect(textFragmentAddress('https://news.example/a', { exact, prefix, suffix })).toBe(
    'https://news.example/a#:~:text=boat%20of%20the%20harbour%20was%20in.-,The%20lamps%20were%20lit,' +
      'without%20a%20single%20passenger.,-In%20the%20morning%20they%20found%20the',
  );
});

test('dashes, commas, ampersands and apostrophes of a passage are text, not signs of the fragment', () => {
  const exact = "well-known, half-empty & Bob's, 'so-so'";
  const address = textFragmentAddress('https://news.example/a', { exact, prefix: '', suffix: '' });
  expect(address).toMatch(/#:~:text=[^-,&']+$/);
  expect(decodeURIComponent(address)).toBe(`https://news.example/a#:~:text=${exact}`);
});
