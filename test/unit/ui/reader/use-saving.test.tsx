// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, test } from 'vitest';
import { RectoError } from '../../../../src/model/errors/recto-error.ts';
import type { SaveReceipt } from '../../../../src/model/library.ts';
import type { SavedMetadata } from '../../../../src/model/saved-article.ts';
import { heldAnswers } from '../../fakes/held-answers.ts';
import { sampleArticle, sampleMetadata } from '../../fakes/sample-article.ts';
import { RECEIPT, savingProbe, settled } from './saving-probe.tsx';

const probe = savingProbe();
const { library, article, focusComesBack } = probe;

/** A save that is under way until it is told to end. */
function hold(write: typeof library.save) {
  let end: { resolve: (receipt: SaveReceipt) => void; reject: (reason: Error) => void } | undefined;
  write.mockImplementation(
    () =>
      new Promise((resolve, reject) => {
        end = { resolve, reject };
      }),
  );
  return {
    resolve: (receipt: SaveReceipt) => end?.resolve(receipt),
    reject: (reason: Error) => end?.reject(reason),
  };
}

test('an action that needs the article saved waits for the save under way', async () => {
  const { resolve } = hold(library.save);
  await settled(() => probe.saving.save());
  const wanted = probe.saving.ensureSaved();
  await act(async () => {
    probe.kept = sampleMetadata();
    resolve(RECEIPT);
    expect(await wanted).toBe('a1');
  });
  expect(library.save).toHaveBeenCalledOnce();
  expect(probe.saving.state).toEqual({ kind: 'saved', at: 1, fresh: true });
});

test('a save that is done before it is known whether the article was saved can be undone', async () => {
  const finds = heldAnswers<unknown[], SavedMetadata | null>();
  library.find.mockImplementationOnce(finds.call);
  await probe.drawAnew();
  await settled(() => probe.saving.save());
  await finds.calls[0]?.answer(sampleMetadata());
  expect(probe.saving.state).toEqual({ kind: 'saved', at: 1, fresh: true });
});

test('Undo names its save, and a page that was saved again since stays saved without an offer of Undo', async () => {
  await settled(() => probe.saving.save());
  library.undoSave.mockResolvedValueOnce(false);
  await settled(() => probe.saving.undo());
  expect(library.undoSave).toHaveBeenCalledExactlyOnceWith(RECEIPT);
  expect(probe.saving.state).toEqual({ kind: 'saved', at: 1, fresh: false });
  await settled(() => probe.saving.undo());
  expect(library.undoSave).toHaveBeenCalledOnce();
  expect(probe.onUndone).not.toHaveBeenCalled();
});

test('a save that was taken back is told once, and the page can be saved anew', async () => {
  await settled(() => probe.saving.save());
  await settled(() => probe.saving.undo());
  expect(probe.onUndone).toHaveBeenCalledOnce();
  expect([probe.saving.state.kind, probe.saving.saved]).toEqual(['unsaved', null]);
  await settled(() => probe.saving.save());
  expect(library.save).toHaveBeenCalledTimes(2);
});

test('that a page of a private window may be kept is said only where the person has said so', async () => {
  await settled(() => probe.saving.save());
  await probe.drawAnew();
  await settled(() => probe.saving.save(true));
  expect(library.save.mock.calls).toEqual([
    [article, {}],
    [article, { consent: true }],
  ]);
});

test('two simultaneous actions that need it cause one save, and both get its result', async () => {
  const { resolve } = hold(library.save);
  const wanted = [probe.saving.ensureSaved(), probe.saving.ensureSaved()];
  await act(async () => {
    resolve(RECEIPT);
    expect(await Promise.all(wanted)).toEqual(['a1', 'a1']);
  });
  expect(library.save).toHaveBeenCalledOnce();
});

test('a failing save gives the actions no article and is reported, and is tried again later', async () => {
  const { reject } = hold(library.save);
  await settled(() => probe.saving.save());
  const wanted = probe.saving.ensureSaved();
  const inNoNeedOfOne = probe.saving.ensureSaved(false);
  await settled(() => reject(new RectoError('quota')));
  expect(await inNoNeedOfOne).toBeNull();
  expect(probe.saving.error?.code).toBe('quota');
  await settled(() => probe.saving.dismissError());
  expect(await wanted).toBeNull();
  library.save.mockResolvedValue(RECEIPT);
  await act(async () => expect(await probe.saving.ensureSaved()).toBe('a1'));
});

