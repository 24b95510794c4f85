// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import type { LibraryCounts, LibraryReader } from '../../../../src/model/library.ts';
import type { SavedMetadata } from '../../../../src/model/saved-article.ts';
import { useCounts } from '../../../../src/ui/list/items/use-counts.ts';
import { useContinueReading } from '../../../../src/ui/list/rows/continue-reading.tsx';
import { heldAnswers } from '../../fakes/held-answers.ts';
import { sampleMetadata } from '../../fakes/sample-article.ts';

afterEach(() => act(() => render(null, document.body)));

const IN_LIST: LibraryCounts = { list: 1, archive: 0, deleted: 0 };
const ARCHIVED: LibraryCounts = { list: 0, archive: 1, deleted: 0 };

/** A library of which only this is asked, and what tells of a change in it. */
function libraryWith(part: Partial<LibraryReader>): { library: LibraryReader; change(): void } {
  let change = (): void => undefined;
  const watch: LibraryReader['watch'] = (onChange) => {
    change = () => onChange({ ids: null });
  };
  return { library: { ...part, watch } as LibraryReader, change: () => change() };
}

test('a late answer to an earlier question does not replace the newer count', async () => {
  const { call, calls } = heldAnswers<[], LibraryCounts>();
  const { library, change } = libraryWith({ counts: call });
  let shown: LibraryCounts | null = null;
  function Probe() {
    shown = useCounts(library);
    return null;
  }
  act(() => render(<Probe />, document.body));
  change();
  await calls[1]?.answer(ARCHIVED);
  await calls[0]?.answer(IN_LIST);
  expect(shown).toEqual(ARCHIVED);
});

test('a late answer to an earlier request does not replace the list of begun articles requested after it', async () => {
  const { call, calls } = heldAnswers<[number], SavedMetadata[]>();
  const { library, change } = libraryWith({ continueReading: call });
  let shown: readonly SavedMetadata[] | null = null;
  function Probe() {
    shown = useContinueReading(library);
    return null;
  }
  act(() => render(<Probe />, document.body));
  change();
  await calls[1]?.answer([]);
  await calls[0]?.answer([sampleMetadata()]);
  expect(shown).toEqual([]);
});
