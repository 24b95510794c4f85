// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { NoteField } from '../../../../src/ui/highlights/note-field.tsx';

const onWrite = vi.fn();
const show = (note: string) =>
  act(() => render(<NoteField label="Note" note={note} onWrite={onWrite} />, document.body));
const field = () => document.querySelector('textarea') as HTMLTextAreaElement;
const type = (text: string) =>
  act(() => {
    field().value = text;
    field().dispatchEvent(new InputEvent('input', { bubbles: true }));
  });

afterEach(() => {
  render(null, document.body);
  onWrite.mockClear();
  vi.useRealTimers();
});

test('text that another window has written into the note appears in the field, and is not lost by typing on', () => {
  vi.useFakeTimers();
  show('');
  type('By whom?');
  vi.runAllTimers();
  show('By whom?');
  show('By whom? By the editor.');
  expect(field().value).toBe('By whom? By the editor.');
  type(`${field().value} In May.`);
  vi.runAllTimers();
  expect(onWrite.mock.calls).toEqual([
    ['By whom?', ''],
    ['By whom? By the editor. In May.', 'By whom? By the editor.'],
  ]);
});

test('the field takes a note longer than a book, and ends where it is seen', () => {
  show('');
  expect(field().maxLength).toBe(1_000_000);
});

test('text that is being typed is not replaced', () => {
  show('by whom?');
  type('by whom? I think');
  show('by whom? By the editor.');
  expect(field().value).toBe('by whom? I think');
});

test('text typed into the field is stored although it closes before effects have run', () => {
  render(<NoteField label="Note" note="" onWrite={onWrite} />, document.body);
  expect(document.activeElement).toBe(field());
  field().value = 'by';
  field().dispatchEvent(new InputEvent('input', { bubbles: true }));
  render(null, document.body);
  expect(onWrite.mock.calls).toEqual([['by', '']]);
});

test('who types on without a rest has lost no more than a few seconds when the browser ends', () => {
  vi.useFakeTimers();
  show('');
  for (let letters = 1; letters <= 60; letters += 1) {
    type('x'.repeat(letters));
    vi.advanceTimersByTime(100);
  }
  const kept: string = onWrite.mock.lastCall?.[0] ?? '';
  expect(60 - kept.length).toBeLessThan(31);
  // Not with every letter: each is a write to the disk.
  expect(onWrite.mock.calls.length).toBeLessThan(4);
});
