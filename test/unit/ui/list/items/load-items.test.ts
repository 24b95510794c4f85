import { expect, onTestFinished, test, vi } from 'vitest';
import { FIRST_PAGE, loadItems, loadQueried } from '../../../../../src/ui/list/items/load-items.ts';
import { memoryLibrary } from '../memory-library.ts';
import { savedItem } from '../saved-item.ts';

const many = (count: number) =>
  Array.from({ length: count }, (_, index) => savedItem({ id: `a${index}`, savedAt: index }));

test('the first screen comes before the rest, then everything, newest first', async () => {
  const seen: [number, boolean][] = [];
  await loadItems(
    memoryLibrary(many(1200)),
    'list',
    (items, done) => {
      seen.push([items.length, done]);
      expect(items[0]?.id).toBe('a1199');
    },
    new AbortController().signal,
  );
  expect(seen[0]).toEqual([FIRST_PAGE, false]);
  expect(seen.at(-1)).toEqual([1200, true]);
});

test('a change elsewhere updates the list by id, without reading it again', async () => {
  const library = memoryLibrary(many(3));
  const onItems = vi.fn();
  await loadItems(library, 'list', onItems, new AbortController().signal);
  const reads = vi.mocked(library.list).mock.calls.length;
  library.all.set('a9', savedItem({ id: 'a9', savedAt: 9 }));
  await library.move(['a1'], 'archive');
  library.announce({ ids: ['a9'] });
  await vi.waitFor(() =>
    expect(onItems.mock.lastCall?.[0].map(({ id }: { id: string }) => id)).toEqual(['a9', 'a2', 'a0']),
  );
  expect(library.list).toHaveBeenCalledTimes(reads);
});

test('a change too large to name reads everything again', async () => {
  const library = memoryLibrary(many(2));
  const onItems = vi.fn();
  await loadItems(library, 'list', onItems, new AbortController().signal);
  library.all.clear();
  library.announce({ ids: null });
  await vi.waitFor(() => expect(onItems.mock.lastCall?.[0]).toEqual([]));
});

test('a failed reading is reported, and later changes still arrive', async () => {
  const library = memoryLibrary(many(1));
  vi.mocked(library.list).mockRejectedValueOnce(new Error('backing store'));
  const onItems = vi.fn();
  await expect(loadItems(library, 'list', onItems, new AbortController().signal)).rejects.toThrow('backing store');
  library.announce({ ids: null });
  await vi.waitFor(() => expect(onItems.mock.lastCall?.[0]).toHaveLength(1));
});

test('nothing is reported after the list is gone', async () => {
  const end = new AbortController();
  const onItems = vi.fn();
  end.abort();
  await loadItems(memoryLibrary(many(2)), 'list', onItems, end.signal);
  expect(onItems).not.toHaveBeenCalled();
});

test('a change elsewhere that cannot be read at once arrives with the next one, or a little later', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const library = memoryLibrary(many(1));
  const onItems = vi.fn();
  const shown = () => onItems.mock.lastCall?.[0].map(({ id }: { id: string }) => id);
  await loadItems(library, 'list', onItems, new AbortController().signal);
  const change = async (id: string, savedAt: number) => {
    library.all.set(id, savedItem({ id, savedAt }));
    library.announce({ ids: [id] });
    await vi.advanceTimersByTimeAsync(0);
  };
  vi.mocked(library.metadata).mockRejectedValueOnce(new Error('not now'));
  await change('a1', 1);
  expect(shown()).toEqual(['a0']);
  await change('a2', 2);
  expect(shown()).toEqual(['a2', 'a1', 'a0']);
  vi.mocked(library.metadata).mockRejectedValueOnce(new Error('not now'));
  await change('a3', 3);
  await vi.advanceTimersByTimeAsync(2000);
  expect(shown()).toEqual(['a3', 'a2', 'a1', 'a0']);
});

test('the same holds for items of a filter', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const library = memoryLibrary(many(1));
  const onItems = vi.fn();
  await loadQueried(library, 'Title', onItems, new AbortController().signal);
  vi.mocked(library.search).mockRejectedValueOnce(new Error('not now'));
  library.all.set('a1', savedItem({ id: 'a1', savedAt: 1 }));
  library.announce({ ids: ['a1'] });
  await vi.advanceTimersByTimeAsync(2000);
  expect(onItems.mock.lastCall?.[0]).toHaveLength(2);
});
