import { expect, test, vi } from 'vitest';
import { shareCounts } from '../../../src/library/ask-early.ts';
import { memoryLibrary } from '../ui/list/memory-library.ts';
import { savedItem } from '../ui/list/saved-item.ts';

test('simultaneous requests share one answer, and later ones do not', async () => {
  const library = memoryLibrary([savedItem({ id: 'a' })]);
  const counts = vi.spyOn(library, 'counts');
  const shared = shareCounts(library, new AbortController().signal);
  const [one, other] = await Promise.all([shared.counts(), shared.counts()]);
  expect(one).toEqual(other);
  expect(counts).toHaveBeenCalledTimes(1);
  await shared.counts();
  expect(counts).toHaveBeenCalledTimes(2);
});

test('after a change the count is made again, also while an older one is under way', async () => {
  const library = memoryLibrary([savedItem({ id: 'a' })]);
  const shared = shareCounts(library, new AbortController().signal);
  const before = shared.counts();
  library.all.set('b', savedItem({ id: 'b' }));
  library.announce({ ids: ['b'] });
  expect((await shared.counts()).list).toBe(2);
  await before;
});

test('a failure is reported to all, and the next request counts again', async () => {
  const library = memoryLibrary([savedItem({ id: 'a' })]);
  vi.spyOn(library, 'counts').mockRejectedValueOnce(new Error('backing store'));
  const shared = shareCounts(library, new AbortController().signal);
  const both = [shared.counts(), shared.counts()];
  for (const asked of both) await expect(asked).rejects.toThrow('backing store');
  expect((await shared.counts()).list).toBe(1);
});

test('a count is known until something changes', async () => {
  const library = memoryLibrary([savedItem({ id: 'a' })]);
  const shared = shareCounts(library, new AbortController().signal);
  expect(shared.knownCounts?.()).toBeNull();
  const counts = await shared.counts();
  expect(shared.knownCounts?.()).toEqual(counts);
  const late = shared.counts();
  library.announce({ ids: ['a'] });
  await late;
  expect(shared.knownCounts?.()).toBeNull();
});
