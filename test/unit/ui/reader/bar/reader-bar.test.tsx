// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';

const focus = vi.hoisted(() => ({ focusAt: vi.fn() }));
vi.mock('../../../../../src/ui/reader/focus/focus-at.ts', async (load) => {
  const { focusAt } = await load<typeof import('../../../../../src/ui/reader/focus/focus-at.ts')>();
  return { focusAt: focus.focusAt.mockImplementation(focusAt) };
});
vi.mock('../../../../../src/ui/reader/bar/bar-room.ts', () => ({ watchBarRoom: () => () => undefined }));
const { ReaderBar } = await import('../../../../../src/ui/reader/bar/reader-bar.tsx');

const onFocus = vi.fn();
function show(shown: boolean, start: preact.ComponentChildren) {
  const bar = (
    <ReaderBar {...{ label: 'bar', scroller: document.body, overText: false, onFocus, end: null, shown, start }} />
  );
  act(() => render(<main tabIndex={-1}>{bar}</main>, document.body));
}
const archive = <button type="button">Archive</button>;

afterEach(() => act(() => render(null, document.body)));

test('the text gets the focus of a control that disappears, and the bar may hide', () => {
  show(true, archive);
  document.querySelector('button')?.focus();
  show(true, null);
  expect(document.activeElement).toBe(document.querySelector('main'));
  expect(onFocus).toHaveBeenLastCalledWith(false);
});

test('the focused element is not queried while its control is there, since browsers compute the layout for it', () => {
  show(true, archive);
  document.querySelector('button')?.focus();
  focus.focusAt.mockClear();
  show(false, archive);
  expect(focus.focusAt).not.toHaveBeenCalled();
  expect(document.activeElement?.textContent).toBe('Archive');
});

test('a bar that is out of the document gives its focus away once', () => {
  show(true, archive);
  document.querySelector('button')?.focus();
  document.body.firstElementChild?.remove();
  onFocus.mockClear();
  // Whoever hears it draws the bar again, as the reader does.
  onFocus.mockImplementation(() => onFocus.mock.calls.length < 9 && show(false, archive));
  show(false, archive);
  expect(onFocus).toHaveBeenCalledOnce();
  onFocus.mockReset();
});

test('the second half of a double click does nothing, nor one more at once, since another control may be under it by then', () => {
  const press = vi.fn();
  show(
    true,
    <button type="button" onClick={press}>
      Archive
    </button>,
  );
  const button = document.querySelector('button');
  for (const detail of [0, 0, 1, 2, 3]) button?.dispatchEvent(new MouseEvent('click', { bubbles: true, detail }));
  expect(press.mock.calls.map(([event]) => event.detail)).toEqual([0, 0, 1]);
});
