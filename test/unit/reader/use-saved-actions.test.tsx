// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Place, SavedMetadata } from '../../../src/model/saved-article.ts';
import { type SavedActions, useSavedActions } from '../../../src/reader/use-saved-actions.ts';
import { heldAnswers } from '../fakes/held-answers.ts';
import { sampleMetadata } from '../fakes/sample-article.ts';

/** What storage has. */
let kept: Place;
let doing: SavedActions;
const library = {
  move: vi.fn(async (_ids: string[], _place: Place) => undefined),
  restore: vi.fn(async (_ids: string[]) => undefined),
  metadata: vi.fn(async () => [sampleMetadata({ place: kept })]),
};

function Probe({ place, movedAt }: { place: Place; movedAt: number }) {
  doing = useSavedActions(library, { id: 'a1', place, movedAt });
  return null;
}
const settled = (work: () => void) =>
  act(async () => {
    work();
    await new Promise(setImmediate);
  });
/** What was read of the article, which may be older than what storage has. */
const hear = (place: Place, movedAt: number) =>
  settled(() => render(<Probe place={place} movedAt={movedAt} />, document.body));

beforeEach(async () => {
  for (const call of Object.values(library)) call.mockClear();
  render(null, document.body);
  await hear('list', 1);
});

test('a late report of an Undo does not cancel a later archiving', async () => {
  await settled(() => doing.move('deleted'));
  await hear('deleted', 2);
  await settled(() => doing.undoMove());
  await settled(() => doing.move('archive'));
  kept = 'archive';
  await hear('list', 3);
  await hear('archive', 4);
  expect([doing.moved, doing.place]).toEqual(['archive', 'archive']);
});

test('a report that arrives during a move is compared only after it is stored', async () => {
  await settled(() => doing.move('deleted'));
  await hear('deleted', 2);
  await settled(() => doing.undoMove());
  const moves = heldAnswers<unknown[], undefined>();
  library.move.mockImplementationOnce(moves.call);
  await settled(() => doing.move('archive'));
  kept = 'list';
  await hear('list', 3);
  kept = 'archive';
  await moves.calls[0]?.answer(undefined);
  expect(doing.moved).toBe('archive');
});

test('a report of an Undo before its answer does not cancel the same move made again at once', async () => {
  await settled(() => doing.move('deleted'));
  await hear('deleted', 2);
  const restores = heldAnswers<unknown[], undefined>();
  library.restore.mockImplementationOnce(restores.call);
  await settled(() => doing.undoMove());
  await hear('list', 3);
  const questions = heldAnswers<unknown[], SavedMetadata[]>();
  library.metadata.mockImplementationOnce(questions.call);
  await restores.calls[0]?.answer(undefined);
  expect(doing.moved).toBe(null);
  await settled(() => doing.move('deleted'));
  await questions.calls[0]?.answer([sampleMetadata({ place: 'list' })]);
  expect([doing.moved, doing.place]).toEqual(['deleted', 'deleted']);
});

test('a second press of Undo does not cancel the same move made again after the first', async () => {
  await settled(() => doing.move('archive'));
  const moves = heldAnswers<unknown[], undefined>();
  library.move.mockImplementationOnce(moves.call).mockImplementationOnce(moves.call);
  await settled(() => doing.undoMove());
  await settled(() => doing.undoMove());
  kept = 'list';
  await moves.calls[0]?.answer(undefined);
  expect(doing.moved).toBe(null);
  await settled(() => doing.move('archive'));
  await moves.calls[1]?.answer(undefined);
  expect([doing.moved, doing.place]).toEqual(['archive', 'archive']);
});

test('a change by another window after archiving here is shown', async () => {
  await settled(() => doing.move('archive'));
  await hear('archive', 2);
  kept = 'list';
  await hear('list', 3);
  expect([doing.moved, doing.place]).toEqual([null, 'list']);
});

test('two moves that both fail are not shown as done', async () => {
  const moves = heldAnswers<unknown[], undefined>();
  const fail = () => moves.call().then(() => Promise.reject(new Error('full')));
  library.move.mockImplementationOnce(fail).mockImplementationOnce(fail);
  await settled(() => doing.move('archive'));
  await settled(() => doing.move('deleted'));
  await moves.calls[0]?.answer(undefined);
  expect(doing.place).toBe('deleted');
  await moves.calls[1]?.answer(undefined);
  expect([doing.moved, doing.place]).toEqual([null, 'list']);
});

test('a move that fails after a successful one leaves that one shown', async () => {
  kept = 'archive';
  await settled(() => doing.move('archive'));
  library.move.mockRejectedValueOnce(new Error('full'));
  await settled(() => doing.move('deleted'));
  expect([doing.moved, doing.place]).toEqual(['archive', 'archive']);
});
