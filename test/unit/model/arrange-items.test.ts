import { describe, expect, test } from 'vitest';
import { type Arrangement, AS_KEPT, arrangeItems, filterChoices } from '../../../src/model/arrange-items.ts';
import { savedItem } from '../ui/list/saved-item.ts';

const DAY = 86_400_000;
const NOW = 1_000 * DAY;
const items = [
  savedItem({ id: 'new', savedAt: NOW - DAY, readingMinutes: 4, tags: ['Travel'], lang: 'zh-Hans', title: 'b' }),
  savedItem({ id: 'link', savedAt: NOW - 20 * DAY, kind: 'link', url: 'https://www.sea.example/x', title: 'a10' }),
  savedItem({ id: 'mid', savedAt: NOW - 100 * DAY, readingMinutes: 15, tags: ['travel', 'Sea'], title: 'a9' }),
  savedItem({ id: 'old', savedAt: NOW - 700 * DAY, readingMinutes: 16, lang: null, title: 'c' }),
];
const idsWith = (change: Partial<Arrangement>): string[] =>
  arrangeItems(items, { ...AS_KEPT, ...change }, NOW).map(({ id }) => id);

describe('arranging a list', () => {
  test.each<[string, Partial<Arrangement>, string[]]>([
    ['oldest first', { sort: 'oldest' }, ['old', 'mid', 'link', 'new']],
    ['by title, numbers as numbers', { sort: 'title' }, ['mid', 'link', 'new', 'old']],
    ['shortest first, links last', { sort: 'shortest' }, ['new', 'mid', 'old', 'link']],
    ['longest first, links last', { sort: 'longest' }, ['old', 'mid', 'new', 'link']],
    ['a site without www', { site: 'sea.example' }, ['link']],
    ['a tag in any spelling', { tag: 'travel' }, ['new', 'mid']],
    ['a language without its variant', { language: 'zh' }, ['new']],
    ['short', { length: 'short' }, ['new']],
    ['medium', { length: 'medium' }, ['mid']],
    ['long', { length: 'long' }, ['old']],
    ['of the past week', { age: 'week' }, ['new']],
    ['of the past month', { age: 'month' }, ['new', 'link']],
    ['older than a year', { age: 'older' }, ['old']],
    ['two filters at once', { tag: 'travel', age: 'week' }, ['new']],
  ])('%s', (_what, change, ids) => {
    expect(idsWith(change)).toEqual(ids);
  });

  test('spellings of a tag that are equal in storage are one tag', () => {
    const tagged = [savedItem({ id: '1', tags: ['Café'] }), savedItem({ id: '2', tags: ['cafe'] })];
    expect(filterChoices(tagged).tags).toEqual([{ value: 'cafe', count: 2, name: 'Café' }]);
    expect(arrangeItems(tagged, { ...AS_KEPT, tag: 'cafe' }, NOW)).toHaveLength(2);
  });

  test('the stored order gives the very same list', () => {
    expect(arrangeItems(items, AS_KEPT, NOW)).toBe(items);
  });

  test('the choices are those that items have, the most frequent first', () => {
    const { sites, tags, languages } = filterChoices(items);
    expect(sites.map(({ value, count }) => [value, count])).toEqual([
      ['example.org', 3],
      ['sea.example', 1],
    ]);
    expect(tags).toEqual([
      { value: 'travel', count: 2, name: 'Travel' },
      { value: 'sea', count: 1, name: 'Sea' },
    ]);
    expect(languages.map(({ value }) => value)).toEqual(['en', 'zh']);
  });
});
