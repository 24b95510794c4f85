// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import type { Article } from '../../../src/model/article.ts';
import type { CopyFacts } from '../../../src/model/article-copy.ts';
import type { Library } from '../../../src/model/library.ts';
import { type Copies, useCopies } from '../../../src/reader/use-copies.tsx';
import { heldAnswers } from '../fakes/held-answers.ts';
import { sampleArticle } from '../fakes/sample-article.ts';

const facts = (keptAt: number): CopyFacts => ({ keptAt, why: 'replaced', wordCount: 2 });
let copies: Copies;

function Probe({ library, updatedAt = 1 }: { library: Partial<Library>; updatedAt?: number }) {
  copies = useCopies(library as Library, 'a1', updatedAt);
  return null;
}

afterEach(() => act(() => render(null, document.body)));

test('a late answer to an earlier reading does not replace the newer list of copies', async () => {
  const { call, calls } = heldAnswers<[string], CopyFacts[]>();
  for (const updatedAt of [1, 2])
    act(() => render(<Probe library={{ copies: call }} updatedAt={updatedAt} />, document.body));
  await calls[1]?.answer([facts(1)]);
  await calls[0]?.answer([]);
  expect(copies.list).toEqual([facts(1)]);
});

test('the older text requested last is shown, whichever is read first', async () => {
  const reads = heldAnswers<unknown[], Article | null>();
  const library = { copies: async () => [facts(1), facts(2)], openCopy: reads.call };
  await act(() => render(<Probe library={library} />, document.body));
  void copies.show(facts(1));
  void copies.show(facts(2));
  await reads.calls[1]?.answer(sampleArticle());
  await reads.calls[0]?.answer(sampleArticle());
  expect(copies.shown?.facts.keptAt).toBe(2);
});

test('making a text the current one works also when the others cannot be read again, and those stay listed', async () => {
  const list = vi.fn<Library['copies']>(async () => [facts(1)]);
  const library = { copies: list, openCopy: async () => sampleArticle(), useCopy: vi.fn(async () => undefined) };
  await act(() => render(<Probe library={library} />, document.body));
  await act(() => copies.show(facts(1)));
  list.mockRejectedValue(new Error('not now'));
  await act(() => copies.use());
  expect(library.useCopy).toHaveBeenCalledWith('a1', 1);
  await act(() => render(<Probe library={library} updatedAt={2} />, document.body));
  expect([copies.shown, copies.list]).toEqual([null, [facts(1)]]);
});
