// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { IndexProgress, LibraryReader } from '../../../../src/model/library.ts';
import type { Translate } from '../../../../src/model/message-key.ts';
import { createWords } from '../../../../src/model/words.ts';
import { ListView } from '../../../../src/ui/list/list-view.tsx';
import { WordsProvider } from '../../../../src/ui/list/words-context.ts';
import { heldAnswers } from '../../fakes/held-answers.ts';
import { memoryLibrary } from './memory-library.ts';
import { savedItem } from './saved-item.ts';

const keyed: Translate = (key, ...values) => (key === 'localeTag' ? 'en' : [key, ...values].join(' '));
const words = createWords(keyed, 'en');
const root = document.body.appendChild(document.createElement('div'));
// On a busy machine the list asks about the index before the search has its results; by this clock it does not.
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => {
  render(null, root);
  vi.useRealTimers();
});

const titles = () => [...root.querySelectorAll('.row-title')].map(({ textContent }) => textContent);
const selected = () => root.querySelector('.selection-count')?.textContent;

/** Shows the list of a library, and searches it. */
async function searchFor(text: string, library: ReturnType<typeof memoryLibrary>): Promise<void> {
  const props = { place: 'list', organise: { tagHref: String }, shortcut: '', tryHref: '', restoreHref: '' } as const;
  const list = <ListView {...props} library={library} hrefOf={({ id }) => id} />;
  act(() => render(<WordsProvider value={words}>{list}</WordsProvider>, root));
  await vi.waitFor(() => expect(titles()).toEqual(['other']));
  const input = root.querySelector('input[type=search]') as HTMLInputElement;
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

test('* before the index is known to be sound selects the results once it is', async () => {
  const library = memoryLibrary([savedItem({ id: 'other', title: 'other' })]);
  let ids = ['a'];
  const search = async () => ({
    hits: ids.map((id) => ({ metadata: savedItem({ id, title: id }), snippet: '', marks: [], titleMarks: [] })),
    ...{ more: false, damaged: false },
  });
  const looks = heldAnswers<unknown[], IndexProgress | null>();
  Object.assign(library, { search, mendSearch: looks.call });
  await searchFor('sea', library);
  await vi.waitFor(() => expect(titles()).toEqual(ids));
  expect(looks.calls).toEqual([]);
  root.dispatchEvent(new KeyboardEvent('keydown', { key: '*', bubbles: true }));
  await vi.waitFor(() => expect(selected()).toBe('listSelectedOne 1'));

  await vi.waitFor(() => expect(looks.calls).toHaveLength(1));
  await looks.calls[0]?.answer({ done: 1, total: 3 });
  await vi.waitFor(() => expect(looks.calls).toHaveLength(2));
  ids = ['a', 'b', 'c'];
  await looks.calls[1]?.answer(null);
  await vi.waitFor(() => expect(selected()).toBe('listSelectedOther 3'));
});

test('* while the index is rebuilt selects the results once it is done, and nothing that comes later', async () => {
  const library = memoryLibrary([savedItem({ id: 'other', title: 'other' })]);
  let ids = ['a'];
  const search = vi.fn<LibraryReader['search']>(async () => ({
    hits: ids.map((id) => ({ metadata: savedItem({ id, title: id }), snippet: '', marks: [], titleMarks: [] })),
    more: false,
    damaged: ids.length === 1,
  }));
  const looks = heldAnswers<unknown[], IndexProgress | null>();
  Object.assign(library, { search, mendSearch: looks.call });
  await searchFor('sea', library);
  // The damage is met by the search, and reported.
  await vi.waitFor(() => expect(looks.calls).toHaveLength(1));
  await looks.calls[0]?.answer({ done: 1, total: 3 });
  expect(root.querySelector('.progress-notice')).not.toBeNull();
  root.dispatchEvent(new KeyboardEvent('keydown', { key: '*', bubbles: true }));
  await vi.waitFor(() => expect(selected()).toBe('listSelectedOne 1'));

  await vi.waitFor(() => expect(looks.calls).toHaveLength(2));
  ids = ['a', 'b', 'c'];
  search.mockClear();
  await looks.calls[1]?.answer(null);
  await vi.waitFor(() => expect(search).toHaveBeenCalledOnce());
  await vi.waitFor(() => expect(titles()).toEqual(ids));
  await vi.waitFor(() => expect(selected()).toBe('listSelectedOther 3'));

  ids = [...ids, 'later'];
  await act(() => library.setFavourite(['other'], true));
  await vi.waitFor(() => expect(titles()).toEqual(ids));
  expect(selected()).toBe('listSelectedOther 3');
});
