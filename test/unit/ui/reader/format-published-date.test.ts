import { expect, test } from 'vitest';
import { formatPublishedDate } from '../../../../src/ui/reader/format-published-date.ts';

test('the day stays the one the page wrote, whatever its offset', () => {
  expect(formatPublishedDate('2022-08-06T23:50:00+14:00', 'en-GB')).toBe('6 August 2022');
  expect(formatPublishedDate('2022-08-06', 'zh-CN')).toBe('2022年8月6日');
});

test.each(['', 'yesterday', '2022-13-01', '2022-02-30', '2022-08-0612'])('%j is no date', (iso) => {
  expect(formatPublishedDate(iso, 'en')).toBeNull();
});
