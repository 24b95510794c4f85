import { expect, test } from 'vitest';
import { joinNotes, settleNote } from '../../../../src/storage/highlights/change-highlights.ts';
import { processorTime } from '../../processor-time.ts';

test('a note that nobody else has changed is what was typed', () => {
  expect(settleNote('ask Maren', 'ask Ole', 'ask Maren')).toBe('ask Ole');
  expect(settleNote('ask Maren', '', 'ask Maren')).toBe('');
  expect(settleNote('ask Maren', 'ask Ole')).toBe('ask Ole');
});

test('of two windows that type into one note at once both stay, however long they go on', () => {
  let note = '';
  const write = (typed: string, before: string) => {
    note = settleNote(note, typed, before);
  };
  write('a', '');
  write('the cat', '');
  write('apple', 'a');
  write('the cat sat\n\nand ate', 'the cat');
  write('the cat sat\n\nand ate it', 'the cat sat\n\nand ate');
  expect(note).toBe('apple\n\nthe cat sat\n\nand ate it');
  write('', 'apple');
  expect(note).toBe('the cat sat\n\nand ate it');
});

test('both go on from a note that was there', () => {
  const first = settleNote('tides', 'tides: when?', 'tides');
  expect(settleNote(first, 'tides: ask Ole', 'tides')).toBe('tides: when?\n\ntides: ask Ole');
});

test('emptying a note does not take what another window has written; writing twice changes nothing', () => {
  expect(settleNote('by whom?', '', 'ask Maren')).toBe('by whom?');
  const once = settleNote('by whom?', 'ask Ole', 'ask Maren');
  expect(settleNote(once, 'ask Ole', 'ask Maren')).toBe(once);
});

test('a piece of a run of line breaks is no paragraph of its own, and a note that holds any sign stays whole', () => {
  expect(joinNotes('by whom?\n\n\nask Ole', 'ask Ole')).toBe('by whom?\n\n\nask Ole\n\nask Ole');
  expect(joinNotes('a\0b\n\nc', 'a\n\nb')).toBe('a\0b\n\nc\n\na\n\nb');
});

test('notes of thousands of paragraphs are joined in time', () => {
  const start = processorTime();
  joinNotes('\n\n'.repeat(50_000), `${'\n\n'.repeat(25_000)}b`);
  expect(processorTime() - start).toBeLessThan(2_000);
});
