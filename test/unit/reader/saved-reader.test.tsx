// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Highlight } from '../../../src/model/highlights/highlight.ts';
import type { Library } from '../../../src/model/library.ts';
import type { Translate } from '../../../src/model/message-key.ts';
import type { SavedMetadata } from '../../../src/model/saved-article.ts';
import { parseReaderSettings } from '../../../src/model/settings/reader-settings.ts';
import { createWords } from '../../../src/model/words.ts';
import type { savedReaderParts } from '../../../src/reader/saved-reader-parts.tsx';
import { UNDO_MS } from '../../../src/ui/list/actions/use-undo.ts';
import type { ReaderProps } from '../../../src/ui/reader/reader-props.ts';
import { heldAnswers } from '../fakes/held-answers.ts';
import { sampleArticle, sampleMetadata } from '../fakes/sample-article.ts';

const fakes = vi.hoisted(() => ({ reader: {} as unknown, hasKeys: { current: null as boolean | null } }));
vi.mock('../../../src/messaging/send.ts', () => ({ send: async () => null }));
vi.mock('../../../src/reader/saved-reader-parts.tsx', () => ({
  savedReaderParts: (...[, , hasKeys]: Parameters<typeof savedReaderParts>) => {
    fakes.hasKeys = hasKeys;
    return {};
  },
}));
// What the reader itself draws is tested elsewhere: here it shows the line below the bar alone.
vi.mock('../../../src/ui/reader/reader.tsx', () => ({
  Reader: (props: ReaderProps) => {
    fakes.reader = props;
    return props.notice;
  },
}));
const { SavedReader } = await import('../../../src/reader/saved-reader.tsx');

const keyed: Translate = (key, ...values) => (key === 'localeTag' ? 'en' : [key, ...values].join(' '));
const HIGHLIGHT: Highlight = {
  ...{ id: 'h1', articleId: 'a1', exact: 'lamps', prefix: '', suffix: '', start: 0, end: 5 },
  ...{ colour: 'yellow', note: '', createdAt: 1, changedAt: 1 },
};
const library = {
  watch: () => undefined,
  copies: async () => [],
  highlights: async () => [HIGHLIGHT],
  removeHighlight: async () => undefined,
  restoreHighlight: vi.fn(async () => undefined),
  move: vi.fn(async () => undefined),
  restore: vi.fn(async () => undefined),
  metadata: vi.fn(async () => [sampleMetadata({ place: 'list' })]),
  tags: async () => [{ name: 'sea', count: 1 }],
  changeTags: vi.fn(async () => undefined),
};

const reader = () => fakes.reader as ReaderProps;
const line = () => document.querySelector('.notice-text')?.textContent ?? null;
/** Does it and lets everything that follows from it come to its end. */
async function settled(work: () => void): Promise<void> {
  await act(work);
  for (let turn = 0; turn < 3; turn += 1) await act(() => new Promise<void>((resolve) => setImmediate(resolve)));
}

const draw = (metadata: SavedMetadata) =>
  render(
    <SavedReader
      library={library as unknown as Library}
      words={createWords(keyed, 'en')}
      metadata={metadata}
      article={sampleArticle()}
      preferences={{ settings: parseReaderSettings({}), change: () => undefined }}
      {...{ pictures: [], unkept: null, toggleKey: null, openList: async () => undefined }}
    />,
    document.body,
  );
const show = (metadata: SavedMetadata) => settled(() => draw(metadata));

beforeEach(async () => {
  vi.clearAllMocks();
  vi.useRealTimers();
  await show(sampleMetadata());
});
afterEach(() => act(() => render(null, document.body)));

test('the Undo key restores the highlight that was just removed', async () => {
  await settled(() => reader().highlights?.remove(HIGHLIGHT));
  expect(line()).toBe('highlightRemoved');
  await settled(() => reader().actions.undo?.());
  expect(library.restoreHighlight).toHaveBeenCalledWith(HIGHLIGHT);
  expect(line()).toBeNull();
  expect(reader().undone).toBe(1);
});

test('the notice and the Undo key are about the last action: archiving after a highlight was removed', async () => {
  await settled(() => reader().highlights?.remove(HIGHLIGHT));
  await settled(() => reader().actions.archive?.());
  expect(line()).toBe('popupArchived');
  await settled(() => reader().actions.undo?.());
  expect(library.move.mock.calls).toEqual([
    [['a1'], 'archive'],
    [['a1'], 'list', ['archive']],
  ]);
  expect(reader().undone).toBe(1);
});

