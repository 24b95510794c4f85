// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, test } from 'vitest';
import type { LibraryChange, LibraryCounts } from '../../../../src/model/library.ts';
import { useCounts } from '../../../../src/ui/list/use-counts.ts';
import { heldAnswers } from '../../fakes/held-answers.ts';

const counts = (list: number): LibraryCounts => ({ list, archive: 0, deleted: 0 });
const answers = heldAnswers<unknown[], LibraryCounts>();
let change: (change: LibraryChange) => void;
let shown: LibraryCounts | null;
const library = {
  counts: answers.call,
  watch: (onChange: typeof change) => {
    change = onChange;
  },
};

function Probe() {
  shown = useCounts(library);
  return null;
}

test('what was counted before a change is not shown in place of what was counted after it', async () => {
  await act(() => render(<Probe />, document.body));
  change({ ids: null });
  await answers.calls[1]?.answer(counts(2));
  await answers.calls[0]?.answer(counts(1));
  expect(shown?.list).toBe(2);
});
