// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Highlight } from '../../../../src/model/highlights/highlight.ts';
import type { LibraryChange } from '../../../../src/model/library.ts';
import { type ArticleHighlights, useArticleHighlights } from '../../../../src/ui/highlights/use-article-highlights.ts';
import { heldAnswers } from '../../fakes/held-answers.ts';

const highlight = (id: string, changes: Partial<Highlight> = {}): Highlight => ({
  ...{ id, articleId: 'a1', exact: id, prefix: '', suffix: '', start: 0, end: 1 },
  ...{ colour: 'yellow', note: '', createdAt: 1, changedAt: 1 },
  ...changes,
});

let own: ArticleHighlights;
let tell: (change: LibraryChange) => void;
let lists: ReturnType<typeof heldAnswers<[string], Highlight[]>>;
const onFail = vi.fn();
const library = {
  highlights: (id: string) => lists.call(id),
  addHighlight: vi.fn(async (articleId: string) => highlight('new', { articleId, start: 5 })),
  changeHighlight: vi.fn(async () => null),
  removeHighlight: vi.fn(async () => undefined),
  restoreHighlight: vi.fn(async () => undefined),
  watch: (listener: (change: LibraryChange) => void) => {
    tell = listener;
  },
};

function Probe({ articleId }: { articleId: string | null }) {
  own = useArticleHighlights(library as never, articleId, onFail);
  return null;
}
const draw = (articleId: string | null) => render(<Probe articleId={articleId} />, document.body);
const show = (articleId: string | null = 'a1') => act(() => draw(articleId));
const shown = () => own.highlights.map(({ id }) => id);
const answer = (index: number, ...found: Highlight[]) => lists.calls[index]?.answer(found);

beforeEach(() => {
  lists = heldAnswers();
  onFail.mockClear();
  library.removeHighlight.mockClear();
  library.restoreHighlight.mockClear();
  render(null, document.body);
});

test('a late answer to an earlier request does not replace the list of highlights requested after it', async () => {
  show();
  await act(async () => tell({ ids: ['a1'] }));
  await answer(1, highlight('newer'));
  await answer(0, highlight('older'));
  expect(shown()).toEqual(['newer']);
});

test('a list that cannot be read at first is reported, and one that cannot be read again stays as it was', async () => {
  show();
  await answer(0, highlight('h'));
  const failing = vi.spyOn(library, 'highlights').mockRejectedValue(new Error('gone'));
  act(() => tell({ ids: null }));
  await new Promise(setImmediate);
  expect([shown(), onFail.mock.calls.length]).toEqual([['h'], 0]);
  show('a2');
  await new Promise(setImmediate);
  expect(onFail).toHaveBeenCalledOnce();
  failing.mockRestore();
});

test('a highlight that is being stored while the user comes back is not missing in the list that is read then', async () => {
  show();
  await answer(0, highlight('h'));
  const removals = heldAnswers<unknown[], undefined>();
  library.removeHighlight.mockImplementationOnce(removals.call);
  await act(async () => void own.remove(highlight('h')));
  await act(async () => tell({ ids: null }));
  await answer(1, highlight('h'));
  await removals.calls[0]?.answer(undefined);
  await answer(1);
  expect([shown(), lists.calls.length]).toEqual([[], 2]);
});

test('a change made before the article is known to be saved is not undone by a list read before it is stored', async () => {
  show(null);
  await act(async () => void (await own.add('a1', {} as never)));
  const changes = heldAnswers<unknown[], null>();
  library.changeHighlight.mockImplementationOnce(changes.call);
  await act(async () => own.recolour(highlight('new', { start: 5 }), 'green'));
  show('a1');
  await answer(0, highlight('new', { start: 5 }));
  await act(async () => void (await changes.calls[0]?.answer(null)));
  await answer(0, highlight('new', { start: 5, colour: 'green' }));
  expect(own.highlights.map(({ colour }) => colour)).toEqual(['green']);
});

