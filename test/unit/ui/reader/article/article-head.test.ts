import { expect, test } from 'vitest';
import { formatPublishedDate, titleWords } from '../../../../../src/ui/reader/article/article-head.tsx';

/** The pieces that a line may break between. */
const linesOf = (title: string): string =>
  titleWords(title)
    .map((piece) => (typeof piece === 'string' ? piece : '|'))
    .join('')
    .replace(/\|$/, '');

test('a Chinese title breaks before words of two characters or more, and never inside one or before punctuation', () => {
  expect(linesOf('图书馆为什么需要守夜人')).toBe('图书馆|为什么|需要|守夜人');
  expect(linesOf('圖書館為什麼需要守夜人')).toBe('圖書館|為什麼|需要|守夜人');
  expect(linesOf('“最后一天”延至年底：店铺将获补偿')).toBe('“最后|一天”|延至|年底：店铺将获|补偿');
  expect(linesOf('苹果发布新款iPhone 17')).toBe('苹果|发布新款|iPhone 17');
});

test('it breaks before and after words in quotation marks, which stay with them', () => {
  expect(linesOf('我们从“能跑”到“好用”的十年')).toBe('我们从|“能跑”到|“好用”的|十年');
  expect(linesOf('为何‘00后’不愿进工厂？')).toBe('为何|‘00后’|不愿进|工厂？');
});

test('no line ends with the first character of a clause', () => {
  expect(linesOf('每篇文章都排成清爽的一页，读过的都留得住')).toBe('每篇|文章都|排成|清爽的一页，读过的|都留得住');
  expect(linesOf('从“制造”到“智造”：让老人们回家')).toBe('从“制造”到|“智造”：让老|人们|回家');
});

test('it breaks between a colon or comma and the quoted word behind it, where Firefox does not by itself', () => {
  expect(linesOf('评论员：“一带一路”倡议提出十周年：“共商”')).toBe('评论员：|“一带|一路”|倡议|提出|十周年：|“共商”');
  expect(linesOf('年轻人的“躺平”，“内卷”之外')).toBe('年轻|人的|“躺平”，|“内卷”|之外');
});

test('a title with no place to break has one at its end, so that none of its words is broken', () => {
  expect(titleWords('重写 React').map((piece) => typeof piece)).toEqual(['string', 'object']);
});

test('a Japanese title breaks between phrases, each of which ends with its particle', () => {
  expect(linesOf('「文字を組む」ということ――活版からスクリーンへ、ある印刷所の百年')).toBe(
    '「文字を組む」ということ――|活版から|スクリーンへ、ある|印刷所の|百年',
  );
  expect(linesOf('井戸の水と二百丁の豆腐')).toBe('井戸の水と|二百丁の|豆腐');
  expect(linesOf('申し込みの取り組みを見直し')).toBe('申し込みの取り組みを|見直し');
  expect(linesOf('働き方とお店の営業時間')).toBe('働き方とお店の|営業|時間');
});

test('no character of a title is lost', () => {
  for (const title of [
    '',
    '字',
    'A',
    '𠮷野家的一天',
    'Only Latin words here',
    '  空 白  ',
    '！？……——',
    '渡し守の手帳、お店のルール',
    '👩‍👩‍👧 家',
  ]) {
    const words = titleWords(title).filter((piece) => typeof piece === 'string');
    expect(words.join('')).toBe(title);
  }
});

test('the date is the one in the page, whatever its offset', () => {
  expect(formatPublishedDate('2022-08-06T23:50:00+14:00', 'en-GB')).toBe('6 August 2022');
  expect(formatPublishedDate('2022-08-06', 'zh-CN')).toBe('2022年8月6日');
});

test.each(['', 'yesterday', '2022-13-01', '2022-02-30', '2022-08-0612'])('%j is not a date', (iso) => {
  expect(formatPublishedDate(iso, 'en')).toBeNull();
});
