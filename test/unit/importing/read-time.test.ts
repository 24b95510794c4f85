import { afterEach, expect, test, vi } from 'vitest';
import { readTime } from '../../../src/importing/read-time.ts';
import { localDay } from '../../../src/model/local-day.ts';

const MOMENT = Date.UTC(2023, 0, 15, 10, 30);

afterEach(() => void vi.unstubAllEnvs());

test.each([
  ['seconds', 1_673_778_600],
  ['seconds as text', '1673778600'],
  ['milliseconds', '1673778600000'],
  ['microseconds', '1673778600000000'],
  ['ISO 8601', '2023-01-15T10:30:00Z'],
  ['a zone of its own', '2023-01-15 18:30:00+08:00'],
  ['a zone west of Greenwich', '2023-01-15 07:00:00-0330'],
])('%s are read', (_what, value) => {
  expect(readTime(value)).toBe(MOMENT);
});

test('the last moment of a day, month and year is read', () => {
  expect(readTime('2023-12-31T23:59:59Z')).toBe(Date.UTC(2023, 11, 31, 23, 59, 59));
  expect(readTime('2023年12月31日')).toBe(new Date(2023, 11, 31).getTime());
});

test.each(['America/New_York', 'UTC', 'Asia/Shanghai'])(
  'a date without a time is that day in the list, which shows local days: %s',
  (zone) => {
    vi.stubEnv('TZ', zone);
    for (const text of ['2023-01-15', '2023/1/15', '2023年01月15日', '15.01.2023', 'January 15, 2023', '15 Jan 2023'])
      expect(localDay(readTime(text) ?? 0), text).toBe('2023-01-15');
    expect(readTime('2019/5/1')).toBe(new Date(2019, 4, 1).getTime());
  },
);

test('a time without a zone is local, also with full stops and in English', () => {
  const here = new Date(2023, 0, 15, 10, 30).getTime();
  for (const text of [
    '2023-01-15 10:30',
    '15.01.2023 10:30',
    '15.1.2023, 10:30:00',
    'January 15, 2023 10:30 AM',
    'Jan 15, 2023, 10:30 AM',
    '15 January 2023 10:30',
  ]) {
    expect(readTime(text), text).toBe(here);
  }
  expect(readTime('Sun, 15 Jan 2023 10:30:00 GMT')).toBe(MOMENT);
});

test('an ambiguous date is not read', () => {
  expect(readTime('01/02/2023')).toBeNull();
});

test.each([
  '1601-01-01',
  '1989-12-31',
  '9999-01-01',
  '2100-01-01T00:00:00Z',
  '253370764800',
  100_000_000,
  '0001-01-01',
])('impossible years are not read: %s', (value) => {
  expect(readTime(value)).toBeNull();
});

test.each([
  '',
  'yesterday',
  '2023-13-01',
  '2023-01-32',
  '2023-01-00',
  '2023-01-01 25:00',
  '2023-01-01 10:60',
  '2023-01-01 10:30:61',
  '15.13.2023',
  '1.2.2023.4',
  'Chapter 15, 2023',
  Number.NaN,
  -1,
  null,
  {},
  true,
])('what is not a time is not read: %j', (value) => {
  expect(readTime(value)).toBeNull();
});
