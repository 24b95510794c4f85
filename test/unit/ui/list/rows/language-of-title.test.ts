import { expect, test } from 'vitest';
import { languageOfTitle } from '../../../../../src/ui/list/rows/language-of-title.ts';

test.each([
  ['The lamp keepers', 'en', undefined],
  ['Лампы на реке', 'en', undefined],
  ['“船可以等人”：最后一个点灯的人', 'en', 'zh'],
  ['“船可以等人”：最后一个点灯的人', 'zh-TW', 'zh-TW'],
  ['東京大学入学式', 'ja', 'ja'],
  ['iPhone 15 发布会全记录', 'en', 'zh'],
  ['How the character 道 came to mean a way', 'zh-CN', undefined],
  ['京都の寺', 'en', 'ja'],
  ['奈雪の茶上市', 'zh-CN', 'zh-CN'],
  ['井戸の水と二百丁の豆腐', 'zh-CN', 'ja'],
  ['마지막 등대지기', 'zh-CN', 'ko'],
])(
  'the title of a link without a language, "%s", is in the language of its script (interface: %s)',
  (title, locale, lang) => {
    expect(languageOfTitle({ lang: null, title }, locale)).toBe(lang);
  },
);

test('the language that an article has told counts before the script of its title', () => {
  expect(languageOfTitle({ lang: 'ja', title: '東京大学' }, 'zh-CN')).toBe('ja');
});
