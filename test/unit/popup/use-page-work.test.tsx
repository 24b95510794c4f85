// @vitest-environment jsdom
import { render } from 'preact';
import { useEffect } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { RectoError } from '../../../src/model/errors/recto-error.ts';
import { type Done, type PageWork, usePageWork } from '../../../src/popup/use-page-work.ts';
import { heldAnswers } from '../fakes/held-answers.ts';

let work: PageWork;
let effectsRun = 0;
const root = document.createElement('div');

function Popup({ page }: { page: string }) {
  work = usePageWork(1, page, { title: page, article: null });
  // After those of the hook.
  useEffect(() => {
    effectsRun += 1;
  }, [page]);
  return null;
}

afterEach(() => render(null, root));

test('an action right after the article is drawn, before effects have run, is reported', async () => {
  const before = effectsRun;
  render(<Popup page="one" />, root);
  work.run(async () => ({ what: 'archived', id: '1' }));
  expect(effectsRun).toBe(before);
  await vi.waitFor(() => expect(effectsRun).toBeGreaterThan(before));
  await act(async () => undefined);
  expect(work.done).toEqual({ what: 'archived', id: '1' });
});

test('an action on the previous page is not reported for the next', async () => {
  render(<Popup page="one" />, root);
  let end = () => {};
  work.run(async () => {
    await new Promise<void>((resolve) => {
      end = resolve;
    });
    return { what: 'archived', id: '1' };
  });
  render(<Popup page="two" />, root);
  end();
  await vi.waitFor(() => expect(work.busy).toBe(false));
  expect(work.done).toBeNull();
});

test('an error about the previous page is reported as such, and a later one is about the current page', async () => {
  act(() => render(<Popup page="one" />, root));
  let refuse = (_thrown: Error): void => undefined;
  act(() => work.run(() => new Promise((_, reject) => (refuse = reject))));
  act(() => render(<Popup page="two" />, root));
  await act(async () => refuse(new RectoError('quota')));
  expect([work.error?.code, work.failedBefore?.title]).toEqual(['quota', 'one']);
  await act(async () => work.run(() => Promise.reject(new RectoError('no-answer'))));
  expect([work.error?.code, work.failedBefore]).toEqual(['no-answer', null]);
});

test('a second click while the first is handled does nothing, and the result of the first is reported', async () => {
  render(<Popup page="one" />, root);
  const second = vi.fn(async () => null);
  work.run(async () => ({ what: 'archived', id: '1' }));
  work.run(second);
  await vi.waitFor(() => expect(work.done).toEqual({ what: 'archived', id: '1' }));
  expect(second).not.toHaveBeenCalled();
});

test('Undo before the answer takes back the pending action, and not the one before it', async () => {
  const saves = heldAnswers<[], Done | null>();
  const undo = vi.fn(async (_done: Done) => true);
  act(() => render(<Popup page="one" />, root));
  await act(async () => work.run(async () => ({ what: 'saved', id: '1', savedAt: 1 })));
  act(() => work.run(saves.call));
  expect(work.done).toBeNull();
  // Of one turn, and so before anything of it was drawn.
  work.takeBack({ what: 'saved', id: '1', savedAt: 1 }, undo);
  expect(undo).not.toHaveBeenCalled();
  await saves.calls[0]?.answer({ what: 'archived', id: '1' });
  expect(undo.mock.calls).toEqual([[{ what: 'archived', id: '1' }]]);
  expect([work.done, work.undone, work.busy]).toEqual([null, true, false]);
});

test('Undo of an action that fails takes nothing back, then or later', async () => {
  const saves = heldAnswers<[], Done | null>();
  const undo = vi.fn(async () => true);
  act(() => render(<Popup page="one" />, root));
  act(() => work.run(saves.call));
  work.takeBack(null, undo);
  await saves.calls[0]?.answer(null);
  act(() => work.run(saves.call));
  await saves.calls[1]?.answer({ what: 'archived', id: '1' });
  expect(undo).not.toHaveBeenCalled();
  expect(work.done).toEqual({ what: 'archived', id: '1' });
});

test('that something was undone is known until something else begins, and is not known where nothing was taken back', async () => {
  act(() => render(<Popup page="one" />, root));
  const done: Done = { what: 'archived', id: '1' };
  const archive = () => act(async () => work.run(async () => done));
  await archive();
  await act(async () => work.takeBack(work.done, async () => false));
  await vi.waitFor(() => expect([work.done, work.undone, work.busy]).toEqual([null, false, false]));
  await archive();
  await act(async () => work.takeBack(work.done, async () => true));
  await vi.waitFor(() => expect([work.done, work.undone, work.busy]).toEqual([null, true, false]));
  await archive();
  await vi.waitFor(() => expect([work.done, work.undone]).toEqual([done, false]));
});

test('an Undo that failed can be tried again, also after the error is closed', async () => {
  act(() => render(<Popup page="one" />, root));
  const done: Done = { what: 'archived', id: '1' };
  await act(async () => work.run(async () => done));
  await act(async () => work.takeBack(work.done, () => Promise.reject(new RectoError('quota'))));
  await vi.waitFor(() => expect([work.error?.code, work.busy]).toEqual(['quota', false]));
  expect(work.done).toEqual(done);
  act(() => work.dismiss());
  expect([work.error, work.done]).toEqual([null, done]);
});
