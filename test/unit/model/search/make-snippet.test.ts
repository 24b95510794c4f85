import { expect, test } from 'vitest';
import { makeSnippet } from '../../../../src/model/search/make-snippet.ts';
import { parseQuery } from '../../../../src/model/search/parse-query.ts';

const filler = 'One word after another, quietly. '.repeat(40);

function marked(text: string, query: string): string[] {
  const snippet = makeSnippet(text, parseQuery(query));
  return snippet?.marks.map(([start, end]) => snippet.text.slice(start, end)) ?? [];
}

test('the snippet is around the match, however far in it is', () => {
  expect(makeSnippet(`${filler}The harbour froze.`, parseQuery('harbour'))?.text).toMatch(/^….*The harbour froze\.$/);
});

test('a match inside a longer word is skipped', () => {
  expect(marked(`${filler}A restart of the art fair.`, '"art"')).toEqual(['art']);
  expect(marked(`${filler}A restart, and no more.`, '"art"')).toEqual([]);
});

test('a word whose spelling differs from what was typed is found in the whole text', () => {
  expect(marked(`${filler}Il mangea une crème brûlée.`, 'creme brulee')).toEqual(['crème', 'brûlée']);
  expect(marked(`${filler}互聯網改變了閱讀。`, '互联网')).toEqual(['互聯網']);
});

test('a word with an elided article, or with the Arabic article, is marked with it', () => {
  expect(marked(`${filler}La crise de l’économie.`, 'économie')).toEqual(['l’économie']);
  expect(marked(`${filler}قرأت والكتاب الجديد.`, 'كتاب')).toEqual(['والكتاب']);
});

test('a run of Chinese is marked as a whole, also in the middle of a sentence', () => {
  expect(marked('很久以前，人们的阅读习惯改变了。'.repeat(50), '阅读习惯')[0]).toBe('阅读习惯');
});

test('all matches of several words in the part shown are marked', () => {
  expect(marked(`${filler}Council talks about the budget of the council.`, 'council budget')).toEqual([
    'Council',
    'budget',
    'council',
  ]);
});

test('a traditional text is marked for a simplified query, further in than a text is cut into terms', () => {
  const text = `${'海浪拍岸。'.repeat(6000)}中國互聯網絡資訊中心`;
  expect(marked(text, '互联网')).toEqual(['互聯網']);
});

test('a single character is marked alone and as a whole, however it is encoded', () => {
  expect(marked('去𠮷野家吃饭', '𠮷')).toEqual(['𠮷']);
  expect(marked('去𠮷野家吃饭', '去')).toEqual(['去']);
  expect(marked('ここにｶﾞｲﾄﾞがある', 'ガ')).toEqual(['ｶﾞ']);
  expect(marked('한국도서관협회는'.normalize('NFD'), '도')).toEqual(['도'.normalize('NFD')]);
});

test('the snippet ends with a whole character', () => {
  for (const more of ['', '.'])
    expect(makeSnippet(`Boats${more} ${'🚤'.repeat(200)}`, parseQuery('boats'))?.text).not.toMatch(/\p{Cs}/u);
});

test('words that overlap are one mark, in the order of the text, however they were typed', () => {
  expect(marked('互联网改变了阅读。', '联网 互联')).toEqual(['互联网']);
  expect(marked('阅读改变了互联网。', '联网 互联 阅读')).toEqual(['阅读', '互联网']);
  expect(marked('The tidewater rose.', 'tidewater tide')).toEqual(['tidewater']);
});