test('a list that waits for one change also waits for later ones', async () => {
  show();
  await answer(0, highlight('h'));
  const changes = heldAnswers<unknown[], null>();
  library.changeHighlight.mockImplementationOnce(changes.call).mockImplementationOnce(changes.call);
  await act(async () => own.recolour(highlight('h'), 'green'));
  await act(async () => tell({ ids: ['a1'] }));
  await act(async () => own.recolour(highlight('h', { colour: 'green' }), 'blue'));
  await changes.calls[0]?.answer(null);
  await answer(1, highlight('h', { colour: 'green' }));
  expect(own.highlights.map(({ colour }) => colour)).toEqual(['blue']);
  await changes.calls[1]?.answer(null);
  await answer(1, highlight('h', { colour: 'blue', note: 'by another window' }));
  expect(own.highlights.map(({ note }) => note)).toEqual(['by another window']);
});

test('a change that fails once the article is known to be kept leaves nothing false', async () => {
  show(null);
  await act(async () => void (await own.add('a1', {} as never)));
  let refuse = (_thrown: Error): void => undefined;
  library.changeHighlight.mockReturnValueOnce(
    new Promise((_, reject) => {
      refuse = reject;
    }),
  );
  await act(async () => own.recolour(highlight('new', { start: 5 }), 'green'));
  show('a1');
  act(() => refuse(new Error('full')));
  await vi.waitFor(() => expect(onFail).toHaveBeenCalledOnce());
  await new Promise(setImmediate);
  for (const { answer: reply } of lists.calls) await reply([highlight('new', { start: 5 })]);
  expect(own.highlights.map(({ colour }) => colour)).toEqual(['yellow']);
});

test('a highlight that could not be stored does not restore one that is removed after it', async () => {
  show();
  await answer(0, highlight('h'), highlight('other', { start: 2 }));
  library.changeHighlight.mockRejectedValueOnce(new Error('full'));
  const removals = heldAnswers<unknown[], undefined>();
  library.removeHighlight.mockImplementationOnce(removals.call);
  await act(async () => {
    own.recolour(highlight('h'), 'green');
    own.remove(highlight('other'));
    await new Promise(setImmediate);
  });
  await answer(1, highlight('h'), highlight('other', { start: 2 }));
  expect(shown()).toEqual(['h']);
  await removals.calls[0]?.answer(undefined);
  await vi.waitFor(() => expect(lists.calls).toHaveLength(2));
  await answer(1, highlight('h'));
  expect(own.highlights).toEqual([highlight('h')]);
});

test('the list of one article is never shown for the next', async () => {
  show('a1');
  show('a2');
  await answer(1, highlight('of-a2'));
  await answer(0, highlight('of-a1'));
  expect(shown()).toEqual(['of-a2']);
});

test('the list of one article is never shown for the next while a change is being stored', async () => {
  show('a1');
  const changes = heldAnswers<unknown[], null>();
  library.changeHighlight.mockImplementationOnce(changes.call);
  await act(async () => own.recolour(highlight('h'), 'green'));
  await act(async () => tell({ ids: null }));
  show('a2');
  await answer(0, highlight('h'));
  await changes.calls[0]?.answer(null);
  expect(lists.calls.map(({ asked: [id] }) => id)).toEqual(['a1', 'a2', 'a2']);
  await answer(2, highlight('of-a2'));
  expect(shown()).toEqual(['of-a2']);
});

test('the highlights of an article that is no longer saved disappear at once, and not when their change has failed', async () => {
  show();
  await answer(0, highlight('h'));
  let refuse = (_thrown: Error): void => undefined;
  library.changeHighlight.mockReturnValueOnce(
    new Promise((_, reject) => {
      refuse = reject;
    }),
  );
  await act(async () => own.recolour(highlight('h'), 'green'));
  show(null);
  expect(shown()).toEqual([]);
  act(() => refuse(new Error('gone')));
  await vi.waitFor(() => expect(onFail).toHaveBeenCalledOnce());
  expect([shown(), lists.calls.length]).toEqual([[], 1]);
});

test('a highlight that is added while the list is being read stays, and the others come with the next list', async () => {
  show();
  await act(async () => void (await own.add('a1', {} as never)));
  await answer(0, highlight('before'));
  expect(shown()).toEqual(['new']);
  await answer(1, highlight('before'), highlight('new', { start: 5 }));
  expect(shown()).toEqual(['before', 'new']);
});

