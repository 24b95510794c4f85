// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import type { KeyPress } from '../../../../src/model/keys/key-press.ts';
import { isTyping, matchKey } from '../../../../src/model/keys/match-key.ts';

const press = (key: string, code: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  isComposing: false,
  repeat: false,
  ...more,
});

describe('a key of the table is matched', () => {
  test.each([
    ['by its letter', 'j', press('j', 'KeyJ')],
    ['by its letter where Dvorak has it', 'j', press('j', 'KeyC')],
    ['with Caps Lock', 'j', press('J', 'KeyJ')],
    ['by its place under a Chinese input method', 'j', press('Process', 'KeyJ')],
    ['by its place on a Russian layout', 'j', press('о', 'KeyJ')],
    ['by its name', 'ArrowDown', press('ArrowDown', 'ArrowDown')],
    ['by its name under an input method', 'Enter', press('Process', 'Enter')],
    ['by the sign Shift makes', '#', press('#', 'Digit3', { shiftKey: true })],
    ['by the place of a sign under an input method', '?', press('Process', 'Slash', { shiftKey: true })],
    ['by the full-width sign’s place', '/', press('、', 'Slash')],
  ])('%s', (_, name, event) => expect(matchKey(name, event)).toBe(true));
});

describe('other keys are ignored', () => {
  test.each([
    ['when the layout has another letter there', 'j', press('h', 'KeyJ')],
    ['with Ctrl', 'e', press('e', 'KeyE', { ctrlKey: true })],
    ['with Alt', 'e', press('e', 'KeyE', { altKey: true })],
    ['with Command', 'e', press('e', 'KeyE', { metaKey: true })],
    ['when it is named and another', 'e', press('Escape', 'Escape')],
    ['without the Shift its sign needs', '?', press('Process', 'Slash')],
  ])('%s', (_, name, event) => expect(matchKey(name, event)).toBe(false));
});

test('keys are typed into text fields, and not into buttons and check boxes', () => {
  document.body.innerHTML =
    '<input id="a"><textarea id="b"></textarea><select id="c"></select><input type="checkbox" id="d"><button id="e"></button><p id="f"></p>';
  const typing = [...'abcdef'].filter((id) => isTyping(document.getElementById(id)));
  expect(typing).toEqual(['a', 'b', 'c']);
  // jsdom edits no documents.
  expect(isTyping(Object.assign(document.createElement('div'), { isContentEditable: true }))).toBe(true);
  expect(isTyping(null)).toBe(false);
});
