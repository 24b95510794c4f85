// @vitest-environment jsdom
import { render } from 'preact';
import { useState } from 'preact/hooks';
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

/** Tells of a change of these articles, as by another window. */
let changed: (...ids: string[]) => void;

function Probe({ library }: { library: Partial<Library> }) {
  const watch: Library['watch'] = (onChange) => {
    changed = (...ids) => onChange({ ids });
  };
  const [whole] = useState(() => ({ watch, ...library }) as Library);
  copies = useCopies(whole, 'a1');
  return null;
}

afterEach(() => act(() => render(null, document.body)));

test('a late answer to an earlier reading does not replace the newer list of copies', async () => {
  const { call, calls } = heldAnswers<[string], CopyFacts[]>();
  act(() => render(<Probe library={{ copies: call }} />, document.body));
  changed('a2');
  changed('a1');
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
  await act(async () => changed('a1'));
  expect([copies.shown, copies.list]).toEqual([null, [facts(1)]]);
});

test('a text that another window keeps is listed, and one that it removes is neither listed nor shown any more', async () => {
  let kept = [facts(1)];
  const library = { copies: async () => kept, openCopy: async () => sampleArticle() };
  await act(() => render(<Probe library={library} />, document.body));
  kept = [facts(1), facts(2)];
  changed('a1');
  await vi.waitFor(() => expect(copies.list).toEqual(kept));
  await act(() => copies.show(facts(1)));
  expect(copies.shown?.facts.keptAt).toBe(1);
  kept = [facts(2)];
  changed('a1');
  await vi.waitFor(() => expect([copies.shown, copies.list]).toEqual([null, kept]));
});
