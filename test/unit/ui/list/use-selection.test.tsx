// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { type Selection, useSelection } from '../../../../src/ui/list/use-selection.ts';
import { savedItem } from './saved-item.ts';

const root = document.createElement('div');
let selection: Selection;

function List({ ids, kind }: { ids: string[]; kind: Parameters<typeof useSelection>[1] }) {
  selection = useSelection(
    ids.map((id) => savedItem({ id })),
    kind,
  );
  return null;
}

const show = (kind: Parameters<typeof useSelection>[1], ...ids: string[]) =>
  act(() => render(<List ids={ids} kind={kind} />, root));
const selected = () => selection.items.map(({ id }) => id);

afterEach(() => render(null, root));

test('what is still on its way when everything is selected joins the others, until all is there', async () => {
  await show('coming', 'a', 'b');
  await act(() => selection.toggleAll());
  await show('coming', 'a', 'b', 'c');
  await act(() => selection.toggle('b'));
  await show('whole', 'a', 'b', 'c', 'd');
  expect(selected()).toEqual(['a', 'c', 'd']);
  await show('whole', 'a', 'b', 'c', 'd', 'e');
  expect(selected()).toEqual(['a', 'c', 'd']);
});

test('nothing joins what was let go of, what was selected one by one, or what a search finds', async () => {
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
