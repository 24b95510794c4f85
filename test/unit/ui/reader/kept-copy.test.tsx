// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { RectoError } from '../../../../src/model/errors/recto-error.ts';
import type { SavedMetadata } from '../../../../src/model/saved-article.ts';
import { heldAnswers } from '../../fakes/held-answers.ts';
import { sampleArticle, sampleMetadata } from '../../fakes/sample-article.ts';
import { savingProbe, settled } from './saving-probe.tsx';

const probe = savingProbe();
const { library, article, focusComesBack } = probe;

test('a late answer from before a save does not override its Undo', async () => {
  const finds = heldAnswers<unknown[], SavedMetadata | null>();
  library.find.mockImplementationOnce(finds.call);
  await probe.drawAnew();
  await settled(() => probe.saving.save());
  await settled(() => probe.saving.undo());
  await finds.calls[0]?.answer(sampleMetadata());
  expect([probe.saving.state.kind, probe.saving.saved]).toEqual(['unsaved', null]);
});

test('a save whose answer was lost is shown as done', async () => {
  probe.kept = sampleMetadata();
  library.save.mockRejectedValueOnce(new RectoError('no-answer'));
  await settled(() => probe.saving.save());
  expect([probe.saving.state.kind, probe.saving.saved, probe.saving.error?.code]).toEqual([
    'saved',
    probe.kept,
    'no-answer',
  ]);
});

test('an Undo whose answer was lost is shown as done', async () => {
  await settled(() => probe.saving.save());
  expect(probe.saving.state.kind).toBe('saved');
  library.undoSave.mockRejectedValueOnce(new RectoError('no-answer'));
  await settled(() => probe.saving.undo());
  expect([probe.saving.state.kind, probe.saving.saved, probe.saving.error?.code]).toEqual([
    'unsaved',
    null,
    'no-answer',
  ]);
});

test('a text that another window has replaced is noticed when the window gets the focus', async () => {
  probe.kept = sampleMetadata({ contentHash: 'older' });
  await focusComesBack();
  const { state } = probe.saving;
  expect(probe.saving.changed).toBe(true);
  probe.kept = sampleMetadata({ contentHash: article.contentHash });
  await focusComesBack();
  expect(probe.saving.changed).toBe(false);
  // What is told of the save stays.
  expect(probe.saving.state).toBe(state);
});

test('the saved state stays when an update fails and cannot be checked', async () => {
  probe.kept = sampleMetadata({ contentHash: 'older' });
  await focusComesBack();
  library.updateCopy.mockRejectedValueOnce(new RectoError('no-answer'));
  library.find.mockRejectedValueOnce(new RectoError('no-answer'));
  await settled(() => probe.saving.update());
  expect([probe.saving.state.kind, probe.saving.saved, probe.saving.changed]).toEqual(['saved', probe.kept, true]);
});

test('the saved item of one address is not used for the next, also when that cannot be read', async () => {
  probe.kept = sampleMetadata();
  await focusComesBack();
  const finds = heldAnswers<unknown[], SavedMetadata | null>();
  library.find.mockImplementationOnce(finds.call);
  await settled(() => probe.draw(sampleArticle({ contentHash: 'more' })));
  expect([probe.saving.saved, probe.saving.changed]).toEqual([probe.kept, true]);
  library.find.mockRejectedValueOnce(new RectoError('no-answer'));
  await settled(() => probe.draw(sampleArticle({ url: 'https://news.example/next' })));
  expect([probe.saving.state.kind, probe.saving.saved]).toEqual(['unsaved', null]);
});
