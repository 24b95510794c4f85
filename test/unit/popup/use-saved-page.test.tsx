// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, type Mock, test, vi } from 'vitest';
import { RectoError } from '../../../src/model/errors/recto-error.ts';
import type { SavedMetadata } from '../../../src/model/saved-article.ts';
import type { SavedPage } from '../../../src/popup/use-saved-page.ts';
import { heldAnswers } from '../fakes/held-answers.ts';
import { sampleArticle, sampleMetadata } from '../fakes/sample-article.ts';

const fakes = vi.hoisted(() => ({
  send: vi.fn(),
  library: {} as Record<'changeTags' | 'move' | 'restore' | 'metadata' | 'updateCopy' | 'undoSave', Mock>,
}));
vi.mock('../../../src/messaging/send.ts', () => ({ send: fakes.send }));
vi.mock('../../../src/messaging/remote-library.ts', () => ({ remoteLibrary: fakes.library }));
vi.mock('../../../src/platform/is-private-window.ts', () => ({ isPrivateWindow: () => false }));
const { useSavedPage } = await import('../../../src/popup/use-saved-page.ts');

const TAB = { id: 7, windowId: 1, url: sampleArticle().url, title: 'One', isPrivate: false };

/** Questions about the page that wait for an answer, in their order. */
let questions: { resolve(saved: SavedMetadata | null): void; reject(error: RectoError): void }[];
let announce: () => void;
let shown: SavedPage;

function Probe({ page }: { page: string }) {
  shown = useSavedPage(TAB, page, { title: page, article: null });
  return null;
}
const draw = (page: string) => render(<Probe page={page} />, document.body);
const show = (page: string) => act(() => draw(page));
const answer = (at: number, title: string) => act(async () => questions[at]?.resolve(sampleMetadata({ title })));

const unanswered = (at: number) =>
  act(async () => {
    questions[at]?.reject(new RectoError('no-answer'));
    await new Promise(setImmediate);
  });

beforeEach(() => {
  questions = [];
  const ask = () => new Promise((resolve, reject) => questions.push({ resolve, reject }));
  fakes.send.mockReset().mockImplementation(ask);
  Object.assign(fakes.library, {
    pictureReceipt: async () => ({ total: 0, kept: 0, pending: 0 }),
    save: async () => ({ id: 'new', existed: false }),
    changeTags: vi.fn(async () => undefined),
    move: vi.fn(async () => undefined),
    restore: vi.fn(async () => undefined),
    metadata: vi.fn(async () => [sampleMetadata()]),
    updateCopy: vi.fn(async () => ({ id: 'a1', savedAt: 1, existed: true })),
    watch: (onChange: () => void) => {
      announce = onChange;
    },
  });
});
afterEach(() => act(() => render(null, document.body)));

test('an answer that arrives after that to a later question is dropped', async () => {
  show('one');
  announce();
  await answer(1, 'newer');
  await answer(0, 'older');
  expect(shown.kept?.title).toBe('newer');
});

test('an earlier answer is shown while a later one is awaited, and when there is none', async () => {
  show('one');
  announce();
  await answer(0, 'first');
  expect(shown.kept?.title).toBe('first');
  await unanswered(1);
  expect([shown.kept?.title, shown.error]).toEqual(['first', null]);
});

test('it is reported when nothing is known of the page', async () => {
  show('one');
  await unanswered(0);
  await expect.poll(() => shown.error?.code).toBe('no-answer');
});

test('the saved item of the previous page is not shown for the next', async () => {
  show('one');
  show('two');
  await answer(0, 'of one');
  expect(shown.kept).toBeUndefined();
  await answer(1, 'of two');
  expect(shown.kept?.title).toBe('of two');
});

test('a save that ends on the next page is not reported there', async () => {
  show('one');
  await answer(0, 'of one');
  await act(async () => shown.saveArticle(sampleArticle()));
  expect(shown.busy).toBe(true);
  show('two');
  await act(async () => {
    for (const question of questions) question.resolve(null);
  });
  await expect.poll(() => shown.busy).toBe(false);
  expect(shown.done).toBeNull();
});

