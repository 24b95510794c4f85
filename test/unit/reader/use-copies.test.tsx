// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, test } from 'vitest';
import type { Article } from '../../../src/model/article.ts';
import type { Library } from '../../../src/model/library.ts';
import { type Copies, useCopies } from '../../../src/reader/use-copies.tsx';
import { heldAnswers } from '../fakes/held-answers.ts';
import { sampleArticle } from '../fakes/sample-article.ts';

const facts = (keptAt: number) => ({ keptAt, why: 'replaced', wordCount: 2 }) as const;
let copies: Copies;

function Probe({ library }: { library: Library }) {
  copies = useCopies(library, 'a1', 1);
  return null;
}

test('of two older texts that are asked for, the later one is shown, whichever is read first', async () => {
  const reads = heldAnswers<unknown[], Article | null>();
  const library = { copies: async () => [facts(1), facts(2)], openCopy: reads.call } as unknown as Library;
  await act(() => render(<Probe library={library} />, document.body));
  void copies.show(facts(1));
  void copies.show(facts(2));
  await reads.calls[1]?.answer(sampleArticle());
  await reads.calls[0]?.answer(sampleArticle());
  expect(copies.shown?.facts.keptAt).toBe(2);
});