test('a change that could not be stored is reported, the list is read again, and later changes are stored', async () => {
  show();
  await answer(0, highlight('h'));
  library.changeHighlight.mockRejectedValueOnce(new Error('full'));
  await act(async () => {
    own.recolour(highlight('h'), 'green');
    own.remove(highlight('h'));
    await new Promise(setImmediate);
  });
  expect(onFail).toHaveBeenCalledOnce();
  await answer(1, highlight('h'));
  expect(library.removeHighlight).toHaveBeenCalledOnce();
});

test('a list that cannot be read is reported', async () => {
  vi.spyOn(library, 'highlights').mockRejectedValueOnce(new Error('no answer'));
  await show();
  await vi.waitFor(() => expect(onFail).toHaveBeenCalledOnce());
});

test('Undo of a removal is offered until the next change or another action', async () => {
  show();
  await answer(0, highlight('h'), highlight('other'));
  await act(() => void own.remove(highlight('h')));
  await expect.poll(() => own.removed?.id).toBe('h');
  await act(() => own.recolour(highlight('other'), 'green'));
  expect(own.removed).toBeNull();
  await act(() => void own.remove(highlight('h')));
  await expect.poll(() => own.removed?.id).toBe('h');
  await act(() => own.leave());
  expect(own.removed).toBeNull();
});

test('Undo pressed before a removal is answered is done after it', async () => {
  show();
  await answer(0, highlight('h'), highlight('other'));
  const removals = heldAnswers<[Highlight], undefined>();
  library.removeHighlight.mockImplementationOnce(async () => undefined).mockImplementationOnce(removals.call as never);
  await act(() => void own.remove(highlight('other')));
  await act(() => void own.remove(highlight('h')));
  await vi.waitFor(() => expect(removals.calls).toHaveLength(1));
  expect(own.removed?.id).toBe('h');
  await act(() => own.undo?.());
  expect(library.restoreHighlight).not.toHaveBeenCalled();
  await removals.calls[0]?.answer(undefined);
  expect(library.restoreHighlight).toHaveBeenCalledExactlyOnceWith(highlight('h'));
});

test('Undo of a removal that fails is reported, and can be pressed again', async () => {
  show();
  await answer(0, highlight('a'));
  library.restoreHighlight.mockRejectedValueOnce(new Error('no answer'));
  act(() => void own.remove(highlight('a')));
  act(() => own.undo?.());
  await vi.waitFor(() => expect(own.removed?.id).toBe('a'));
  expect(onFail).toHaveBeenCalledOnce();
  await answer(1);
  library.restoreHighlight.mockClear();
  act(() => own.undo?.());
  await vi.waitFor(() => expect(library.restoreHighlight).toHaveBeenCalledWith(highlight('a')));
  expect(own.removed).toBeNull();
});

test('an Undo that fails after another article is shown is not offered there, and the old highlights are not shown', async () => {
  show('a1');
  await answer(0, highlight('h'));
  let refuse = (_thrown: Error): void => undefined;
  library.restoreHighlight.mockReturnValueOnce(
    new Promise((_, reject) => {
      refuse = reject;
    }),
  );
  act(() => void own.remove(highlight('h')));
  act(() => own.undo?.());
  await vi.waitFor(() => expect(library.restoreHighlight).toHaveBeenCalledWith(highlight('h')));
  show('a2');
  act(() => refuse(new Error('full')));
  await vi.waitFor(() => expect(onFail).toHaveBeenCalledOnce());
  await vi.waitFor(() => expect(lists.calls.map(({ asked: [id] }) => id)).toEqual(['a1', 'a2', 'a2']));
  await answer(2, highlight('of-a2'));
  expect([own.removed, shown()]).toEqual([null, ['of-a2']]);
});

test('a removal that is refused cannot be taken back', async () => {
  show();
  await answer(0, highlight('h'));
  library.removeHighlight.mockRejectedValueOnce(new Error('full'));
  await act(async () => {
    own.remove(highlight('h'));
    await new Promise(setImmediate);
  });
  expect(onFail).toHaveBeenCalledOnce();
  expect(own.removed).toBeNull();
});

test('a removal right after the article is drawn, before effects have run, can be undone', async () => {
  show('a1');
  draw('a2');
  await act(() => void own.remove(highlight('h1', { articleId: 'a2' })));
  expect(own.removed?.id).toBe('h1');
});