test('a move can no longer be undone after another window has moved the article', async () => {
  await settled(() => reader().actions.archive?.());
  await show(sampleMetadata({ place: 'archive', movedAt: 5 }));
  expect(line()).toBe('popupArchived');
  await show(sampleMetadata({ place: 'list', movedAt: 6 }));
  expect(line()).toBeNull();
  expect(reader().actions.undo).toBeUndefined();
});

test('an article that another window has deleted before it was archived here is shown as deleted', async () => {
  library.metadata.mockResolvedValueOnce([sampleMetadata({ place: 'deleted' })]);
  await settled(() => reader().actions.archive?.());
  expect(line()).toBe('popupDeleted');
});

test('Undo does not restore an article that another window has deleted since, and is not reported as done', async () => {
  await settled(() => reader().actions.archive?.());
  library.metadata.mockResolvedValueOnce([sampleMetadata({ place: 'deleted' })]);
  await settled(() => reader().actions.undo?.());
  expect(library.move).toHaveBeenLastCalledWith(['a1'], 'list', ['archive']);
  expect([line(), reader().undone]).toEqual([null, 0]);
});

test('an Undo that was done is not reported as failed when its result cannot be read', async () => {
  await settled(() => reader().actions.archive?.());
  library.metadata.mockRejectedValueOnce(new Error('not now'));
  await settled(() => reader().actions.undo?.());
  expect([line(), reader().undone]).toEqual([null, 1]);
});

test('Undo of archiving is sent before anything else, since the page may be closed', async () => {
  await settled(() => reader().actions.archive?.());
  library.metadata.mockReturnValueOnce(new Promise(() => undefined));
  await settled(() => reader().actions.undo?.());
  expect(library.move).toHaveBeenLastCalledWith(['a1'], 'list', ['archive']);
});

test('a deleted article is reported and can be restored by key, also without reports of changes', async () => {
  await settled(() => reader().actions.delete?.());
  expect([line(), reader().actions.delete]).toEqual(['popupDeleted', undefined]);
  await settled(() => reader().actions.undo?.());
  expect(library.restore).toHaveBeenCalledWith(['a1']);
  expect([line(), reader().undone]).toEqual([null, 1]);
});

test('the Undo key restores an article that was deleted elsewhere, as the notice offers', async () => {
  await show(sampleMetadata({ place: 'deleted' }));
  expect(line()).toBe('popupDeleted');
  await settled(() => reader().actions.undo?.());
  expect(library.restore).toHaveBeenCalledWith(['a1']);
});

test('Undo pressed before archiving is answered is done after it', async () => {
  const moves = heldAnswers<unknown[], undefined>();
  library.move.mockImplementationOnce(moves.call as never);
  await settled(() => reader().actions.archive?.());
  await settled(() => reader().actions.undo?.());
  expect(library.move).toHaveBeenCalledOnce();
  await moves.calls[0]?.answer(undefined);
  await settled(() => undefined);
  expect(library.move.mock.calls).toEqual([
    [['a1'], 'archive'],
    [['a1'], 'list', ['archive']],
  ]);
  expect([line(), reader().undone]).toEqual([null, 1]);
});

test('an article that is deleted while Undo is on its way is shown as deleted', async () => {
  await settled(() => reader().actions.archive?.());
  const moves = heldAnswers<unknown[], undefined>();
  library.move.mockImplementationOnce(moves.call as never);
  await settled(() => reader().actions.undo?.());
  await settled(() => reader().actions.delete?.());
  await moves.calls[0]?.answer(undefined);
  await settled(() => undefined);
  expect(line()).toBe('popupDeleted');
});

test('an article that could not be archived can still be archived', async () => {
  library.move.mockRejectedValueOnce(new Error('full'));
  await settled(() => reader().actions.archive?.());
  expect(line()).toContain('error_');
  expect([reader().actions.archive, reader().actions.undo]).toEqual([expect.any(Function), undefined]);
});

test('archiving right after the article is drawn, before effects have run, is reported with Undo', async () => {
  render(null, document.body);
  draw(sampleMetadata());
  await settled(() => reader().actions.archive?.());
  expect(line()).toBe('popupArchived');
  expect(reader().actions.undo).toBeDefined();
});

const press = (label: string) =>
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent === label)?.click();

/** Opens the dialog of tags, turns the tag "sea" the other way, and presses Done. */
async function turnSea(): Promise<void> {
  await settled(() => reader().actions.tags?.());
  await vi.waitFor(() => expect(document.querySelector('.tag-dialog input[type=checkbox]')).not.toBeNull());
  await settled(() => document.querySelector<HTMLInputElement>('.tag-dialog input[type=checkbox]')?.click());
  await settled(() => press('listDone'));
}

