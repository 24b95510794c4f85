import { expect, test } from 'vitest';
import { fileNameOf, fileNamesOf } from '../../../src/exporting/file-name.ts';
import { processorTime } from '../processor-time.ts';

test.each([
  ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j'],
  ['CON', '_CON'],
  ['com1.txt', '_com1.txt'],
  ['.hidden', 'hidden'],
  ['ends in dots...', 'ends in dots'],
  ['\u202egpj.exe\u202c \u0000x', 'gpj.exe x'],
  ['', 'Untitled'],
  ['???', 'Untitled'],
  ['[[Link]] #tag ^block', 'Link tag block'],
  ['The sea | The Daily News', 'The sea'],
  ['守灯人｜新闻网', '守灯人'],
  ['Salt - a history', 'Salt - a history'],
  ['lone \ud800 half', 'lone half'],
  ['LPT³', '_LPT³'],
  ['A console', 'A console'],
  ['One | Two | The Daily News', 'One Two'],
  ['A|B', 'A B'],
  ['K | The Daily News', 'K'],
  ['Ko\u0308ln', 'Köln'],
])('%j is written as %j', (title, name) => {
  expect(fileNameOf(title)).toBe(name);
});

test("the site's name behind a dash is removed, and other words are not", () => {
  expect(fileNameOf('The sea - Daily News', 'Daily News')).toBe('The sea');
  expect(fileNameOf('The sea - a history', 'Daily News')).toBe('The sea - a history');
  expect(fileNameOf('The sea - a history - Daily News', 'daily.news')).toBe('The sea - a history');
  expect(fileNameOf('灯 - 海 — 新闻网', '新闻网')).toBe('灯 - 海');
  expect(fileNameOf('灯塔|新闻网', '新闻网')).toBe('灯塔');
});

test.each([' ', '\n', '\u3000', '|', ' - '])('a title of 150,000 %j gets its name quickly', (sign) => {
  const start = processorTime();
  expect(fileNameOf(`The tide${sign.repeat(150_000 / sign.length)}b`, 'b')).toMatch(/^The tide/);
  expect(processorTime() - start).toBeLessThan(5_000);
});

test('long titles are cut between characters, to what file systems take', () => {
  const name = fileNameOf('👩‍👩‍👧‍👦'.repeat(40));
  expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(160);
  expect(name.length % '👩‍👩‍👧‍👦'.length).toBe(0);
  expect(new TextEncoder().encode(fileNameOf('海'.repeat(300))).length).toBeLessThanOrEqual(160);
});

test('an item has the same name whatever part of the library is exported, and names differ in more than case', () => {
  const item = (id: string, title: string, savedAt: number) => ({
    id,
    title,
    siteName: null,
    urlKey: `https://a.example/${id}`,
    savedAt,
  });
  const items = [item('c', 'SALT', 3), item('a', 'Salt', 1), item('b', 'Salt', 2)];
  const names = fileNamesOf(items);
  expect(names.get('a')).toBe('Salt');
  expect(new Set([...names.values()].map((name) => name.toLowerCase())).size).toBe(3);
  expect(fileNamesOf(items.toReversed())).toEqual(names);
});
