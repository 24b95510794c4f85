// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { type Selection, useSelection } from '../../../../../src/ui/list/actions/use-selection.ts';
import { savedItem } from '../saved-item.ts';

const root = document.createElement('div');
let selection: Selection;

/** Of the list, whole or not, or of a search that has found more. */
const KINDS = {
  coming: { of: '', whole: false },
  whole: { of: '', whole: true },
  found: { of: 'sea', whole: false, loadRest: vi.fn() },
};

function List({ ids, kind }: { ids: string[]; kind: keyof typeof KINDS }) {
  selection = useSelection(
    ids.map((id) => savedItem({ id })),
    KINDS[kind],
  );
  return null;
}

const show = (kind: keyof typeof KINDS, ...ids: string[]) => act(() => render(<List ids={ids} kind={kind} />, root));
const selected = () => selection.items.map(({ id }) => id);

afterEach(() => render(null, root));

test('items that arrive after Select all are selected, too, until all are there', async () => {
  await show('coming', 'a', 'b');
  await act(() => selection.toggleAll());
  await show('coming', 'a', 'b', 'c');
  await act(() => selection.toggle('b'));
  await show('whole', 'a', 'b', 'c', 'd');
  expect(selected()).toEqual(['a', 'c', 'd']);
  await show('whole', 'a', 'b', 'c', 'd', 'e');
  expect(selected()).toEqual(['a', 'c', 'd']);
});

test('nothing is added to a cleared selection, to single selected items, or in another search', async () => {
  await show('coming', 'a');
  await act(() => selection.toggleAll());
  await act(() => selection.clear());
  await show('coming', 'a', 'b');
  expect(selected()).toEqual([]);
  await act(() => selection.toggle('a'));
  await show('coming', 'a', 'b', 'c');
  expect(selected()).toEqual(['a']);
  await act(() => selection.toggleAll());
  await show('found', 'a', 'x');
  expect(selected()).toEqual(['a']);
});

test('Select all selects all results of a search, not only those scrolled to', async () => {
  await show('found', 'a', 'b');
  await act(() => selection.toggleAll());
  expect(KINDS.found.loadRest).toHaveBeenCalledOnce();
  await show('found', 'a', 'b', 'c', 'd');
  expect(selected()).toEqual(['a', 'b', 'c', 'd']);
});
