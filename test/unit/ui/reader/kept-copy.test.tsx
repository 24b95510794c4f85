// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Article } from '../../../../src/model/article.ts';
import type { Library, SaveReceipt } from '../../../../src/model/library.ts';
import { RectoError } from '../../../../src/model/recto-error.ts';
import type { SavedMetadata } from '../../../../src/model/saved-article.ts';
import { type Saving, useSaving } from '../../../../src/ui/reader/use-saving.ts';
import { heldAnswers } from '../../fakes/held-answers.ts';
import { sampleArticle, sampleMetadata } from '../../fakes/sample-article.ts';
import { trustEvents } from '../../fakes/trust-events.ts';

const article = sampleArticle();
const RECEIPT: SaveReceipt = { id: 'a1', savedAt: 1, existed: false };
let kept: SavedMetadata | null;
let saving: Saving;
const library = {
  find: vi.fn(async () => kept),
  save: vi.fn<Library['save']>(),
  updateCopy: vi.fn<Library['updateCopy']>(),
  undoSave: vi.fn(async () => true),
};

function Probe({ shown = article }: { shown?: Article }) {
  saving = useSaving(library, shown);
  return null;
}

trustEvents();
/** Does it and lets everything that follows from it come to its end. */
const settled = async (work: () => void) => {
  await act(work);
  await act(() => new Promise<void>((resolve) => setImmediate(resolve)));
};
const focusComesBack = () => settled(() => window.dispatchEvent(new Event('focus')));

beforeEach(async () => {
  kept = null;
  library.save.mockResolvedValue(RECEIPT);
  render(null, document.body);
  await settled(() => render(<Probe />, document.body));
});

test('the late answer that an article is kept, which was asked for before it was saved, does not stand over Undo of that', async () => {
  const finds = heldAnswers<unknown[], SavedMetadata | null>();
  library.find.mockImplementationOnce(finds.call);
  render(null, document.body);
  await settled(() => render(<Probe />, document.body));
  await settled(() => saving.save());
  await settled(() => saving.undo());
  await finds.calls[0]?.answer(sampleMetadata());
  expect([saving.state.kind, saving.saved]).toEqual(['unsaved', null]);
});

test('a save that is told as failed is shown as what it is: kept, where its answer alone did not come', async () => {
  kept = sampleMetadata();
  library.save.mockRejectedValueOnce(new RectoError('no-answer'));
  await settled(() => saving.save());
  expect([saving.state.kind, saving.saved, saving.error?.code]).toEqual(['saved', kept, 'no-answer']);
});

test('what another window has put in place of the kept text is known once the window has the focus again', async () => {
  kept = sampleMetadata({ contentHash: 'older' });
  await focusComesBack();
  const { state } = saving;
  expect(saving.changed).toBe(true);
  kept = sampleMetadata({ contentHash: article.contentHash });
  await focusComesBack();
  expect(saving.changed).toBe(false);
  // What is told of the save stays.
  expect(saving.state).toBe(state);
});

test('what is known to be kept stands where an update fails and cannot be asked about', async () => {
  kept = sampleMetadata({ contentHash: 'older' });
  await focusComesBack();
  library.updateCopy.mockRejectedValueOnce(new RectoError('no-answer'));
  library.find.mockRejectedValueOnce(new RectoError('no-answer'));
  await settled(() => saving.update());
  expect([saving.state.kind, saving.saved, saving.changed]).toEqual(['saved', kept, true]);
});

test('what is kept of one address is not taken for what is kept of the next, also where that cannot be asked', async () => {
  kept = sampleMetadata();
  await focusComesBack();
  const finds = heldAnswers<unknown[], SavedMetadata | null>();
  library.find.mockImplementationOnce(finds.call);
  await settled(() => render(<Probe shown={sampleArticle({ contentHash: 'more' })} />, document.body));
  expect([saving.saved, saving.changed]).toEqual([kept, true]);
  library.find.mockRejectedValueOnce(new RectoError('no-answer'));
  await settled(() => render(<Probe shown={sampleArticle({ url: 'https://news.example/next' })} />, document.body));
  expect([saving.state.kind, saving.saved]).toEqual(['unsaved', null]);
});
