import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fetchStanding } from '../../../../src/library/fetching/fetch-standing.ts';

beforeEach(() => void vi.useFakeTimers({ now: 10_000, toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

test('each link that has its outcome counts at once, and is told only as often as the eye can follow', () => {
  const [standing, heard] = [fetchStanding(), vi.fn()];
  vi.advanceTimersByTime(1000);
  standing.tell({ phase: 'running', left: 3 });
  standing.watch(heard, new AbortController().signal);
  standing.settled(true);
  expect(heard).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(399);
  standing.settled(false);
  expect(heard).toHaveBeenCalledOnce();
  expect(standing.status()).toEqual({ phase: 'running', left: 1, done: 2, kept: 1, error: null });
  vi.advanceTimersByTime(1);
  standing.settled(true);
  expect(heard).toHaveBeenCalledTimes(2);
});

test('who has stopped listening hears nothing', () => {
  const [standing, heard, end] = [fetchStanding(), vi.fn(), new AbortController()];
  standing.watch(heard, end.signal);
  standing.tell({ phase: 'running' });
  end.abort();
  standing.tell({ phase: 'off' });
  expect(heard).toHaveBeenCalledOnce();
});
