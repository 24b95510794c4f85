import { expect, test } from 'vitest';
import type { Translate } from '../../../../../src/model/message-key.ts';
import { createWords } from '../../../../../src/model/words.ts';
import { siteNameOf, tellFacts, tellLength } from '../../../../../src/ui/list/rows/describe-item.ts';
import { savedItem } from '../saved-item.ts';

const keyed: Translate = (key, ...values) => (key === 'localeTag' ? 'en' : [key, ...values].join(' '));
const words = createWords(keyed, 'en-GB');
const place = (progress: number) => ({ block: 1, offset: 0, quote: '', progress, at: 0 });

test('the length is that of the whole, of the rest, or "read"', () => {
  const tell = (progress: number) => tellLength(savedItem({ id: 'a', position: place(progress) }), words);
  expect([0, 0.41, 0.94, 0.95].map(tell)).toEqual([
    'listMinutes 10',
    'listMinutesLeft 6',
    'listMinutesLeft 1',
    'listRead',
  ]);
});

test('a link has no length and an article without a site name shows its host', () => {
  expect(tellLength(savedItem({ id: 'a', kind: 'link' }), words)).toBeNull();
  expect(siteNameOf({ siteName: null, url: 'https://www.example.org:8080/a' })).toBe('example.org:8080');
});

test('a deleted article says how many days it stays', () => {
  const day = 86_400_000;
  const facts = tellFacts(savedItem({ id: 'a', place: 'deleted', movedAt: 0 }), words, 28.5 * day);
  expect(facts.at(-1)).toBe('listDaysLeftOther 2');
  const counted = savedItem({ id: 'a', place: 'deleted', movedAt: 0, daysLeft: 23 });
  expect(tellFacts(counted, words, 60 * day).at(-1)).toBe('listDaysLeftOther 23');
});
