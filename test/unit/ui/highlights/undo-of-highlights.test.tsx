// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, test, vi } from 'vitest';
import { RectoError } from '../../../../src/model/errors/recto-error.ts';
import type { HighlightDraft } from '../../../../src/model/highlights/highlight.ts';
import { type ArticleHighlights, useArticleHighlights } from '../../../../src/ui/highlights/use-article-highlights.ts';
import { sampleHighlight } from '../../fakes/sample-highlight.ts';

const highlight = sampleHighlight();
const library = {
  highlights: async () => [],
  addHighlight: vi.fn(async (_id: string, _draft: HighlightDraft) => highlight),
  changeHighlight: async () => undefined,
  removeHighlight: vi.fn(async () => undefined),
  restoreHighlight: vi.fn(async () => undefined),
  watch: () => undefined,
};
const onFail = vi.fn();
const onUndone = vi.fn();
let own: ArticleHighlights;

function Probe() {
  own = useArticleHighlights(library as never, highlight.articleId, onFail, onUndone);
  return null;
}
const ids = () => own.highlights.map(({ id }) => id);

beforeEach(async () => {
  vi.clearAllMocks();
  render(null, document.body);
  await act(async () => render(<Probe />, document.body));
});

test('what is gone, and cannot come back, is not offered for Undo any more', async () => {
  library.restoreHighlight.mockRejectedValueOnce(new RectoError('highlight-gone'));
  act(() => void own.remove(highlight));
  expect(own.removed).toBe(highlight);
  await act(async () => {
    own.undo?.();
    await vi.waitFor(() => expect(onFail).toHaveBeenCalledOnce());
  });
  expect(own.removed).toBeNull();
  expect(own.undo).toBeNull();
});

test('the making of a highlight is taken back once, without an offer to bring it back', async () => {
  expect(own.undo).toBeNull();
  await act(async () => void (await own.add(highlight.articleId, highlight)));
  expect(ids()).toEqual([highlight.id]);
  await act(async () => {
    own.undo?.();
    await vi.waitFor(() => expect(onUndone).toHaveBeenCalledOnce());
  });
  expect(library.removeHighlight).toHaveBeenCalledExactlyOnceWith(highlight);
  expect([ids(), own.undo, own.removed]).toEqual([[], null, null]);
});

test('a making that cannot be taken back is reported, and not told as undone', async () => {
  library.removeHighlight.mockRejectedValueOnce(new Error('full'));
  await act(async () => void (await own.add(highlight.articleId, highlight)));
  await act(async () => {
    own.undo?.();
    await vi.waitFor(() => expect(onFail).toHaveBeenCalledOnce());
  });
  expect(onUndone).not.toHaveBeenCalled();
});

test.each(['recolour', 'leave'] as const)('after %s, Undo is not for the making of a highlight', async (does) => {
  await act(async () => void (await own.add(highlight.articleId, highlight)));
  await act(async () => (does === 'leave' ? own.leave() : own.recolour(highlight, 'green')));
  expect(own.undo).toBeNull();
});
