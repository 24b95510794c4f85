import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Translate } from '../../../src/model/message-key.ts';
import { createWords } from '../../../src/model/words.ts';
import { tellReceipt } from '../../../src/ui/tell-receipt.ts';

function wordsIn(locale: string) {
  const path = join(import.meta.dirname, `../../../public/_locales/${locale}/messages.json`);
  const messages = JSON.parse(readFileSync(path, 'utf8'));
  const translate: Translate = (key, ...values) =>
    String(messages[key].message).replaceAll(/\$(\d)/g, (_, at) => values[Number(at) - 1] ?? '');
  return createWords(translate, locale);
}
const words = wordsIn('en');
const receipt = { total: 8, kept: 5, pending: 0, bytes: 1_234_567, refused: [] };

test('the receipt gives the number and size of stored pictures once none is waiting', () => {
  expect(tellReceipt(receipt, words)).toBe('Saved with 5 of 8 pictures · 1.23 MB');
  expect(tellReceipt({ ...receipt, kept: 8 }, words)).toBe('Saved with all 8 pictures · 1.23 MB');
  expect(tellReceipt({ ...receipt, pending: 3 }, words)).not.toContain('MB');
  expect(tellReceipt({ ...receipt, kept: 0, bytes: 0 }, words)).toBe('Saved with 0 of 8 pictures');
  expect(tellReceipt({ ...receipt, total: 0, kept: 0 }, words)).toBeNull();
});

test('the plural form depends on the number of all pictures, not of stored ones', () => {
  const none = { ...receipt, kept: 0, bytes: 0 };
  expect(tellReceipt({ ...none, total: 1 }, words)).toBe('Saved without its picture');
  const arabic = [2, 3, 11].map((total) => tellReceipt({ ...none, total }, wordsIn('ar')));
  expect(arabic).toEqual(['تم الحفظ مع 0 من صورتين', 'تم الحفظ مع 0 من 3 صور', 'تم الحفظ مع 0 من 11 صورة']);
});
