// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { LibraryChange } from '../../../../../src/model/library.ts';
import type { SavedMetadata } from '../../../../../src/model/saved-article.ts';
import { useFollowedItems } from '../../../../../src/ui/list/tags/use-followed-items.ts';
import { heldAnswers } from '../../../fakes/held-answers.ts';
import { sampleMetadata } from '../../../fakes/sample-article.ts';

const [sea, fog] = [sampleMetadata({ id: 'sea' }), sampleMetadata({ id: 'fog' })];
const onGone = vi.fn();
let answers: ReturnType<typeof heldAnswers<[ids: string[]], SavedMetadata[]>>;
let watchers: Set<(change: LibraryChange) => void>;
let followed: ReturnType<typeof useFollowedItems>;

beforeEach(async () => {
  onGone.mockClear();
  answers = heldAnswers();
  watchers = new Set();
  const library = {
    metadata: (ids: string[]) => answers.call(ids),
    watch: (onChange: (change: LibraryChange) => void, signal: AbortSignal) => {
      watchers.add(onChange);
      signal.addEventListener('abort', () => watchers.delete(onChange));
    },
  };
  const Probe = () => {
    followed = useFollowedItems(library, onGone);
    return null;
  };
  await act(() => render(<Probe />, document.body));
});
afterEach(() => act(() => render(null, document.body)));

const ask = (items: readonly SavedMetadata[] | null) => act(() => followed[1](items));
const changeElsewhere = () =>
  act(() => {
    for (const tell of watchers) tell({ ids: null });
  });

test('an answer that comes after the dialog was closed opens it no more, and says of nothing that it is gone', async () => {
  await ask([sea]);
  await changeElsewhere();
  await changeElsewhere();
  await ask(null);
  await answers.calls[0]?.answer([sea]);
  await answers.calls[1]?.answer([]);
  expect([followed[0], onGone.mock.calls.length, watchers.size]).toEqual([null, 0, 0]);
});

test('an answer about the items of before is not taken for those that are asked about now', async () => {
  await ask([sea]);
  await changeElsewhere();
  await ask(null);
  await ask([fog]);
  await answers.calls[0]?.answer([]);
  expect([followed[0], onGone.mock.calls.length, watchers.size]).toEqual([[fog], 0, 1]);
});

test('of several items one that is gone stays as it was, and the loss of the last is told once', async () => {
  await ask([sea, fog]);
  await changeElsewhere();
  await answers.calls[0]?.answer([{ ...fog, tags: ['mist'] }]);
  expect(followed[0]).toMatchObject([{ id: 'sea' }, { id: 'fog', tags: ['mist'] }]);
  await changeElsewhere();
  await changeElsewhere();
  await answers.calls[1]?.answer([]);
  expect(followed[0]).toHaveLength(2);
  await answers.calls[2]?.answer([]);
  expect([followed[0], onGone.mock.calls.length, watchers.size]).toEqual([null, 1, 0]);
});

test('where the library cannot be asked the items stay, and nothing listens once the list is gone', async () => {
  await ask([sea]);
  answers.call = () => Promise.reject(new Error('no answer'));
  await changeElsewhere();
  expect(followed[0]).toEqual([sea]);
  await act(() => render(null, document.body));
  expect(watchers.size).toBe(0);
});
