import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { foldName } from '../../../../src/model/search/fold.ts';
import { parseSearch } from '../../../../src/model/search/parse-search.ts';
import { tagQuery } from '../../../../src/model/search/tag-key.ts';

const filtersOf = (input: string) =>
  parseSearch(input).filters.map(({ facet, prefix, not }) => `${not ? '-' : ''}${facet}${prefix ? '*' : ''}`);
const wordsOf = (input: string) => parseSearch(input).clauses.flatMap(({ terms }) => terms.map(({ term }) => term));

test.each([
  ['tag:travel sea', ['tag:travel'], ['sea']],
  ['Tag:Travel sea', ['tag:travel'], ['sea']],
  ['sea tag:tra', ['tag:tra*'], ['sea']],
  ['tag:"Slow Travel" sea', ['tag:slow travel'], ['sea']],
  ['tag:"a ""b"" c" sea', ['tag:a "b" c'], ['sea']],
  ['tag:"a “b” c" sea', ['tag:a “b” c'], ['sea']],
  ['tag:“慢 旅行” sea', ['tag:慢 旅行'], ['sea']],
  ['tag:"Slow Tra', ['tag:slow tra*'], []],
  ['site:www.example.org tide', ['site:example.org'], ['tide']],
  ['site:https://example.org/page tide', ['site:example.org'], ['tide']],
  ['site:guardian tide', ['site:guardian*'], ['tide']],
  ['is:unread is:favourite', ['is:unread', 'is:favourite'], []],
  ['lang:zh-Hant 海', ['lang:zh'], ['海']],
  ['标签：旅行 海', ['tag:旅行'], ['海']],
  ['标签:旅遊 海', ['tag:旅游'], ['海']],
  ['状态：未读 海', ['is:unread'], ['海']],
  ['標籤：旅行 狀態：未讀', ['tag:旅行', 'is:unread'], []],
  ['タグ：旅行 サイト：example.org 状態：未読', ['tag:旅行', 'site:example.org', 'is:unread'], []],
  ['وسم:سفر حالة:جديد حالة:"غير مقروء"', ['tag:سفر', 'is:unread', 'is:unread'], []],
  ['-tag:travel sea', ['-tag:travel'], ['sea']],
  ['sea －标签：旅行 -状态：未读', ['-tag:旅行', '-is:unread'], ['sea']],
  ['sea -site:guar', ['-site:guar*'], ['sea']],
  ['sea-tag:travel x', [], ['sea', 'tag', 'travel', 'x']],
  ['is:un', [], []],
  ['is:nonsense sea', [], ['is', 'nonsense', 'sea']],
  ['ratio 3:2', [], ['ratio', '3', '2']],
  ['tag: sea', [], ['tag', 'sea']],
  ['"see tag:x" tag:"two words" "y -is:read z"', ['tag:two words'], ['see', 'tag', 'x', 'y', 'is', 'read', 'z']],
])('%s', (input, filters, words) => {
  expect(filtersOf(input)).toEqual(filters);
  expect(wordsOf(input)).toEqual(words);
});

test.each([
  ['sea -land', ['sea'], ['land']],
  ['-land', [], ['land']],
  ['sea -"high tide" -well-known', ['sea'], ['high tide', 'well known']],
  ['海 －“陆地”', ['海'], ['陆地']],
  ['sea - land', ['sea', 'land'], []],
  ['well-known --help', ['well', 'known', 'help'], []],
  ['sea -', ['sea'], []],
  ['"rm -rf" -land', ['rm', 'rf'], ['land']],
  ['files “ls -la” 「海 -陆地」', ['files', 'ls', 'la', '海', '陆地'], []],
  ['«git commit -m» 『a -b』 „c -d“ ＂e -f＂', ['git', 'commit', 'm', 'a', 'b', 'c', 'd', 'e', 'f'], []],
  ['-«high tide» -"rm -rf"', [], ['high tide', 'rm rf']],
  ['12" -land', ['12'], ['land']],
  // While the phrase is typed.
  ['sea "rm -rf', ['sea', 'rm', 'rf'], []],
])('left out is what directly follows a minus: %s', (input, words, leftOut) => {
  expect(wordsOf(input)).toEqual(words);
  expect(parseSearch(input).without.map(({ terms }) => terms.map(({ term }) => term).join(' '))).toEqual(leftOut);
});

test.each(['sea', 'Slow Travel', 'the "good" ones', '"', 'a “b” c', 'x" sea'])(
  "a search for a tag's name finds the tag: %s",
  (tag) => {
    expect(filtersOf(tagQuery(tag))).toEqual([`tag:${foldName(tag)}`]);
    expect(wordsOf(tagQuery(tag))).toEqual([]);
  },
);

/** What the list calls each state. */
const LABELS = {
  read: 'listRead',
  favourite: 'listFavourite',
  archived: 'listArchiveTitle',
  link: 'listTextLink',
  fetched: 'listTextFetched',
  gone: 'listTextGone',
  'sign-in': 'listTextSignIn',
  'not-article': 'listTextNotArticle',
};
test.each(['en', 'zh_CN', 'zh_TW', 'ja', 'ar'])(
  'a state can be searched by the word that the list uses, %s',
  (locale) => {
    const path = join(import.meta.dirname, '../../../../public/_locales', locale, 'messages.json');
    const messages: Record<string, { message: string }> = JSON.parse(readFileSync(path, 'utf8'));
    for (const [state, key] of Object.entries(LABELS))
      expect(filtersOf(`is:"${messages[key]?.message}"`), key).toEqual([`is:${state}`]);
  },
);
