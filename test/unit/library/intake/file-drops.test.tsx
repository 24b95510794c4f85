// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fileDrops, useMissedDrops } from '../../../../src/library/intake/file-drops.ts';

const onFile = vi.fn();
const onSeveral = vi.fn();

function Page() {
  useMissedDrops();
  return (
    <main>
      <section {...fileDrops(onFile, onSeveral)}>here</section>
      <p>beside it</p>
    </main>
  );
}

beforeEach(() => {
  onFile.mockClear();
  onSeveral.mockClear();
  act(() => render(<Page />, document.body));
});
afterEach(() => act(() => render(null, document.body)));

const named = (...names: string[]) => names.map((name) => new File(['x'], name));

/** Drags over an element and drops there; gives which of both the browser is kept from, and what the pointer shows. */
function drop(selector: string, files: File[], types = ['Files']) {
  const items = types.map((type) => ({ kind: 'string', type }));
  const data = { types, files, items: [...items, ...files.map(() => ({ kind: 'file' }))], dropEffect: 'copy' };
  const prevented = (['dragover', 'drop'] as const).map((type) => {
    const event = Object.assign(new Event(type, { bubbles: true, cancelable: true }), { dataTransfer: data });
    document.querySelector(selector)?.dispatchEvent(event);
    return event.defaultPrevented;
  });
  return [...prevented, data.dropEffect];
}

test('a file that is dropped on its place is taken', () => {
  const [file] = named('pocket.csv');
  expect(drop('section', named('pocket.csv'))).toEqual([true, true, 'copy']);
  expect(onFile.mock.calls).toEqual([[file]]);
  expect(onSeveral).not.toHaveBeenCalled();
});

test('of several files none is taken, which is told: the pointer lets them be dropped, or no drop would be heard of', () => {
  expect(drop('section', named('part_000000.csv', 'part_000001.csv'))).toEqual([true, true, 'copy']);
  expect(onFile).not.toHaveBeenCalled();
  expect(onSeveral).toHaveBeenCalledOnce();
});

test('text that is dropped on the place is no file', () => {
  drop('section', [], ['text/plain']);
  expect([onFile, onSeveral].flatMap(({ mock }) => mock.calls)).toEqual([]);
});

test('a file that is dropped beside its place does not take the page away, as long as the place is there', () => {
  expect(drop('p', named('pocket.csv'))).toEqual([true, true, 'none']);
  expect(onFile).not.toHaveBeenCalled();
  act(() => render(<p>another part</p>, document.body));
  expect(drop('p', named('pocket.csv'))).toEqual([false, false, 'copy']);
});

test('text that is dragged beside the place stays with the browser', () => {
  expect(drop('p', [], ['text/plain'])).toEqual([false, false, 'copy']);
});