test('tags are set in a dialog, in which the keys of the article do nothing; Undo takes them back', async () => {
  await settled(() => reader().actions.tags?.());
  expect(fakes.hasKeys.current).toBe(true);
  await vi.waitFor(() => expect(document.querySelector('.tag-dialog')).not.toBeNull());
  await settled(() => press('listCancel'));
  expect([document.querySelector('.tag-dialog'), fakes.hasKeys.current, line()]).toEqual([null, false, null]);
  await turnSea();
  expect(library.changeTags).toHaveBeenLastCalledWith(['a1'], { add: ['sea'], remove: [] });
  expect(line()).toContain('listTagged');
  await settled(() => reader().actions.undo?.());
  expect(library.changeTags).toHaveBeenLastCalledWith(['a1'], { add: [], remove: ['sea'] });
  expect([line(), reader().undone, reader().actions.undo]).toEqual([null, 1, undefined]);
});

test('Undo pressed before the change of tags is answered is done after it', async () => {
  const changes = heldAnswers<unknown[], undefined>();
  library.changeTags.mockImplementationOnce(changes.call as never);
  await turnSea();
  await settled(() => reader().actions.undo?.());
  expect(library.changeTags).toHaveBeenCalledOnce();
  await changes.calls[0]?.answer(undefined);
  await settled(() => undefined);
  expect(library.changeTags).toHaveBeenLastCalledWith(['a1'], { add: [], remove: ['sea'] });
  expect([line(), reader().undone]).toEqual([null, 1]);
});

test('after a move, then tags, Undo takes back the tags first and then the move', async () => {
  await settled(() => reader().actions.archive?.());
  await turnSea();
  await settled(() => reader().actions.undo?.());
  expect([line(), library.move.mock.calls.length]).toEqual(['popupArchived', 1]);
  await turnSea();
  await settled(() => reader().actions.delete?.());
  expect([line(), reader().actions.tags]).toEqual(['popupDeleted', undefined]);
  await settled(() => reader().actions.undo?.());
  expect(library.restore).toHaveBeenCalledWith(['a1']);
});

test('Undo of tags is offered for a while, and longer while the focus is on it', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const wait = () => act(() => void vi.advanceTimersByTime(UNDO_MS));
  const undo = () => document.querySelector<HTMLElement>('.notice button');
  await turnSea();
  await act(() => undo()?.focus());
  await wait();
  expect([line(), document.activeElement]).toEqual([expect.stringContaining('listTagged'), undo()]);
  await act(() => undo()?.blur());
  await wait();
  expect([line(), reader().actions.undo]).toEqual([null, undefined]);
  // A notice that disappears with the focus does not hold the next one.
  await turnSea();
  await act(() => undo()?.focus());
  await settled(() => undo()?.click());
  expect([line(), reader().undone]).toEqual([null, 1]);
  await turnSea();
  await wait();
  expect(line()).toBeNull();
});

test('tags that could not be changed are reported, and there is nothing to undo', async () => {
  library.changeTags.mockRejectedValueOnce(new Error('full'));
  await turnSea();
  expect([line(), reader().actions.undo]).toEqual([expect.stringContaining('error_'), undefined]);
});

test('the focus comes back to what had it before the dialog of tags, or to the text', async () => {
  const [before, text] = [document.createElement('button'), document.createElement('main')];
  text.tabIndex = -1;
  document.documentElement.append(before, text);
  // As browsers do, which the environment of the test does not. The code of the dialog is loaded by now, so that is at once.
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.querySelector('input')?.focus();
  };
  before.focus();
  await turnSea();
  expect(document.activeElement).toBe(before);
  before.blur();
  await turnSea();
  expect(document.activeElement).toBe(text);
  for (const element of [before, text]) element.remove();
  Reflect.deleteProperty(HTMLDialogElement.prototype, 'showModal');
});

test('the dialog of tags is open at first if the address asks for it, and then the address is that of the article', async () => {
  await act(() => render(null, document.body));
  location.hash = '#a1/tags';
  await show(sampleMetadata());
  await vi.waitFor(() => expect(document.querySelector('.tag-dialog')).not.toBeNull());
  expect([location.hash, reader().highlights?.goTo]).toEqual(['#a1', null]);
  await act(() => render(null, document.body));
  location.hash = '#a1/tags';
  await show(sampleMetadata({ place: 'deleted' }));
  expect(fakes.hasKeys.current).toBe(false);
  location.hash = '';
});