test('an article reported as saved before, although it could not be looked up, has an id', async () => {
  library.save.mockResolvedValue({ ...RECEIPT, existed: true });
  await settled(() => probe.saving.save());
  expect(probe.saving.state.kind).toBe('saved');
  await act(async () => expect(await probe.saving.ensureSaved()).toBe('a1'));
});

test('an action that needs the article saved saves it again if another window has deleted it, and not otherwise', async () => {
  await settled(() => probe.saving.save());
  probe.kept = sampleMetadata();
  await settled(async () => expect(await probe.saving.ensureSaved()).toBe('a1'));
  await settled(async () => expect(await probe.saving.ensureSaved()).toBe('a1'));
  expect(library.save).toHaveBeenCalledOnce();
  probe.kept = null;
  await settled(async () => expect(await probe.saving.ensureSaved()).toBe('a1'));
  expect(library.save).toHaveBeenCalledTimes(2);
});

test('an update with a worse text is reported instead of being offered again, until that is closed', async () => {
  probe.kept = sampleMetadata({ contentHash: 'older' });
  await probe.drawAnew();
  expect([probe.saving.changed, probe.saving.aside]).toEqual([true, false]);
  library.updateCopy.mockResolvedValue({ ...RECEIPT, existed: true, aside: 'shorter' });
  await settled(() => probe.saving.update());
  expect([probe.saving.changed, probe.saving.aside]).toEqual([false, true]);
  await settled(() => probe.saving.closeAside());
  expect([probe.saving.changed, probe.saving.aside]).toEqual([false, false]);
});

test('the answer in a private window to the question about an update does the update', async () => {
  probe.kept = sampleMetadata({ contentHash: 'older' });
  await probe.drawAnew();
  library.updateCopy.mockRejectedValueOnce(new RectoError('needs-consent'));
  await settled(() => probe.saving.update());
  expect(probe.saving.error?.code).toBe('needs-consent');
  await settled(() => probe.saving.save(true));
  expect(library.updateCopy).toHaveBeenLastCalledWith(article, { consent: true });
  expect([probe.saving.error, library.save.mock.calls.length]).toEqual([null, 0]);
});

test('a save by the popup or a delete by another window is noticed when the window gets the focus', async () => {
  probe.kept = sampleMetadata();
  await focusComesBack();
  expect([probe.saving.state, probe.saving.saved]).toEqual([
    { kind: 'saved', at: probe.kept?.savedAt, fresh: false },
    probe.kept,
  ]);
  probe.kept = null;
  await focusComesBack();
  expect([probe.saving.state, probe.saving.saved]).toEqual([{ kind: 'unsaved' }, null]);
});

test('getting the focus changes neither Undo of a save nor what cannot be read', async () => {
  await settled(() => probe.saving.save());
  probe.kept = sampleMetadata();
  await focusComesBack();
  library.find.mockRejectedValueOnce(new RectoError('unexpected'));
  await focusComesBack();
  expect(probe.saving.state).toEqual({ kind: 'saved', at: 1, fresh: true });
});

test('a late answer that nothing is saved does not hide a save', async () => {
  const finds = heldAnswers<unknown[], SavedMetadata | null>();
  library.find.mockImplementationOnce(finds.call);
  await focusComesBack();
  await settled(() => probe.saving.save());
  await finds.calls[0]?.answer(null);
  expect(probe.saving.state.kind).toBe('saved');
});

test('Undo and Save right after a save work while the saved item is still looked up, and its late answer changes nothing', async () => {
  const finds = heldAnswers<unknown[], SavedMetadata | null>();
  library.find.mockImplementationOnce(finds.call);
  await settled(() => probe.saving.save());
  await settled(() => probe.saving.undo());
  expect([probe.saving.state, probe.saving.saved]).toEqual([{ kind: 'unsaved' }, null]);
  await finds.calls[0]?.answer(sampleMetadata());
  expect(probe.saving.saved).toBeNull();
  library.find.mockImplementationOnce(finds.call);
  await settled(() => probe.saving.save());
  await settled(() => probe.saving.undo());
  await settled(() => probe.saving.save());
  expect(library.save).toHaveBeenCalledTimes(3);
  expect(probe.saving.state).toEqual({ kind: 'saved', at: 1, fresh: true });
});

