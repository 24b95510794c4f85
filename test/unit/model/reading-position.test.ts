import { expect, test } from 'vitest';
import { parseReadingPosition } from '../../../src/model/reading-position.ts';

const WHOLE = { block: 3, offset: 0.5, quote: 'The lamps', progress: 0.4, at: 5 };

test.each([{}, { block: 0, offset: 0, progress: 0, at: 0, quote: '' }, { offset: 1, progress: 1 }])(
  'a position with %j is valid',
  (changes) => {
    expect(parseReadingPosition({ ...WHOLE, ...changes })).toEqual({ ...WHOLE, ...changes });
  },
);

test.each([
  ...[{ block: -1 }, { block: '3' }, { block: Number.NaN }, { block: null }],
  ...[{ offset: 1.1 }, { offset: -0.1 }, { offset: undefined }],
  ...[{ progress: 2 }, { progress: Number.POSITIVE_INFINITY }, { progress: '1' }],
  ...[{ at: -1 }, { at: Number.NaN }, { at: null }],
  ...[{ quote: 7 }, { quote: undefined }],
])('a position with %j is not valid', (changes) => {
  expect(parseReadingPosition({ ...WHOLE, ...changes })).toBeNull();
});

test.each([null, undefined, 'text', 7, []])('%j is not a position', (value) => {
  expect(parseReadingPosition(value)).toBeNull();
});

test('a long quote is cut, and unknown fields are dropped', () => {
  const quote = 'a'.repeat(5000);
  const parsed = parseReadingPosition({ ...WHOLE, quote, title: 'The harbour' });
  expect(parsed?.quote.length).toBeLessThan(100);
  expect(quote.startsWith(parsed?.quote ?? 'b')).toBe(true);
  expect(Object.keys(parsed ?? {}).sort()).toEqual(Object.keys(WHOLE).sort());
});
