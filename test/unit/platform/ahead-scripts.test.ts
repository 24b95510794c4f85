import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { beforeEach, expect, test, vi } from 'vitest';

const script = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../../../public/injected', name), 'utf8');
const READ = script('read-ahead.js');
const TAKE = script('take-ahead.js');
const NOW = script('read-now.js');

const read = vi.fn(() => 'the article');
let page: {
  location: { href: string };
  performance: { now(): number };
  rectoExtract: { read: typeof read };
  rectoOverlay?: { shown(): string | null };
};
let now: number;
/** Runs a script as the browser injects it; gives what it evaluates to. */
const inject = (source: string): unknown => runInNewContext(source, page);

beforeEach(() => {
  now = 1000;
  read.mockClear();
  page = {
    location: { href: 'https://news.example/one' },
    performance: { now: () => now },
    rectoExtract: { read },
  };
});

test('an article that was read ahead is given once, and not to the background', () => {
  expect(inject(READ)).toBe(null);
  expect(inject(TAKE)).toBe('the article');
  expect(inject(TAKE)).toBe(null);
  expect(read).toHaveBeenCalledOnce();
});

test('an article of another address is not given', () => {
  inject(READ);
  page.location.href = 'https://news.example/two';
  expect(inject(TAKE)).toBe(null);
});

test('an article that was read long ago is not given', () => {
  inject(READ);
  now += 6000;
  expect(inject(TAKE)).toBe(null);
});

test('nothing is given when nothing was read', () => {
  expect(inject(TAKE)).toBe(null);
});

test('the article in full view is given if there is one, and otherwise the page is read', () => {
  let shown: string | null = 'the article as it is shown';
  page.rectoOverlay = { shown: () => shown };
  inject(READ);
  expect([inject(TAKE), inject(NOW)]).toEqual([shown, shown]);
  expect(read).not.toHaveBeenCalled();
  shown = null;
  inject(READ);
  expect([inject(TAKE), inject(NOW)]).toEqual(['the article', 'the article']);
});
