import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../src/importing/decode-text.ts';
import { encodeText } from './encode-text.ts';

const TITLES: [label: string, titles: string[]][] = [
  ['gb18030', ['港口的灯塔在夜里亮着', '今日新闻：国务院发布新规定', '怎样做好一碗面', '删除扩展参数', '清單與圖書館']],
  ['big5', ['港口的燈塔在夜裡亮著', '台北市立圖書館', '今天的新聞：颱風動態', '學習中文的方法', '如何煮一碗好吃的麵']],
  [
    'shift_jis',
    ['夜の港の灯台', '東京の天気予報', 'プログラミング入門', '日本語の文章を読む', '料理のレシピ、ラーメン'],
  ],
  ['euc-jp', ['夜の港の灯台', '東京の天気予報', 'プログラミング入門', '日本語の文章を読む', '料理のレシピ、ラーメン']],
  ['euc-kr', ['밤바다의 등대', '오늘의 날씨와 뉴스', '한국어를 배우는 방법', '서울 시립 도서관', '맛있는 라면 끓이기']],
  ['windows-1251', ['Маяк в гавани ночью', 'Новости дня', 'Как сварить борщ', 'Городская библиотека', 'Погода']],
  ['windows-1256', ['منارة الميناء في الليل', 'أخبار اليوم', 'كيف تتعلم العربية', 'المكتبة العامة', 'حالة الطقس']],
  [
    'windows-1252',
    ['Le phare du port, la nuit', 'Été à Liège', 'Straßenbäume in Köln', 'Año nuevo en España', 'A praça e o café'],
  ],
];

describe.each(TITLES)('%s', (label, titles) => {
  test.each(titles)('one title: %s', (title) => {
    const table = `url,title\nhttps://a.example/1,${title}\n`;
    expect(decodeText(encodeText(table, label))).toBe(table);
  });

  test('a list of such titles among lines of ASCII', () => {
    const lines = Array.from({ length: 2000 }, (_unused, at) => `https://a.example/${at},${titles[at] ?? 'Plain'}`);
    const table = `url,title\n${lines.join('\n')}`;
    expect(decodeText(encodeText(table, label))).toBe(table);
  });

  test('damaged by a byte in the middle', () => {
    const text = titles.join('\n');
    const bytes = new Uint8Array([...encodeText(`${text}\n`, label), 0xff, 0x0a, ...encodeText(text, label)]);
    expect(decodeText(bytes).startsWith(text)).toBe(true);
    expect(decodeText(bytes).endsWith(text)).toBe(true);
  });
});

describe('an encoding that a file declares', () => {
  // Three characters that are as likely in either encoding.
  const bytes = encodeText('失敗', 'big5');
  const page = (head: string) => decodeText(new Uint8Array([...new TextEncoder().encode(head), ...bytes]));

  test.each([
    '<meta http-equiv="Content-Type" content="text/html; charset=big5">',
    "<META CHARSET='Big5-HKSCS' />",
    '<?xml version="1.0" encoding="big5"?>',
  ])('%s is believed', (head) => {
    expect(page(head)).toBe(`${head}失敗`);
  });

  test('is not believed if the bytes are not valid in it, or nobody knows it', () => {
    const text = 'プログラミング入門と日本語の文章';
    const read = (head: string) =>
      decodeText(new Uint8Array([...new TextEncoder().encode(head), ...encodeText(text, 'shift_jis')]));
    for (const label of ['utf-8', 'utf-16', 'iso-8859-1', 'klingon', 'euc-jp']) {
      expect(read(`<meta charset="${label}">`)).toBe(`<meta charset="${label}">${text}`);
    }
  });

  test('is not believed for valid UTF-8', () => {
    const text = '<meta charset="gb2312">海灯塔';
    expect(decodeText(new TextEncoder().encode(text))).toBe(text);
  });
});

test('a table with a single accent is not taken for damaged UTF-8', () => {
  const table = 'url,title\nhttps://a.example/1,Café\n';
  expect(decodeText(encodeText(table, 'windows-1252'))).toBe(table);
});

test('UTF-8 with a bad byte, or cut within a character, is read as UTF-8', () => {
  const text = new TextEncoder().encode('港口的灯塔在夜里亮着');
  expect(decodeText(new Uint8Array([...text, 0xff, ...text]))).toBe('港口的灯塔在夜里亮着\ufffd港口的灯塔在夜里亮着');
  expect(decodeText(text.subarray(0, -1))).toBe('港口的灯塔在夜里亮\ufffd');
});
