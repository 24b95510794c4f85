import { expect, test } from 'vitest';
import { latestOnly } from '../../../src/model/latest-only.ts';

test('what has begun is the latest until it begins again', () => {
  const begin = latestOnly();
  const isFirstLatest = begin();
  expect(isFirstLatest()).toBe(true);

  const isSecondLatest = begin();
  expect(isFirstLatest()).toBe(false);
  expect(isSecondLatest()).toBe(true);
});

test('nothing is the latest once the signal is aborted, what begins afterwards included', () => {
  const end = new AbortController();
  const begin = latestOnly(end.signal);
  const isLatest = begin();
  expect(isLatest()).toBe(true);

  end.abort();
  expect(isLatest()).toBe(false);
  expect(begin()()).toBe(false);
});

test('two works outdate only their own beginnings', () => {
  const isLatest = latestOnly()();
  latestOnly()();
  expect(isLatest()).toBe(true);
});
