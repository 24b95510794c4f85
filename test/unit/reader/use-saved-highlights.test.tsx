// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, test, vi } from 'vitest';
import { RectoError } from '../../../src/model/errors/recto-error.ts';
import type { Highlight } from '../../../src/model/highlights/highlight.ts';
import type { Library } from '../../../src/model/library.ts';
import { parseReaderSettings } from '../../../src/model/settings/reader-settings.ts';
import type { GoTo } from '../../../src/ui/highlights/highlight-tools.ts';
import { type ArticleHighlights, useArticleHighlights } from '../../../src/ui/highlights/use-article-highlights.ts';

const send = vi.hoisted(() => vi.fn(async () => null));
vi.mock('../../../src/messaging/send.ts', () => ({ send }));
const { keepUnwrittenNotes, useSavedHighlights } = await import('../../../src/reader/use-saved-highlights.ts');

const made = (id: string): Highlight => ({
  ...{ id, articleId: 'a1', exact: id, prefix: '', suffix: '', start: 0, end: 1 },
  ...{ colour: 'yellow', note: '', createdAt: 1, changedAt: 1 },
});

let stored: Map<string, Highlight>;
let isFull: boolean;
let own: ArticleHighlights;
const onFail = vi.fn();
const library = {
  highlights: async () => [...stored.values()],
  changeHighlight: async ({ id }, change) => {
    if (isFull) throw new RectoError('quota');
    stored.set(id, { ...(stored.get(id) ?? made(id)), ...change });
  },
  removeHighlight: async ({ id }) => void stored.delete(id),
  watch: () => undefined,
} as Partial<Library> as Library;
const keeping = () => keepUnwrittenNotes(library);

function Probe({ from }: { from: Library }) {
  own = useArticleHighlights(from, 'a1', onFail);
  return null;
}
const turn = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve))));
const notes = () => own.highlights.map(({ note }) => note).sort();
const at = (id: string) => stored.get(id) ?? made(id);

beforeEach(async () => {
  stored = new Map(['h1', 'h2'].map((id) => [id, made(id)]));
  isFull = true;
  onFail.mockClear();
  render(null, document.body);
  await act(() => render(<Probe from={keeping()} />, document.body));
  await turn();
});

test('a note that cannot be written is reported, stays visible, and is written with the next change', async () => {
  await act(() => own.writeNote(at('h1'), 'by whom?', ''));
  await turn();
  expect(onFail).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code: 'quota' }));
  expect(notes()).toEqual(['', 'by whom?']);
  expect(at('h1').note).toBe('');
  isFull = false;
  await act(() => own.recolour(at('h2'), 'blue'));
  await turn();
  expect([at('h1').note, at('h2').colour]).toEqual(['by whom?', 'blue']);
});

test('a note that can never be written does not block others', async () => {
  isFull = false;
  const change = vi.spyOn(library, 'changeHighlight');
  const gone = new RectoError('highlight-gone');
  change.mockRejectedValueOnce(gone).mockRejectedValueOnce(gone);
  const notes = keepUnwrittenNotes(library);
  const typed = (id: string) => notes.changeHighlight(at(id), { note: id });
  await expect(typed('h1')).rejects.toMatchObject({ code: 'highlight-gone' });
  await expect(typed('h2')).rejects.toMatchObject({ code: 'highlight-gone' });
  expect(at('h2').note).toBe('h2');
  change.mockRejectedValueOnce(gone);
  await expect(notes.changeHighlight(at('h2'), { colour: 'blue' })).rejects.toMatchObject({ code: 'highlight-gone' });
  expect(at('h2').colour).toBe('blue');
  change.mockRestore();
});

test('a note that was emptied is not tried again once its highlight is gone', async () => {
  isFull = false;
  const change = vi.spyOn(library, 'changeHighlight').mockRejectedValueOnce(new RectoError('highlight-gone'));
  const notes = keepUnwrittenNotes(library);
  await expect(notes.changeHighlight(at('h1'), { note: '' })).rejects.toMatchObject({ code: 'highlight-gone' });
  await notes.changeHighlight(at('h2'), { colour: 'blue' });
  expect(change).toHaveBeenCalledTimes(2);
  change.mockRestore();
});

test('the note of a removed highlight is no longer written', async () => {
  await act(() => own.writeNote(at('h1'), 'by whom?', ''));
  await act(() => own.remove(at('h1')));
  await turn();
  isFull = false;
  await act(() => own.writeNote(at('h2'), 'true', ''));
  await turn();
  expect([...stored.keys()]).toEqual(['h2']);
  expect(at('h2').note).toBe('true');
});

test('text typed after a failed write still counts as a change of the stored note', async () => {
  const change = vi.spyOn(library, 'changeHighlight');
  await act(() => own.writeNote(at('h1'), 'by', 'as kept'));
  await turn();
  isFull = false;
  await act(() => own.writeNote(at('h1'), 'by whom?', 'by'));
  await turn();
  expect(change).toHaveBeenLastCalledWith(expect.anything(), { note: 'by whom?', noteBefore: 'as kept' });
  await act(() => own.writeNote(at('h1'), 'by whom', 'by whom?'));
  await turn();
  expect(change).toHaveBeenLastCalledWith(expect.anything(), { note: 'by whom', noteBefore: 'by whom?' });
});

test('a highlight in the address right after the article is drawn, before effects have run, is scrolled to', async () => {
  let goTo: GoTo | null = null;
  const Address = () => {
    ({ goTo } = useSavedHighlights(library, 'a1', parseReaderSettings({}), {
      fail: onFail,
      undone: () => undefined,
    }).tools);
    return null;
  };
  render(null, document.body);
  render(<Address />, document.body);
  history.replaceState(null, '', '#a1/h2');
  window.dispatchEvent(new HashChangeEvent('hashchange'));
  await act(() => undefined);
  expect(goTo).toEqual({ id: 'h2', note: false });
  history.replaceState(null, '', '#a1/h2/note');
  window.dispatchEvent(new HashChangeEvent('hashchange'));
  await act(() => undefined);
  expect(goTo).toEqual({ id: 'h2', note: true });
});

test('typing wakes the background, which may have to start, and then not at each letter', async () => {
  const now = vi.spyOn(performance, 'now').mockReturnValue(1000);
  const Typed = () => {
    useSavedHighlights(library, 'a1', parseReaderSettings({}), { fail: onFail, undone: () => undefined });
    return <textarea />;
  };
  render(null, document.body);
  await act(() => render(<Typed />, document.body));
  const type = () => document.querySelector('textarea')?.dispatchEvent(new InputEvent('input', { bubbles: true }));
  expect(send).not.toHaveBeenCalled();
  type();
  type();
  expect(send).toHaveBeenCalledOnce();
  now.mockReturnValue(40_000);
  type();
  expect(send).toHaveBeenCalledTimes(2);
  now.mockRestore();
});
