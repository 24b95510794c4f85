import { expect, test, vi } from 'vitest';
import { noteDamaged } from '../../../src/library/damaged-items.ts';
import type { DamagedItem, LibraryReader, ListPage } from '../../../src/model/library.ts';

/** A library whose lists give these pages, one after the other, and what is noted of them. */
function listing(...pages: DamagedItem[][]) {
  const list = vi.fn(async (): Promise<ListPage> => ({ items: [], next: null, damaged: pages.shift() ?? [] }));
  const { library, damaged } = noteDamaged({ list } as Partial<LibraryReader> as LibraryReader);
  const onChange = vi.fn();
  const end = new AbortController();
  damaged.watch(onChange, end.signal);
  const read = async (isFirst: boolean) => {
    onChange.mockClear();
    await library.list({ place: 'list', limit: 9, ...(isFirst ? {} : { after: [1, 'x'] }) });
    return [damaged.all().map(({ id }) => id), onChange.mock.calls.length];
  };
  return { read, end };
}
const a = { id: 'a', title: 'A' };
const b = { id: 'b', title: null };

test('damaged records of further pages are added to those of the first, and reading the first again begins anew', async () => {
  const { read } = listing([a], [b], [a, b], [], []);
  expect(await read(true)).toEqual([['a'], 1]);
  expect(await read(false)).toEqual([['a', 'b'], 1]);
  expect(await read(true)).toEqual([['a', 'b'], 0]);
  expect(await read(true)).toEqual([[], 1]);
  expect(await read(true)).toEqual([[], 0]);
});

test('a change of damaged records is reported although their number is the same', async () => {
  const { read, end } = listing([a], [b], [a]);
  await read(true);
  expect(await read(true)).toEqual([['b'], 1]);
  end.abort();
  expect(await read(true)).toEqual([['a'], 0]);
});
