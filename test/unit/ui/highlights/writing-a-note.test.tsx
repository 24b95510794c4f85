// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, test, vi } from 'vitest';
import { type ArticleHighlights, useArticleHighlights } from '../../../../src/ui/highlights/use-article-highlights.ts';
import { sampleHighlight } from '../../fakes/sample-highlight.ts';

test('a note is shown as it is written, and stored with what it was before', async () => {
  const noted = sampleHighlight({ note: 'ask' });
  const changeHighlight = vi.fn(async () => null);
  const library = { highlights: async () => [noted], changeHighlight, watch: () => undefined };
  let own: ArticleHighlights | undefined;
  function Probe() {
    own = useArticleHighlights(library as never, noted.articleId, (thrown) => expect.fail(String(thrown)));
    return null;
  }
  await act(() => render(<Probe />, document.body));
  await vi.waitFor(() => expect(own?.highlights).toEqual([noted]));
  await act(async () => own?.writeNote(noted, 'ask Maren', 'ask'));
  expect(own?.highlights).toEqual([{ ...noted, note: 'ask Maren' }]);
  expect(changeHighlight).toHaveBeenCalledExactlyOnceWith(noted, { note: 'ask Maren', noteBefore: 'ask' });
});