test('a late answer for one article is not used for the next', async () => {
  const finds = heldAnswers<unknown[], SavedMetadata | null>();
  library.find.mockImplementationOnce(finds.call);
  await probe.drawAnew();
  await settled(() => probe.draw(sampleArticle({ url: 'https://example.org/next' })));
  await finds.calls[0]?.answer(sampleMetadata());
  expect([probe.saving.state, probe.saving.saved]).toEqual([{ kind: 'unsaved' }, null]);
});

test('Undo is for the article that is shown, not for the one saved before it', async () => {
  await settled(() => probe.saving.save());
  probe.kept = sampleMetadata();
  await settled(() => probe.draw(sampleArticle({ url: 'https://example.org/next' })));
  expect(probe.saving.state).toEqual({ kind: 'saved', at: probe.kept?.savedAt, fresh: false });
  await settled(() => probe.saving.undo());
  expect(library.undoSave).not.toHaveBeenCalled();
});

test('a save can still be undone when another text of the page is shown, as without the further pages that were joined', async () => {
  await settled(() => probe.saving.save());
  probe.kept = sampleMetadata();
  await settled(() => probe.draw(sampleArticle({ contentHash: 'without the further pages' })));
  expect([probe.saving.state, probe.saving.changed]).toEqual([{ kind: 'saved', at: 1, fresh: true }, true]);
  await settled(() => probe.saving.undo());
  expect(library.undoSave).toHaveBeenCalledExactlyOnceWith(RECEIPT);
});

test('a save begun right after the article is drawn, before effects have run, is shown as under way', async () => {
  render(null, document.body);
  hold(library.save);
  probe.draw();
  await settled(() => probe.saving.save());
  expect(probe.saving.state.kind).toBe('saving');
});

test('a window that gets the focus right after another item was found asks about that item', async () => {
  probe.kept = sampleMetadata();
  await focusComesBack();
  expect(probe.saving.state.kind).toBe('saved');
  probe.kept = null;
  window.dispatchEvent(new Event('focus'));
  for (let turn = 0; turn < 9; turn += 1) await Promise.resolve();
  expect(probe.saving.state.kind).toBe('unsaved');
  probe.kept = sampleMetadata();
  await focusComesBack();
  expect(probe.saving.state.kind).toBe('saved');
});

test('Undo pressed twice before its answer comes is one Undo', async () => {
  const undos = heldAnswers<unknown[], boolean>();
  library.undoSave.mockImplementationOnce(undos.call).mockResolvedValueOnce(false);
  await settled(() => probe.saving.save());
  await settled(() => probe.saving.undo());
  await settled(() => probe.saving.undo());
  await undos.calls[0]?.answer(true);
  expect(library.undoSave).toHaveBeenCalledOnce();
  expect(probe.saving.state).toEqual({ kind: 'unsaved' });
  await settled(() => probe.saving.save());
  library.undoSave.mockReset().mockResolvedValue(true);
  await settled(() => probe.saving.undo());
  expect(library.undoSave).toHaveBeenCalledOnce();
});

test('Undo pressed while the page is being saved takes that save back, unless the page was saved before', async () => {
  for (const [existed, calls] of [
    [false, [[RECEIPT]]],
    [true, []],
  ] as const) {
    library.undoSave.mockClear();
    const { resolve } = hold(library.save);
    await settled(() => probe.saving.save());
    await settled(() => probe.saving.undo());
    await settled(() => resolve({ ...RECEIPT, existed }));
    expect(library.undoSave.mock.calls).toEqual(calls);
    expect(probe.saving.state.kind).toBe(existed ? 'saved' : 'unsaved');
  }
});

test('an action that needs the article saved while Undo is under way saves it again, and it stays shown as saved', async () => {
  const undos = heldAnswers<unknown[], boolean>();
  library.undoSave.mockImplementationOnce(undos.call);
  await settled(() => probe.saving.save());
  await settled(() => probe.saving.undo());
  const wanted = probe.saving.ensureSaved();
  // All that does not wait for the answer is done before it.
  await settled(() => undefined);
  await undos.calls[0]?.answer(true);
  await settled(async () => expect(await wanted).toBe('a1'));
  expect(library.save).toHaveBeenCalledTimes(2);
  expect(probe.saving.state).toEqual({ kind: 'saved', at: 1, fresh: true });
});
