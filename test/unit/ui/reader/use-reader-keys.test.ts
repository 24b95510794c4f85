import { expect, test } from 'vitest';
import type { KeyPress } from '../../../../src/ui/reader/key-press.ts';
import { codesOf, keyName, READER_KEYS } from '../../../../src/ui/reader/reader-keys.ts';
import { matchReaderKey } from '../../../../src/ui/reader/use-reader-keys.ts';

const press = (key: string, code: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code,
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  isComposing: false,
  repeat: false,
  ...more,
});

test('no key and no place on the board stands for two actions', () => {
  const keys = READER_KEYS.flatMap((entry) => entry.keys);
  const codes = READER_KEYS.flatMap((entry) => codesOf(entry).map((code) => `${entry.shift ?? false} ${code}`));
  const isTwice = (key: string, at: number, all: readonly string[]) => all.indexOf(key) !== at;
  expect([...keys, ...codes].filter(isTwice)).toEqual([]);
});

test('what the key types decides on a Latin layout, wherever it is', () => {
  expect(matchReaderKey(press('s', 'KeyO'))).toBe('save');
  expect(matchReaderKey(press('S', 'KeyS'))).toBe('save');
  expect(matchReaderKey(press('?', 'Minus', { shiftKey: true }))).toBe('keys');
});

test('under an input method or a Cyrillic layout the place on the board decides', () => {
  expect(matchReaderKey(press('Process', 'KeyS'))).toBe('save');
  expect(matchReaderKey(press('ы', 'KeyS'))).toBe('save');
  expect(matchReaderKey(press('？', 'Slash', { shiftKey: true }))).toBe('keys');
  expect(matchReaderKey(press('Process', 'Slash'))).toBeNull();
});

test('composing, browser shortcuts and capitals typed with Shift are not ours', () => {
  expect(matchReaderKey(press('s', 'KeyS', { isComposing: true }))).toBeNull();
  expect(matchReaderKey(press('p', 'KeyP', { ctrlKey: true }))).toBeNull();
  expect(matchReaderKey(press('S', 'KeyS', { shiftKey: true }))).toBeNull();
});

test('a held key has one effect, except where it makes the text grow or shrink', () => {
  expect(matchReaderKey(press('s', 'KeyS', { repeat: true }))).toBeNull();
  expect(matchReaderKey(press('+', 'Equal', { repeat: true, shiftKey: true }))).toBe('bigger');
});

test('keys are written the way people read them', () => {
  expect([keyName('save'), keyName('close'), keyName('keys')]).toEqual(['S', 'Esc', '?']);
});

test('arrows lead on along the text: from right to left, ← is the next picture', () => {
  expect(matchReaderKey(press('ArrowLeft', 'ArrowLeft'), true, 'rtl')).toBe('next-picture');
  expect(matchReaderKey(press('ArrowLeft', 'ArrowLeft'), true, 'ltr')).toBe('previous-picture');
  expect([keyName('next-picture', 'rtl'), keyName('next-picture'), keyName('save', 'rtl')]).toEqual(['←', '→', 'S']);
});

test('where letters are no keys, other keys are named and letters are not', () => {
  const named = (['save', 'delete', 'bigger', 'keys', 'close'] as const).map((action) => keyName(action, 'ltr', false));
  expect(named).toEqual([undefined, '#', '+', '?', 'Esc']);
});
