import { expect, test } from 'vitest';
import { findRepeatedSentences } from '../../../../src/extraction/choosing/repeated-sentences.ts';

test('of a text that occurs twice, only the second counts as repeated', () => {
  const story = 'The ferry has not sailed since Monday. The crew waits for a new pump.';
  const [first, between, second] = findRepeatedSentences([story, 'Nobody knows when it comes.', story]);
  expect(first).toEqual([1, 0]);
  expect(between).toEqual([0, 0]);
  expect(second).toEqual([1, 1]);
});

test('punctuation, case and script make no difference; short sentences are repeated by chance', () => {
  const [, shout] = findRepeatedSentences(['The crew waits for a pump!', 'the crew — waits for a pump. Yes.']);
  expect(shout).toEqual([1, 1]);
  const [, chinese] = findRepeatedSentences([
    '渡轮从星期一起就没有开航了。',
    '船员在等新泵运来装好。渡轮从星期一起就没有开航了。',
  ]);
  expect(chinese?.[1]).toBeGreaterThan(0.4);
  expect(findRepeatedSentences(['Yes.', 'Yes.'])[1]).toEqual([0, 0]);
});

test('an entry of numbered contents repeats its heading', () => {
  const [entries] = findRepeatedSentences([
    '1. Measure twice\n2.1 Resistance bands',
    'Measure twice',
    'Resistance bands',
  ]);
  expect(entries?.[0]).toBe(1);
});
