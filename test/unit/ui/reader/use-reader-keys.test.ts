import { expect, test } from 'vitest';
import type { KeyPress } from '../../../../src/model/keys/key-press.ts';
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

test('no key and no physical key has two actions', () => {
  const keys = READER_KEYS.flatMap((entry) => entry.keys);
  const codes = READER_KEYS.flatMap((entry) => codesOf(entry).map((code) => `${entry.shift ?? false} ${code}`));
  const isTwice = (key: string, at: number, all: readonly string[]) => all.indexOf(key) !== at;
  expect([...keys, ...codes].filter(isTwice)).toEqual([]);
});

test('on a Latin layout the typed character decides, wherever its key is', () => {
  expect(matchReaderKey(press('s', 'KeyO'))).toBe('save');
  expect(matchReaderKey(press('S', 'KeyS'))).toBe('save');
  expect(matchReaderKey(press('?', 'Minus', { shiftKey: true }))).toBe('keys');
});

test('with an input method or a Cyrillic layout the physical key decides', () => {
  expect(matchReaderKey(press('Process', 'KeyS'))).toBe('save');
  expect(matchReaderKey(press('ы', 'KeyS'))).toBe('save');
  expect(matchReaderKey(press('？', 'Slash', { shiftKey: true }))).toBe('keys');
  expect(matchReaderKey(press('Process', 'Slash'))).toBeNull();
});

test('the physical key decides where a key has no letter of its own, as a dead key, and those of a touch keyboard', () => {
  expect(matchReaderKey(press('Dead', 'KeyN'))).toBe('note');
  expect(matchReaderKey(press('Unidentified', 'KeyH'))).toBe('highlight');
});

test('composition, browser shortcuts and capitals typed with Shift are ignored', () => {
  expect(matchReaderKey(press('s', 'KeyS', { isComposing: true }))).toBeNull();
  for (const held of ['ctrlKey', 'altKey', 'metaKey'])
    expect(matchReaderKey(press('d', 'KeyD', { [held]: true })), held).toBeNull();
  expect(matchReaderKey(press('S', 'KeyS', { shiftKey: true }))).toBeNull();
});

test('a held key acts once, except for the text size', () => {
  expect(matchReaderKey(press('s', 'KeyS', { repeat: true }))).toBeNull();
  expect(matchReaderKey(press('+', 'Equal', { repeat: true, shiftKey: true }))).toBe('bigger');
});

test('keys are shown by readable names', () => {
  expect([keyName('save'), keyName('close'), keyName('keys')]).toEqual(['S', 'Esc', '?']);
});

test('in right-to-left text ← shows the next picture', () => {
  expect(matchReaderKey(press('ArrowLeft', 'ArrowLeft'), true, 'rtl')).toBe('next-picture');
  expect(matchReaderKey(press('ArrowLeft', 'ArrowLeft'), true, 'ltr')).toBe('previous-picture');
  expect([keyName('next-picture', 'rtl'), keyName('next-picture'), keyName('save', 'rtl')]).toEqual(['←', '→', 'S']);
});

test('without letter shortcuts no letter acts, in no script and under no input method, and other keys do', () => {
  const letters = [press('d', 'KeyD'), press('в', 'KeyD'), press('Process', 'KeyD'), press('Unidentified', 'KeyD')];
  expect(letters.map((letter) => matchReaderKey(letter, true))).toEqual(letters.map(() => 'remove-highlight'));
  expect(letters.map((letter) => matchReaderKey(letter, false))).toEqual(letters.map(() => null));
  const others = [press('#', 'Digit3', { shiftKey: true }), press('Escape', 'Escape'), press('Process', 'Equal')];
  expect(others.map((other) => matchReaderKey(other, false))).toEqual(['delete', 'close', 'bigger']);
});

test('without letter shortcuts other keys are named and letters are not', () => {
  const named = (['save', 'delete', 'bigger', 'keys', 'close'] as const).map((action) => keyName(action, 'ltr', false));
  expect(named).toEqual([undefined, '#', '+', '?', 'Esc']);
});