test('a save is reported once the saved item is known', async () => {
  show('one');
  await act(async () => questions[0]?.resolve(null));
  await act(async () => shown.saveArticle(sampleArticle()));
  expect([shown.done, shown.busy]).toEqual([null, true]);
  await answer(1, 'new');
  await expect.poll(() => shown.busy).toBe(false);
  expect([shown.done, shown.kept?.title]).toEqual(['saved', 'new']);
});

/** The article is archived here, and that is told. */
async function archived(): Promise<void> {
  show('one');
  await answer(0, 'of one');
  await act(async () => shown.archive());
  await act(async () => questions[1]?.resolve(sampleMetadata({ place: 'archive' })));
  await expect.poll(() => shown.done).toBe('archived');
}

/** The article is deleted here, and that is told. */
async function deleted(): Promise<void> {
  show('one');
  await answer(0, 'of one');
  await act(async () => shown.remove());
  await act(async () => questions[1]?.resolve(null));
  await expect.poll(() => shown.done).toBe('deleted');
}

test('a move that another window has reverted or followed by a delete can no longer be undone', async () => {
  await archived();
  announce();
  await act(async () => questions[2]?.resolve(sampleMetadata({ place: 'archive', favourite: true })));
  expect(shown.done).toBe('archived');
  announce();
  await act(async () => questions[3]?.resolve(sampleMetadata({ place: 'list' })));
  expect(shown.done).toBeNull();
});

test('an article that another window has restored is not shown as deleted', async () => {
  await deleted();
  announce();
  await answer(2, 'of one');
  expect(shown.done).toBeNull();
});

test('Undo of Archive is sent at once, since the popup may close, and moves only an article that is still in the archive', async () => {
  await archived();
  fakes.library.move.mockClear();
  await act(async () => shown.undo());
  await expect.poll(() => questions).toHaveLength(3);
  await act(async () => questions[2]?.resolve(sampleMetadata({ place: 'list' })));
  await expect.poll(() => shown.busy).toBe(false);
  expect(fakes.library.move.mock.calls).toEqual([[['a1'], 'list', ['archive']]]);
});

test('what another window has deleted for good is not said to be undone', async () => {
  await deleted();
  fakes.library.metadata.mockResolvedValue([]);
  await act(async () => shown.undo());
  await expect.poll(() => questions).toHaveLength(3);
  await act(async () => questions[2]?.resolve(null));
  await expect.poll(() => shown.busy).toBe(false);
  expect(fakes.library.restore).toHaveBeenCalledExactlyOnceWith(['a1']);
  expect([shown.done, shown.undone]).toEqual([null, false]);
});

test('the key for Undo takes nothing back after an update, says so of nothing, and leaves standing what is told', async () => {
  show('one');
  await answer(0, 'of one');
  await act(async () => shown.updateCopy(sampleArticle()));
  await answer(1, 'updated');
  await expect.poll(() => shown.done).toBe('updated');
  await act(async () => shown.undo());
  await act(() => new Promise<void>((resolve) => setImmediate(resolve)));
  for (const { resolve } of questions) await act(async () => resolve(sampleMetadata()));
  await expect.poll(() => shown.busy).toBe(false);
  expect([shown.done, shown.undone]).toEqual(['updated', false]);
});

test('the saved item is shown when an action is done, whoever reports it, so that a key pressed then is not lost', async () => {
  await archived();
  const moves = heldAnswers<unknown[], undefined>();
  fakes.library.move.mockImplementation(moves.call);
  await act(async () => shown.undo());
  announce();
  expect(questions).toHaveLength(2);
  await moves.calls[0]?.answer(undefined);
  await act(async () => questions[2]?.resolve(sampleMetadata({ place: 'list' })));
  await expect.poll(() => [shown.kept?.place, shown.busy]).toEqual(['list', false]);
  // There may be more that it told of.
  await expect.poll(() => questions).toHaveLength(4);
  await act(async () => shown.archive());
  expect(moves.calls).toHaveLength(2);
});

test('a late answer from before an Undo is not shown until the Undo is done, so that a key pressed then is not lost', async () => {
  const restores = heldAnswers<unknown[], void>();
  Object.assign(fakes.library, { restore: restores.call });
  await deleted();
  announce();
  await act(async () => shown.undo());
  await answer(2, 'restored, says the question of before');
  expect([shown.kept, shown.busy]).toEqual([null, true]);
  await restores.calls[0]?.answer();
  await answer(3, 'restored');
  await expect.poll(() => shown.busy).toBe(false);
  expect(shown.kept?.title).toBe('restored');
  await expect.poll(() => questions).toHaveLength(5);
  await answer(4, 'asked once more');
  expect(shown.kept?.title).toBe('asked once more');
});

