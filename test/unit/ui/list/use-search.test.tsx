// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { type MendedSearch, useSearch } from '../../../../src/ui/list/use-search.ts';
import { memoryLibrary } from './memory-library.ts';

const library = memoryLibrary([]);
const find = vi.spyOn(library, 'search');
let search: MendedSearch;

function Probe({ text }: { text: string }) {
  [search] = useSearch(library, text, false);
  return null;
}
const draw = (text: string) => render(<Probe text={text} />, document.body);
afterEach(() => act(() => render(null, document.body)));

test('the rest that is asked for right after the words changed, before any effect has run, is brought', async () => {
  act(() => draw('sea'));
  draw('harbour');
  act(() => search.loadRest());
  await vi.waitFor(() => expect(find).toHaveBeenCalled());
  expect(find).toHaveBeenLastCalledWith({ text: 'harbour', limit: 500 });
});

test('other words begin with their first page', async () => {
  find.mockClear();
  act(() => draw('sea'));
  act(() => search.loadRest());
  await vi.waitFor(() => expect(find).toHaveBeenLastCalledWith({ text: 'sea', limit: 500 }));
  act(() => draw('harbour'));
  await vi.waitFor(() => expect(find).toHaveBeenLastCalledWith({ text: 'harbour', limit: 20 }));
});
