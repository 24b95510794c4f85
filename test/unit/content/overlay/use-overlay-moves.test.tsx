// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://news.example/2026/harbour" }
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, onTestFinished, test, vi } from 'vitest';
import { RectoError } from '../../../../src/model/errors/recto-error.ts';
import { sampleMetadata } from '../../fakes/sample-article.ts';
import { trustEvents } from '../../fakes/trust-events.ts';
import { useOverlayArticle } from '../../fakes/use-overlay-article.tsx';

const { answers, HIGHLIGHT, settled, draw, send, reader, line, press, sentOf, saving } = useOverlayArticle();

const SAVED = { id: 'a1', savedAt: 1, existed: false };
/** Offered by control and key, as far as moves go. */
const offered = () => ['archive', 'delete', 'undo'].filter((action) => action in reader().actions);
const inPlace = (place: 'list' | 'archive') => void Object.assign(answers, { 'page.saved': sampleMetadata({ place }) });

test('only an article that is kept can be archived or deleted, and one in the archive only deleted', async () => {
  answers['page.saved'] = null;
  await draw();
  expect(offered()).toEqual([]);
  answers['article.save'] = SAVED;
  inPlace('list');
  await settled(() => reader().actions.save?.());
  expect(offered()).toEqual(['archive', 'delete', 'undo']);
  act(() => render(null, document.body));
  inPlace('archive');
  await draw();
  expect(offered()).toEqual(['delete']);
  act(() => render(null, document.body));
  inPlace('list');
  await draw({ moved: true });
  expect(offered()).toEqual([]);
  await draw({ moved: false });
  answers['page.saved'] = null;
  await settled(() => reader().actions.delete?.());
  expect(offered()).toEqual(['undo']);
  await draw({ moved: true });
  expect(offered()).toEqual([]);
});

test('Undo does not take back the save of an article that was archived since, while the page is at another address', async () => {
  await saving();
  await settled(() => reader().actions.save?.());
  inPlace('archive');
  await settled(() => reader().actions.archive?.());
  await draw({ moved: true });
  expect([offered(), reader().save]).toEqual([[], expect.objectContaining({ kind: 'saved', fresh: false })]);
  await draw();
  expect([line(), offered()]).toEqual(['popupArchived', ['delete', 'undo']]);
});

test('a move counts at once, and Undo pressed before it is answered takes it back after it', async () => {
  inPlace('list');
  await draw();
  const sent: unknown[] = [];
  const answer = send.getMockImplementation();
  let end: (() => void) | undefined;
  send.mockImplementation(async (name: string, input: unknown) => {
    if (name !== 'article.move') return answer?.(name);
    sent.push(input);
    await new Promise<void>((resolve) => {
      end = resolve;
    });
    inPlace((input as { place: 'list' | 'archive' }).place);
    return null;
  });
  await settled(() => reader().actions.archive?.());
  expect([line(), offered()]).toEqual(['popupArchived', ['delete', 'undo']]);
  await settled(() => reader().actions.undo?.());
  expect([line(), sent.length, reader().undone]).toEqual([null, 1, 0]);
  await settled(() => end?.());
  await settled(() => end?.());
  expect(sent).toEqual([
    { ids: ['a1'], place: 'archive' },
    { ids: ['a1'], place: 'list', from: ['archive'] },
  ]);
  expect([line(), offered(), reader().undone]).toEqual([null, ['archive', 'delete'], 1]);
});

test('a deleted article can be restored, or saved again, after which Undo is for the save', async () => {
  inPlace('list');
  await draw();
  answers['page.saved'] = null;
  await settled(() => reader().actions.delete?.());
  expect(sentOf('article.move')).toEqual([{ ids: ['a1'], place: 'deleted' }]);
  expect([line(), offered(), reader().save?.kind]).toEqual(['popupDeleted', ['undo'], 'unsaved']);
  inPlace('list');
  await press('readerUndo');
  expect(sentOf('article.restore')).toEqual([{ ids: ['a1'] }]);
  expect([line(), offered(), reader().save?.kind]).toEqual([null, ['archive', 'delete'], 'saved']);

  answers['page.saved'] = null;
  await settled(() => reader().actions.delete?.());
  inPlace('list');
  answers['article.save'] = SAVED;
  await settled(() => reader().actions.save?.());
  expect([line(), offered()]).toEqual([null, ['archive', 'delete', 'undo']]);
  await settled(() => reader().actions.undo?.());
  expect([sentOf('article.restore').length, sentOf('article.undo-save').length]).toEqual([1, 1]);
});

