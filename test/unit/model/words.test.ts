import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { Translate } from '../../../src/model/message-key.ts';
import { createWords } from '../../../src/model/words.ts';

const LOCALES = join(import.meta.dirname, '../../../public/_locales');

/** `i18n.getMessage` as browsers do it, on the shipped strings. */
function translator(locale: string): Translate {
  const messages = JSON.parse(readFileSync(join(LOCALES, locale, 'messages.json'), 'utf8'));
  return (key, ...values) =>
    messages[key].message.replace(/\$(\d)/g, (_: string, index: string) => values[Number(index) - 1] ?? '');
}

const english = createWords(translator('en'), 'en-GB');
const chinese = createWords(translator('zh_CN'), 'zh-CN');
const japanese = createWords(translator('ja'), 'ja');
const arabic = createWords(translator('ar'), 'ar');
const at = (text: string): number => new Date(text).getTime();
const NOW = at('2026-05-20T15:00:00');

describe('language', () => {
  test('the browser’s variant of the language is kept', () => {
    expect(english.locale).toBe('en-GB');
  });

  test('dates are English when the strings are, for lack of others', () => {
    const german = createWords(translator('en'), 'de');
    expect(german.locale).toBe('en');
    expect(german.day(at('2026-05-03T12:00:00'), NOW)).toBe('May 3');
  });

  test('a Traditional browser that gets the Simplified strings gets their dates', () => {
    expect(createWords(translator('zh_CN'), 'zh-TW').locale).toBe('zh-CN');
  });
});

test('since when something is otherwise is told by the day, and today by the time', () => {
  expect(english.since(at('2026-05-20T14:05:00'), NOW)).toBe('14:05');
  expect(english.since(at('2026-05-19T23:59:00'), NOW)).toBe('19 May');
  expect(english.since(at('2025-05-20T14:05:00'), NOW)).toBe('20 May 2025');
});

describe('when', () => {
  test.each([
    ['2026-05-20T14:05:00', '14:05', '14:05'],
    ['2026-05-19T23:59:00', 'yesterday', '昨天'],
    ['2026-05-17T10:00:00', 'Sunday', '星期日'],
    ['2026-05-03T10:00:00', '3 May', '5月3日'],
    ['2025-05-21T10:00:00', '21 May 2025', '2025年5月21日'],
    ['2026-05-22T10:00:00', '22 May', '5月22日'],
  ])('%s', (time, inEnglish, inChinese) => {
    expect([english.when(at(time), NOW), chinese.when(at(time), NOW)]).toEqual([inEnglish, inChinese]);
  });
});

test('times of day follow the clock to another time zone', () => {
  const told = ['Asia/Kolkata', 'Asia/Tokyo'].map((zone) => {
    vi.stubEnv('TZ', zone);
    return english.when(Date.UTC(2026, 4, 20, 9, 5), Date.UTC(2026, 4, 20, 10));
  });
  vi.unstubAllEnvs();
  expect(told).toEqual(['14:35', '18:05']);
});

describe('counts', () => {
  test('English has one and other, Chinese only other', () => {
    expect([english.count('listFound', 1), english.count('listFound', 1200)]).toEqual(['1 article', '1,200 articles']);
    expect([chinese.count('listFound', 1), chinese.count('listFound', 2)]).toEqual(['1 篇文章', '2 篇文章']);
  });

  test('a single thing is named without a number, in Chinese too', () => {
    expect(chinese.count('listDeleted', 1, '河')).toBe('已删除：河');
    expect(chinese.count('listDeleted', 2, '河')).toBe('已删除 2 篇文章');
  });

  test.each([
    [0, 'لا مقالات'],
    [1, 'مقال واحد'],
    [2, 'مقالان'],
    [3, '3 مقالات'],
    [11, '11 مقالًا'],
    [100, '100 مقال'],
  ])('Arabic has a form of its own for %i', (count, told) => {
    expect(arabic.count('listFound', count)).toBe(told);
  });

  test('values after the number are filled in', () => {
    expect(english.count('listDeleted', 1, 'A river')).toBe('Deleted: A river');
  });
});

test('sentences follow each other without a space in Chinese and Japanese', () => {
  expect([english, chinese, japanese, arabic].map((words) => words.sentences('1.', '', '2.'))).toEqual([
    '1. 2.',
    '1.2.',
    '1.2.',
    '1. 2.',
  ]);
});

test.each([
  [0, '0 byte'],
  [999, '999 byte'],
  [75_300, '75.3 kB'],
  [12_400_000, '12.4 MB'],
  [5_000_000_000, '5 GB'],
])('%i bytes read as %s', (bytes, told) => {
  expect(english.bytes(bytes)).toBe(told);
});
