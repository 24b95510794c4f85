// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { RectoError } from '../../../../../src/model/errors/recto-error.ts';
import type { IndexProgress, SearchHit } from '../../../../../src/model/library.ts';
import { type MendedSearch, useSearch } from '../../../../../src/ui/list/search/use-search.ts';
import { memoryLibrary } from '../memory-library.ts';
import { savedItem } from '../saved-item.ts';

const library = memoryLibrary([]);
const find = vi.spyOn(library, 'search');
let search: MendedSearch;

let mending: IndexProgress | null;

function Probe({ text, mends }: { text: string; mends: boolean }) {
  [search, mending] = useSearch(library, text, mends);
  return null;
}
const draw = (text: string, mends = false) => render(<Probe {...{ text, mends }} />, document.body);
afterEach(() => {
  act(() => render(null, document.body));
  vi.useRealTimers();
});

test('more results requested right after the words changed, before effects have run, are loaded', async () => {
  act(() => draw('sea'));
  draw('harbour');
  act(() => search.loadRest());
  await vi.waitFor(() => expect(find).toHaveBeenCalled());
  expect(find).toHaveBeenLastCalledWith({ text: 'harbour', limit: 500 });
});

test('new words begin with the first page of results', async () => {
  find.mockClear();
  act(() => draw('sea'));
  act(() => search.loadRest());
  await vi.waitFor(() => expect(find).toHaveBeenLastCalledWith({ text: 'sea', limit: 500 }));
  act(() => draw('harbour'));
  await vi.waitFor(() => expect(find).toHaveBeenLastCalledWith({ text: 'harbour', limit: 20 }));
});

const hit: SearchHit = { metadata: savedItem({ id: 'a' }), snippet: '', marks: [] };

test('the results stand when the next ones cannot be read, and a second try loads them', async () => {
  find.mockResolvedValueOnce({ hits: [hit], more: true, damaged: false });
  act(() => draw('sea'));
  await vi.waitFor(() => expect(search.hits).toEqual([hit]));
  find.mockRejectedValueOnce(new RectoError('storage-unavailable'));
  act(() => search.loadMore());
  await vi.waitFor(() => expect(search.error?.code).toBe('storage-unavailable'));
  expect([search.hits, search.more]).toEqual([[hit], true]);
  find.mockResolvedValueOnce({ hits: [hit, hit], more: false, damaged: false });
  act(() => search.retry());
  await vi.waitFor(() => expect(search.hits).toEqual([hit, hit]));
  expect(search.error).toBeNull();
});

test('results of other words are not shown when a search fails', async () => {
  find.mockResolvedValueOnce({ hits: [hit], more: false, damaged: false });
  act(() => draw('sea'));
  await vi.waitFor(() => expect(search.hits).toEqual([hit]));
  find.mockRejectedValueOnce(new RectoError('no-answer'));
  act(() => draw('harbour'));
  await vi.waitFor(() => expect(search.error?.code).toBe('no-answer'));
  expect(search.hits).toBeNull();
});

test('the progress of a rebuild and damage of the index are asked for again when there is no answer', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const mend = vi.mocked(library.mendSearch);
  const noAnswer = new RectoError('no-answer');
  const half = { done: 1, total: 2 };
  mend.mockResolvedValueOnce(null).mockRejectedValueOnce(noAnswer).mockResolvedValueOnce(half);
  mend.mockRejectedValueOnce(noAnswer).mockResolvedValueOnce(half).mockResolvedValue(null);
  find.mockResolvedValueOnce({ hits: [], more: false, damaged: true });
  const pass = () => act(async () => void (await vi.advanceTimersByTimeAsync(1500)));
  act(() => draw('sea', true));
  await pass();
  for (let step = 0; step < 8 && mending === null; step += 1) await pass();
  expect(mending).toEqual(half);
  for (let step = 0; step < 8 && mending !== null; step += 1) await pass();
  expect(mending).toBeNull();
  const isDamaged = mend.mock.calls.map(([{ damaged }]) => damaged);
  expect(isDamaged.filter(Boolean)).toHaveLength(2);
  expect(mend.mock.calls.length).toBeGreaterThanOrEqual(6);
});
