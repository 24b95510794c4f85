// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, test } from 'vitest';
import type { SaveReceipt } from '../../../../src/model/library.ts';
import { RectoError } from '../../../../src/model/recto-error.ts';
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

test('what needs the article kept waits for the save under way', async () => {
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

test('a save that is quicker than the answer whether the article is kept can be undone all the same', async () => {
  const finds = heldAnswers<unknown[], SavedMetadata | null>();
  library.find.mockImplementationOnce(finds.call);
  await probe.drawAnew();
  await settled(() => probe.saving.save());
  await finds.calls[0]?.answer(sampleMetadata());
  expect(probe.saving.state).toEqual({ kind: 'saved', at: 1, fresh: true });
});

test('Undo names the save it is of, and where the page was saved again since, it stays kept and is not offered for Undo', async () => {
  await settled(() => probe.saving.save());
  library.undoSave.mockResolvedValueOnce(false);
  await settled(() => probe.saving.undo());
  expect(library.undoSave).toHaveBeenCalledExactlyOnceWith(RECEIPT);
  expect(probe.saving.state).toEqual({ kind: 'saved', at: 1, fresh: false });
  await settled(() => probe.saving.undo());
  expect(library.undoSave).toHaveBeenCalledOnce();
});

test('two things that need it at once bring about one save, and both get its outcome', async () => {
  const { resolve } = hold(library.save);
  const wanted = [probe.saving.ensureSaved(), probe.saving.ensureSaved()];
  await act(async () => {
    resolve(RECEIPT);
    expect(await Promise.all(wanted)).toEqual(['a1', 'a1']);
  });
  expect(library.save).toHaveBeenCalledOnce();
});

test('a save under way that fails gives none, and the error is told; later it is tried again', async () => {
  const { reject } = hold(library.save);
  await settled(() => probe.saving.save());
  const wanted = probe.saving.ensureSaved();
  await act(async () => {
    reject(new RectoError('quota'));
    expect(await wanted).toBeNull();
  });
  expect(probe.saving.error?.code).toBe('quota');
  library.save.mockResolvedValue(RECEIPT);
  await act(async () => expect(await probe.saving.ensureSaved()).toBe('a1'));
});

test('an article that is known to be kept already, though it could not be looked up, has an id', async () => {
  library.save.mockResolvedValue({ ...RECEIPT, existed: true });
  await settled(() => probe.saving.save());
  expect(probe.saving.state.kind).toBe('saved');
  await act(async () => expect(await probe.saving.ensureSaved()).toBe('a1'));
});

test('what needs the article kept has it saved again where another window has deleted it, and not where it is there', async () => {
  await settled(() => probe.saving.save());
  probe.kept = sampleMetadata();
  await settled(async () => expect(await probe.saving.ensureSaved()).toBe('a1'));
  await settled(async () => expect(await probe.saving.ensureSaved()).toBe('a1'));
  expect(library.save).toHaveBeenCalledOnce();
  probe.kept = null;
  await settled(async () => expect(await probe.saving.ensureSaved()).toBe('a1'));
  expect(library.save).toHaveBeenCalledTimes(2);
});

test('an update whose text looks worse says so instead of offering itself again, until that is closed', async () => {
  probe.kept = sampleMetadata({ contentHash: 'older' });
  await probe.drawAnew();
  expect([probe.saving.changed, probe.saving.aside]).toEqual([true, false]);
  library.updateCopy.mockResolvedValue({ ...RECEIPT, existed: true, aside: 'shorter' });
  await settled(() => probe.saving.update());
  expect([probe.saving.changed, probe.saving.aside]).toEqual([false, true]);
  await settled(() => probe.saving.closeAside());
  expect([probe.saving.changed, probe.saving.aside]).toEqual([false, false]);
});

test('the question of a private window about an update is answered by that update', async () => {
  probe.kept = sampleMetadata({ contentHash: 'older' });
  await probe.drawAnew();
  library.updateCopy.mockRejectedValueOnce(new RectoError('needs-consent'));
  await settled(() => probe.saving.update());
  expect(probe.saving.error?.code).toBe('needs-consent');
  await settled(() => probe.saving.save(true));
  expect(library.updateCopy).toHaveBeenLastCalledWith(article, { consent: true });
  expect([probe.saving.error, library.save.mock.calls.length]).toEqual([null, 0]);
});

test('what the popup has kept, or another window deleted, is known once the window has the focus again', async () => {
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

test('the window that has the focus again leaves Undo of a save, and what cannot be asked, as they were', async () => {
  await settled(() => probe.saving.save());
  probe.kept = sampleMetadata();
  await focusComesBack();
  library.find.mockRejectedValueOnce(new RectoError('unexpected'));
  await focusComesBack();
  expect(probe.saving.state).toEqual({ kind: 'saved', at: 1, fresh: true });
});

test('a save that was quicker than the answer that nothing is kept stays told', async () => {
  const finds = heldAnswers<unknown[], SavedMetadata | null>();
  library.find.mockImplementationOnce(finds.call);
  await focusComesBack();
  await settled(() => probe.saving.save());
  await finds.calls[0]?.answer(null);
  expect(probe.saving.state.kind).toBe('saved');
});

test('Undo and Save right after a save are done, though what is kept is still being looked for, and its late answer changes nothing', async () => {
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

test('the late answer that an article is kept is not taken for that of the next one', async () => {
  const finds = heldAnswers<unknown[], SavedMetadata | null>();
  library.find.mockImplementationOnce(finds.call);
  await probe.drawAnew();
  await settled(() => probe.draw(sampleArticle({ url: 'https://example.org/next' })));
  await finds.calls[0]?.answer(sampleMetadata());
  expect([probe.saving.state, probe.saving.saved]).toEqual([{ kind: 'unsaved' }, null]);
});

test('Undo is of the article that is shown, not of the one that was saved before it', async () => {
  await settled(() => probe.saving.save());
  probe.kept = sampleMetadata();
  await settled(() => probe.draw(sampleArticle({ url: 'https://example.org/next' })));
  expect(probe.saving.state).toEqual({ kind: 'saved', at: probe.kept?.savedAt, fresh: false });
  await settled(() => probe.saving.undo());
  expect(library.undoSave).not.toHaveBeenCalled();
});

test('a save that is begun as soon as the article stands there, before any effect has run, is shown as under way', async () => {
  render(null, document.body);
  hold(library.save);
  probe.draw();
  await settled(() => probe.saving.save());
  expect(probe.saving.state.kind).toBe('saving');
});

test('a window that is looked at again right after something else was found asks about that, before any effect has run', async () => {
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

test('Undo that is pressed while the page is being saved takes that save back, unless the page was kept before', async () => {
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

test('what needs the article kept while Undo is on its way has it saved again, and it stays told', async () => {
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