test('on the next page a save does not wait for that of the previous one', async () => {
  show('one');
  await act(async () => questions[0]?.resolve(null));
  await act(async () => shown.saveArticle(sampleArticle()));
  show('two');
  expect(shown.busy).toBe(false);
  await act(async () => shown.saveArticle(sampleArticle()));
  expect(shown.busy).toBe(true);
  // The one of the first page ends.
  await act(async () => questions[1]?.resolve(null));
  expect(shown.busy).toBe(true);
});

test('Undo right after Save, before the answer, takes the save back', async () => {
  show('one');
  await act(async () => questions[0]?.resolve(null));
  const receipt = { id: 'new', existed: false, savedAt: 5 };
  const saves = heldAnswers<unknown[], typeof receipt>();
  Object.assign(fakes.library, { save: saves.call, undoSave: vi.fn(async () => true) });
  act(() => {
    shown.saveArticle(sampleArticle());
    shown.undo();
  });
  await saves.calls[0]?.answer(receipt);
  await answer(1, 'new');
  await expect.poll(() => questions).toHaveLength(3);
  await act(async () => questions[2]?.resolve(null));
  await expect.poll(() => [shown.done, shown.kept, shown.busy]).toEqual([null, null, false]);
  expect(fakes.library.undoSave).toHaveBeenCalledExactlyOnceWith({ what: 'saved', id: 'new', savedAt: 5 });
});

test('the copy of one page is gone on the next before effects have run, so that it is not archived in its place', async () => {
  show('one');
  await answer(0, 'of one');
  draw('two');
  await Promise.resolve();
  expect(shown.kept).toBeUndefined();
});

test('an action whose answer was lost is reported as failed, and the saved item is shown as it is', async () => {
  show('one');
  await answer(0, 'of one');
  fakes.library.move.mockRejectedValueOnce(new RectoError('no-answer'));
  await act(async () => shown.archive());
  await act(async () => questions[1]?.resolve(sampleMetadata({ place: 'archive' })));
  await expect.poll(() => [shown.error?.code, shown.kept?.place, shown.busy]).toEqual(['no-answer', 'archive', false]);
  act(() => shown.dismiss());

  Object.assign(fakes.library, { undoSave: vi.fn(() => Promise.reject(new RectoError('no-answer'))) });
  await act(async () => shown.saveArticle(sampleArticle()));
  await answer(2, 'new');
  await expect.poll(() => shown.done).toBe('saved');
  await act(async () => shown.undo());
  await act(async () => questions[3]?.resolve(null));
  await expect.poll(() => [shown.error?.code, shown.kept, shown.done]).toEqual(['no-answer', null, null]);
});

test('Undo of tags takes them back, and tags of a page that is gone meanwhile are told to have failed', async () => {
  show('one');
  const before = sampleMetadata({ tags: ['old'] });
  const answerNext = async (at: number, kept: SavedMetadata | null) => {
    await expect.poll(() => questions).toHaveLength(at + 1);
    await act(async () => questions[at]?.resolve(kept));
  };
  await answerNext(0, before);
  const change = { add: ['new'], remove: ['old'] };
  await act(async () => shown.tag(before, { add: [], remove: [] }));
  await act(async () => shown.tag(before, change));
  await answerNext(1, before);
  await expect.poll(() => shown.done).toBe('tagged');
  await act(async () => shown.undo());
  await answerNext(2, before);
  await expect.poll(() => [shown.done, shown.undone]).toEqual([null, true]);
  const changes = fakes.library.changeTags.mock.calls.map(([, each]) => each);
  expect(changes).toEqual([change, { add: ['old'], remove: ['new'] }]);

  fakes.library.metadata.mockResolvedValueOnce([]);
  await act(async () => shown.tag(before, change));
  await answerNext(3, null);
  await expect.poll(() => [shown.error?.code, shown.done]).toEqual(['not-found', null]);
});