test('once a deleted article is saved again Undo is for the save: before it is answered, and where it was removed for good', async () => {
  inPlace('list');
  await draw();
  answers['page.saved'] = null;
  await settled(() => reader().actions.delete?.());
  let end: ((receipt: unknown) => void) | undefined;
  answers['article.save'] = new Promise((resolve) => {
    end = resolve;
  });
  await settled(() => reader().actions.save?.());
  expect([line(), offered()]).toEqual([null, ['archive', 'delete', 'undo']]);
  // What failed leaves the way back from the deletion.
  await settled(() => end?.(Promise.reject(new RectoError('storage-unavailable'))));
  await press('listClose');
  expect([line(), offered()]).toEqual(['popupDeleted', ['undo']]);

  answers['article.save'] = { id: 'a2', savedAt: 2, existed: false };
  answers['page.saved'] = sampleMetadata({ id: 'a2' });
  await settled(() => reader().actions.save?.());
  expect([line(), offered()]).toEqual([null, ['archive', 'delete', 'undo']]);
  await settled(() => reader().actions.undo?.());
  expect([sentOf('article.restore'), sentOf('article.undo-save')]).toEqual([
    [],
    [expect.objectContaining({ id: 'a2' })],
  ]);
});

test('Undo of a move comes before that of the save, and after that of a highlight removed since', async () => {
  await saving();
  await settled(() => reader().actions.save?.());
  await settled(() => reader().highlights?.remove(HIGHLIGHT));
  inPlace('archive');
  await settled(() => reader().actions.archive?.());
  expect([line(), reader().save]).toEqual(['popupArchived', expect.objectContaining({ fresh: false })]);
  await settled(() => reader().highlights?.remove(HIGHLIGHT));
  expect(line()).toBe('highlightRemoved');
  await settled(() => reader().actions.undo?.());
  expect(line()).toBe('popupArchived');
  inPlace('list');
  await settled(() => reader().actions.undo?.());
  expect([line(), reader().save]).toEqual([null, expect.objectContaining({ fresh: true })]);
});

test('what another window has done with the article since is shown when the person comes back', async () => {
  trustEvents();
  onTestFinished(() => void vi.restoreAllMocks());
  inPlace('archive');
  await draw();
  answers['page.saved'] = null;
  await settled(() => reader().actions.delete?.());
  const comeBack = () => settled(() => void window.dispatchEvent(new Event('focus')));
  inPlace('archive');
  await comeBack();
  expect([line(), offered()]).toEqual([null, ['delete']]);
  inPlace('list');
  await comeBack();
  await settled(() => reader().actions.archive?.());
  expect([line(), offered()]).toEqual([null, ['archive', 'delete']]);
  inPlace('archive');
  await comeBack();
  expect(line()).toBe('popupArchived');
  // It is archived there again just after Undo.
  await settled(() => reader().actions.undo?.());
  expect([line(), offered(), reader().undone]).toEqual([null, ['delete'], 0]);
});

test('a move that failed is reported and not shown, and Undo that failed can be pressed again', async () => {
  inPlace('list');
  await draw();
  answers['article.move'] = new RectoError('storage-unavailable');
  await settled(() => reader().actions.archive?.());
  expect([line(), offered()]).toEqual([
    'error_storage_unavailable errorNext_storage_unavailable',
    ['archive', 'delete'],
  ]);
  answers['article.move'] = null;
  inPlace('archive');
  await settled(() => reader().actions.archive?.());
  expect(line()).toBe('popupArchived');
  answers['article.move'] = new RectoError('storage-unavailable');
  await settled(() => reader().actions.undo?.());
  await press('listClose');
  expect([line(), offered()]).toEqual(['popupArchived', ['delete', 'undo']]);
});

/** Presses Save on a page that is not kept. Gives what answers the save, which waits until then. */
async function pressSave(): Promise<(receipt: object) => Promise<void>> {
  answers['page.saved'] = null;
  await draw();
  let answer: (receipt: object) => void = () => undefined;
  answers['article.save'] = new Promise((resolve) => (answer = resolve));
  await settled(() => reader().actions.save?.());
  return (receipt) => settled(() => answer(receipt));
}

