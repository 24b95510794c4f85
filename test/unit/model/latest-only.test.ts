import { expect, test } from 'vitest';
import { latestOnly } from '../../../src/model/latest-only.ts';

test('a run is the latest until another begins', () => {
  const begin = latestOnly();
  const isFirstLatest = begin();
  expect(isFirstLatest()).toBe(true);

  const isSecondLatest = begin();
  expect(isFirstLatest()).toBe(false);
  expect(isSecondLatest()).toBe(true);
});

test('after the signal is aborted no run is the latest, not even a new one', () => {
  const end = new AbortController();
  const begin = latestOnly(end.signal);
  const isLatest = begin();
  expect(isLatest()).toBe(true);

  end.abort();
  expect(isLatest()).toBe(false);
  expect(begin()()).toBe(false);
});

test('two tasks outdate only their own runs', () => {
  const isLatest = latestOnly()();
  latestOnly()();
  expect(isLatest()).toBe(true);
});
