// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { NotePopover } from '../../../../../src/ui/reader/navigation/note-popover.tsx';

/** What Tab can reach, in order. */
const stops = () =>
  [...document.querySelectorAll<HTMLElement>('*')].filter((element) => element.tabIndex >= 0).map((element) => element);
const mark = () => document.querySelector('#mark') as HTMLAnchorElement;
const root = () => document.querySelector('#root') as HTMLElement;
/** Tells those who watch sizes that the text has another. */
let resize = () => {};
globalThis.ResizeObserver = class {
  constructor(look: ResizeObserverCallback) {
    resize = () => look([], this);
  }
  observe() {}
  unobserve() {}
  disconnect() {}
};

beforeEach(() => {
  document.body.innerHTML = `<p>Text<a id="mark" href="#note">1</a></p><ol><li id="note">A note with a
    <a id="link" href="https://example.org/">link</a></li></ol><button>End</button><div id="root"></div>`;
  const open = { link: mark(), note: document.querySelector('#note') as HTMLElement, pinned: true, takeFocus: true };
  const onClose = () => render(null, root());
  const popover = <NotePopover label="Note 1" scroller={document.body} onHover={() => {}} {...{ open, onClose }} />;
  act(() => render(popover, root()));
});
afterEach(() => act(() => render(null, root())));

test.each([
  ['past its last link', 1],
  ['back from its beginning', -1],
])('Tab %s moves to the mark of the footnote and closes it', (_what, step) => {
  const inside = root().querySelector('a') as HTMLElement;
  const next = stops()[stops().indexOf(inside) + step];
  act(() => next?.focus());
  expect(root().textContent).toBe('');
  expect(document.activeElement).toBe(mark());
});

test('the footnote follows its mark when the text size changes', () => {
  mark().getBoundingClientRect = () => new DOMRect(40, 5, 8, 20);
  act(resize);
  expect(root().querySelector('aside')?.style.top).toBe('33px');
});
