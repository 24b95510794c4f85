import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConverterFactory } from 'opencc-js/core';
import STCharacters from 'opencc-js/dict/STCharacters';
import STPhrases from 'opencc-js/dict/STPhrases';
import { expect, test } from 'vitest';
import { slimPhrases } from '../../../../scripts/build/slim-han-phrases.ts';
import { convertHan } from '../../../../src/ui/parts/convert-han.ts';

test('characters with several traditional forms are told apart by the phrase they are in', () => {
  const convert = convertHan('traditional');
  expect(convert('皇后后来剪了头发，发现干净的台风过去了')).toBe('皇后後來剪了頭髮，發現乾淨的颱風過去了');
  expect(convertHan('simplified')('皇后後來剪了頭髮')).toBe('皇后后来剪了头发');
});

test('the shortened dictionary is a quarter of the whole and converts our Chinese pages as the whole one does', () => {
  const slim = slimPhrases(STPhrases, STCharacters);
  expect(slim.length).toBeLessThan(STPhrases.length / 4);
  const whole = ConverterFactory([[STPhrases, STCharacters]]);
  const short = ConverterFactory([[slim, STCharacters]]);
  const site = join(import.meta.dirname, '../../../site/zh-Hans');
  const texts = readdirSync(site).map((file) => readFileSync(join(site, file), 'utf8'));
  expect(texts.length).toBeGreaterThan(2);
  for (const text of texts) expect(short(text)).toBe(whole(text));
});
