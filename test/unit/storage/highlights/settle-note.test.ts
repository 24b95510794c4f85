import { expect, test } from 'vitest';
import { settleNote } from '../../../../src/storage/highlights/change-highlights.ts';

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
