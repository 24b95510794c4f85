// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { linkPress } from '../../../../src/ui/list/link-press.ts';

test.each([
  ['a click', {}, 'front'],
  ['a click with Ctrl', { ctrlKey: true }, 'behind'],
  ['a click with ⌘', { metaKey: true }, 'behind'],
  ['the middle button', { button: 1 }, 'behind'],
  ['the secondary button', { button: 2 }, null],
  ['a click with Shift', { shiftKey: true }, null],
  ['a click with Alt', { altKey: true }, null],
] as const)('%s', (_, press, where) => {
  expect(linkPress(new MouseEvent('click', press))).toBe(where);
});
