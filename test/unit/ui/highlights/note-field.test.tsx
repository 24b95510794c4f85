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

test('what another window has written into the note is in the field, and is not lost by typing on', () => {
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

test('what is being typed stays as it is', () => {
  show('by whom?');
  type('by whom? I think');
  show('by whom? By the editor.');
  expect(field().value).toBe('by whom? I think');
});

test('what is typed at once is the note, and is kept when the field closes at once, before any effect has run', () => {
  render(<NoteField label="Note" note="" onWrite={onWrite} />, document.body);
  expect(document.activeElement).toBe(field());
  field().value = 'by';
  field().dispatchEvent(new InputEvent('input', { bubbles: true }));
  render(null, document.body);
  expect(onWrite.mock.calls).toEqual([['by', '']]);
});
