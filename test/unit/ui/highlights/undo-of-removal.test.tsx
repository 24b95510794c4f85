// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, test, vi } from 'vitest';
import { RectoError } from '../../../../src/model/errors/recto-error.ts';
import { type ArticleHighlights, useArticleHighlights } from '../../../../src/ui/highlights/use-article-highlights.ts';
import { sampleHighlight } from '../../fakes/sample-highlight.ts';

test('what is gone, and cannot come back, is not offered for Undo any more', async () => {
  const highlight = sampleHighlight();
  const library = {
    highlights: async () => [],
    removeHighlight: async () => undefined,
    restoreHighlight: () => Promise.reject(new RectoError('highlight-gone')),
    watch: () => undefined,
  };
  const onFail = vi.fn();
  let own: ArticleHighlights | undefined;
  const Probe = () => {
    own = useArticleHighlights(library as never, highlight.articleId, onFail);
    return null;
  };
  act(() => render(<Probe />, document.body));
  act(() => void own?.remove(highlight));
  expect(own?.removed).toBe(highlight);
  await act(async () => {
    own?.undoRemove();
    await vi.waitFor(() => expect(onFail).toHaveBeenCalledOnce());
  });
  expect(own?.removed).toBeNull();
});
