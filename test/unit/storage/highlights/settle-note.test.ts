import { expect, test } from 'vitest';
import { joinNotes, settleNote } from '../../../../src/storage/highlights/change-highlights.ts';
import { processorTime } from '../../processor-time.ts';

test('a note that nobody else has changed becomes what was typed', () => {
  expect(settleNote('ask Maren', 'ask Ole', 'ask Maren')).toBe('ask Ole');
  expect(settleNote('ask Maren', '', 'ask Maren')).toBe('');
  expect(settleNote('ask Maren', 'ask Ole')).toBe('ask Ole');
});

test('the texts of two windows that type into one note are both kept, however long they go on', () => {
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

test('both windows may continue an existing note', () => {
  const first = settleNote('tides', 'tides: when?', 'tides');
  expect(settleNote(first, 'tides: ask Ole', 'tides')).toBe('tides: when?\n\ntides: ask Ole');
});

test('emptying a note keeps what another window has written, and writing twice changes nothing', () => {
  expect(settleNote('by whom?', '', 'ask Maren')).toBe('by whom?');
  const once = settleNote('by whom?', 'ask Ole', 'ask Maren');
  expect(settleNote(once, 'ask Ole', 'ask Maren')).toBe(once);
});

test('a part of several line breaks is not a paragraph, and a note with any characters is kept completely', () => {
  expect(joinNotes('by whom?\n\n\nask Ole', 'ask Ole')).toBe('by whom?\n\n\nask Ole\n\nask Ole');
  expect(joinNotes('a\0b\n\nc', 'a\n\nb')).toBe('a\0b\n\nc\n\na\n\nb');
});

test('notes of thousands of paragraphs are joined in linear time', () => {
  const start = processorTime();
  joinNotes('\n\n'.repeat(50_000), `${'\n\n'.repeat(25_000)}b`);
  expect(processorTime() - start).toBeLessThan(2_000);
});
