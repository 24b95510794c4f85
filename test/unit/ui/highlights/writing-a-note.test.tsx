// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { HighlightTools } from '../../../../src/ui/highlights/highlight-tools.ts';
import { type ArticleHighlights, useArticleHighlights } from '../../../../src/ui/highlights/use-article-highlights.ts';
import { sampleHighlight } from '../../fakes/sample-highlight.ts';

vi.mock('../../../../src/ui/highlights/place-bar.ts', async (load) => ({
  ...(await load<typeof import('../../../../src/ui/highlights/place-bar.ts')>()),
  standingBar: () => ({ above: 0, below: 0 }),
}));
const { HighlightRoot } = await import('../../../../src/ui/highlights/highlight-root.tsx');

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

test('a highlight that is pressed opens without its note, whichever was open with its note before', async () => {
  vi.stubGlobal('PointerEvent', MouseEvent);
  vi.stubGlobal('CSS', { highlights: new Map() });
  vi.stubGlobal('Highlight', class {});
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
  onTestFinished(() => void vi.unstubAllGlobals());
  Range.prototype.getBoundingClientRect = () => new DOMRect(0, 0, 10, 10);
  let pressed = '';
  Range.prototype.getClientRects = function (this: Range) {
    return (String(this) === pressed ? [new DOMRect(0, 0, 10, 10)] : []) as unknown as DOMRectList;
  };
  const [body, host] = [document.createElement('article'), document.createElement('div')];
  body.innerHTML = '<p>The light, the harbour</p>';
  document.body.replaceChildren(body, host);
  const light = sampleHighlight({ id: 'light', exact: 'light', prefix: '', suffix: '', start: 4, end: 9 });
  const harbour = { ...light, id: 'harbour', exact: 'harbour', start: 15, end: 22 };
  const nothing = () => undefined;
  const tools: HighlightTools = {
    ...{
      highlights: [light, harbour],
      showBar: true,
      letterKeys: true,
      goTo: { id: 'light', note: true },
      openNote: null,
    },
    ...{ add: async () => null, recolour: nothing, remove: nothing, writeNote: nothing, fail: nothing },
  };
  const props = { body, tools, translate: (key: string) => key, scroller: document.documentElement };
  await act(() => render(<HighlightRoot {...props} onState={nothing} />, host));
  const shown = () => ['.highlight-bar', 'textarea'].map((part) => document.querySelectorAll(part).length);
  // The one in the address.
  expect(shown()).toEqual([1, 1]);
  const press = (words: string) => {
    pressed = words;
    const at = { bubbles: true, clientX: 5, clientY: 5 };
    return act(() => void body.firstChild?.dispatchEvent(new MouseEvent('pointerup', at)));
  };
  await press('light');
  expect(shown()).toEqual([1, 1]);
  await press('harbour');
  expect(shown()).toEqual([1, 0]);
  await press('light');
  expect(shown()).toEqual([1, 0]);
  await act(() => render(null, host));
});
