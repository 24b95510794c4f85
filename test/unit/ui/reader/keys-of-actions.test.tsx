// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, test, vi } from 'vitest';
import type { KeyPress } from '../../../../src/model/keys/key-press.ts';
import type { ReaderActions } from '../../../../src/ui/reader/reader-actions.ts';
import { useReaderKeys } from '../../../../src/ui/reader/use-reader-keys.ts';

let press: (key: string, more?: Partial<KeyPress>) => boolean;
let end: AbortSignal;
const listenKeys = vi.fn((onKey: (press: KeyPress) => boolean, signal: AbortSignal) => {
  const held = { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, isComposing: false, repeat: false };
  press = (key, more) => onKey({ key, code: '', ...held, ...more });
  end = signal;
});

interface Shown {
  actions: ReaderActions;
  letterKeys?: boolean;
  dir?: 'ltr' | 'rtl';
}
function Probe({ actions, letterKeys, dir }: Shown) {
  useReaderKeys(listenKeys, actions, letterKeys, dir);
  return null;
}
const show = (shown: Shown) => act(() => render(<Probe {...shown} />, document.body));

beforeEach(() => act(() => render(null, document.body)));

test('a key that has an action is used up, and one that has none now is left to the browser', () => {
  const save = vi.fn();
  show({ actions: { save } });
  expect([press('s'), press('d'), press('q')]).toEqual([true, false, false]);
  expect(save).toHaveBeenCalledOnce();
});

test('Esc that is held after it has closed something closes nothing else, in the reader or in the browser', () => {
  const [close, bigger] = [vi.fn(), vi.fn()];
  show({ actions: { close, bigger } });
  expect(press('Escape', { repeat: true })).toBe(true);
  expect(close).not.toHaveBeenCalled();
  expect(press('Escape')).toBe(true);
  expect(close).toHaveBeenCalledOnce();
  expect(press('+', { repeat: true })).toBe(true);
  expect(bigger).toHaveBeenCalledOnce();
});

test('keys do what is offered by then, in the direction of the interface, and nothing once the reader is gone', () => {
  const [first, then] = [vi.fn(), vi.fn()];
  show({ actions: { save: first, 'next-picture': first } });
  show({ actions: { save: then, 'next-picture': then }, letterKeys: false });
  expect([press('s'), press('ArrowRight')]).toEqual([false, true]);
  expect([first.mock.calls.length, then.mock.calls.length]).toEqual([0, 1]);
  const before = end;
  show({ actions: { 'next-picture': then }, dir: 'rtl' });
  expect([before.aborted, press('ArrowRight'), press('ArrowLeft')]).toEqual([true, false, true]);
  act(() => render(null, document.body));
  expect(end.aborted).toBe(true);
});
