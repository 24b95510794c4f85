import { expect, test } from 'vitest';
import { runsOf, termsOf } from '../../../../src/model/search/tokenise.ts';

test.each([
  ['words without case and diacritics', 'Crème BRÛLÉE', ['creme', 'brulee']],
  ['an apostrophe is inside a word', "Don't l’été", ['dont', 'lete']],
  ['letters that are no letter with a mark', 'Straße Øresund Łódź', ['strasse', 'oresund', 'lodz']],
  ['Nordic letters as they are typed elsewhere', 'Ærø Guðrún Þór', ['aero', 'gudrun', 'thor']],
  ['French, Vietnamese and Maltese ones', 'Œuvre Đà Ħamrun', ['oeuvre', 'da', 'hamrun']],
  ['Turkish and Sámi ones', 'kapı Ŧŋ', ['kapi', 'tn']],
  ['full-width letters and digits', 'ＡＢＣ１２３', ['abc123']],
  ['pairs of characters, and the last alone', '互联网', ['互联', '联网', '网']],
  ['traditional as simplified', '互聯網', ['互联', '联网', '网']],
  ['half-width kana as full-width', 'ｶﾞｰﾄﾞ', ['ガー', 'ード', 'ド']],
  ['Korean by pairs', '한국어', ['한국', '국어', '어']],
  ['Thai by pairs', 'ไทย', ['ไท', 'ทย', 'ย']],
  ['scripts side by side', 'iPhone手机', ['iphone', '手机', '机']],
  ['Cyrillic and Greek', 'Ёлка Ωμέγα', ['елка', 'ωμεγα']],
  ['Arabic vowel signs', 'كِتَاب', ['كتاب']],
  ['a soft hyphen is nothing', 'Donau\u00addampf- \u00adschiff', ['donaudampf', 'schiff']],
  ['Korean and kana in parts as whole', '한국 データ'.normalize('NFD'), ['한국', '국', 'デー', 'ータ', 'タ']],
  ['a space of no width within a run is nothing', 'ไท\u200bย', ['ไท', 'ทย', 'ย']],
  ['Hindi vowel signs are letters', 'किताब', ['किताब']],
  ['punctuation only', '… — !?', []],
])('%s', (_what, text, terms) => {
  expect(termsOf(text)).toEqual(terms);
});

test('offsets are those of the original text', () => {
  const text = '«Été» ｶﾞｰﾄﾞ 互聯網';
  const shown = [...runsOf(text)].flatMap((run) => run.tokens.map(({ start, end }) => text.slice(start, end)));
  expect(shown).toEqual(['Été', 'ｶﾞｰ', 'ｰﾄﾞ', 'ﾄﾞ', '互聯', '聯網', '網']);
});