test.each([
  { action: 'archive', place: 'archive', said: 'popupArchived' },
  { action: 'delete', place: 'deleted', said: 'popupDeleted' },
] as const)(
  '$action that is pressed before the save is answered is done once it is, and can be taken back',
  async ({ action, place, said }) => {
    const answer = await pressSave();
    await settled(() => reader().actions[action]?.());
    expect(sentOf('article.move')).toEqual([]);
    answers['page.saved'] = place === 'archive' ? sampleMetadata({ place }) : null;
    await answer(SAVED);
    expect(sentOf('article.move')).toEqual([{ ids: ['a1'], place }]);
    expect(line()).toBe(said);
    await settled(() => reader().actions.undo?.());
    expect(sentOf('article.undo-save')).toEqual([]);
    expect(sentOf(place === 'archive' ? 'article.move' : 'article.restore')).toHaveLength(place === 'archive' ? 2 : 1);
  },
);

test('Undo of a move that waits for the save takes back the move, and not the save', async () => {
  const answer = await pressSave();
  await settled(() => reader().actions.delete?.());
  expect([line(), offered()]).toEqual(['popupDeleted', ['undo']]);
  await settled(() => reader().actions.undo?.());
  inPlace('list');
  await answer(SAVED);
  expect(['article.move', 'article.restore', 'article.undo-save'].map((name) => sentOf(name).length)).toEqual([
    1, 1, 0,
  ]);
  expect([line(), offered()]).toEqual([null, ['archive', 'delete', 'undo']]);
});

test.each([
  { action: 'archive', back: 'article.move' },
  { action: 'delete', back: 'article.restore' },
] as const)(
  'Undo pressed twice after Save and $action, before the save is answered, takes back the move and then the save',
  async ({ action, back }) => {
    const answer = await pressSave();
    await settled(() => reader().actions[action]?.());
    await settled(() => reader().actions.undo?.());
    await settled(() => reader().actions.undo?.());
    // The move is answered after all that waits for nothing else.
    let end: () => void = () => undefined;
    answers['article.move'] = new Promise((resolve) => (end = () => resolve(null)));
    inPlace('list');
    await answer(SAVED);
    expect(sentOf('article.undo-save')).toEqual([]);
    await settled(() => end());
    const moves = send.mock.calls.map(([name]) => name).filter((name) => /move|restore|undo-save/.test(name));
    expect(moves).toEqual(['article.move', back, 'article.undo-save']);
    expect([line(), offered(), reader().save?.kind]).toEqual([null, [], 'unsaved']);
  },
);

test('nothing is archived or deleted of a save that has failed', async () => {
  const answer = await pressSave();
  await settled(() => reader().actions.delete?.());
  await answer(Promise.reject(new RectoError('quota')));
  expect([sentOf('article.save').length, sentOf('article.move')]).toEqual([1, []]);
  expect([line(), offered()]).toEqual(['error_quota errorNext_quota', []]);
});

test('what is archived once the save is answered, and before the page is looked up, is archived', async () => {
  await saving();
  const found = answers['page.saved'];
  let answer: (found: unknown) => void = () => undefined;
  answers['page.saved'] = new Promise((resolve) => (answer = resolve));
  await settled(() => reader().actions.save?.());
  expect(offered()).toEqual(['archive', 'delete', 'undo']);
  await settled(() => reader().actions.archive?.());
  answers['page.saved'] = sampleMetadata({ place: 'archive' });
  await settled(() => answer(found));
  expect([sentOf('article.save').length, sentOf('article.move')]).toEqual([1, [{ ids: ['a1'], place: 'archive' }]]);
  expect(line()).toBe('popupArchived');
});

test('a save that is being taken back is not made again to archive the article', async () => {
  const answer = await pressSave();
  await settled(() => reader().actions.undo?.());
  await settled(() => reader().actions.archive?.());
  await answer(SAVED);
  expect(['article.save', 'article.undo-save', 'article.move'].map((name) => sentOf(name).length)).toEqual([1, 1, 0]);
  expect([line(), offered(), reader().save?.kind]).toEqual([null, [], 'unsaved']);
});
