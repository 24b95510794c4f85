import { expect, test, vi } from 'vitest';
import { askEarly } from '../../../src/library/ask-early.ts';
import { memoryLibrary } from '../ui/list/memory-library.ts';
import { savedItem } from '../ui/list/saved-item.ts';

const QUERY = { place: 'list', limit: 60 } as const;

test('the first page is requested early, and given once', async () => {
  const library = memoryLibrary([savedItem({ id: 'a' })]);
  const early = askEarly(library, QUERY);
  expect(library.list).toHaveBeenCalledTimes(1);
  expect((await early.list({ ...QUERY, after: null })).items).toHaveLength(1);
  expect(library.list).toHaveBeenCalledTimes(1);
  await early.list(QUERY);
  expect(library.list).toHaveBeenCalledTimes(2);
});

test('another page or place is not answered with the first one', async () => {
  const library = memoryLibrary([savedItem({ id: 'a' })]);
  const early = askEarly(library, QUERY);
  expect((await early.list({ ...QUERY, place: 'archive' })).items).toEqual([]);
  expect(library.list).toHaveBeenCalledTimes(2);
});

test('a change before the first request leads to a new reading', async () => {
  const library = memoryLibrary([savedItem({ id: 'a' })]);
  const early = askEarly(library, QUERY);
  library.all.set('b', savedItem({ id: 'b' }));
  library.announce({ ids: ['b'] });
  expect((await early.list(QUERY)).items).toHaveLength(2);
});

test('the articles to continue are requested early, too, and given once', async () => {
  const library = memoryLibrary([savedItem({ id: 'a', openedAt: 1 })]);
  const continueReading = vi.spyOn(library, 'continueReading');
  const early = askEarly(library, QUERY);
  expect(await early.continueReading(3)).toHaveLength(1);
  expect(continueReading).toHaveBeenCalledTimes(1);
  await early.continueReading(3);
  expect(continueReading).toHaveBeenCalledTimes(2);
});

test('a failure is reported only to whoever asks', async () => {
  const library = memoryLibrary([]);
  vi.mocked(library.list).mockRejectedValueOnce(new Error('backing store'));
  const early = askEarly(library, QUERY);
  await expect(early.list(QUERY)).rejects.toThrow('backing store');
});
