// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { HighlightTools } from '../../../../src/ui/highlights/highlight-tools.ts';
import { sampleHighlight } from '../../fakes/sample-highlight.ts';

vi.mock('../../../../src/ui/highlights/place-bar.ts', async (load) => ({
  ...(await load<typeof import('../../../../src/ui/highlights/place-bar.ts')>()),
  standingBar: () => ({ above: 0, below: 0 }),
}));
const { HighlightRoot } = await import('../../../../src/ui/highlights/highlight-root.tsx');

beforeEach(() => {
  vi.stubGlobal('CSS', { highlights: new Map() });
  vi.stubGlobal('Highlight', class {});
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
  Range.prototype.getBoundingClientRect = () => new DOMRect(0, 0, 10, 10);
});
afterEach(() => vi.unstubAllGlobals());

test('when the button that removes a highlight goes with the bar, the text has the focus', async () => {
  document.body.innerHTML = '<main tabindex="-1"><article><p>The light</p></article><div></div></main>';
  const [scroller, body, host] = ['main', 'article', 'div'].map((name) => document.querySelector(name)) as [
    HTMLElement,
    HTMLElement,
    HTMLElement,
  ];
  const remove = vi.fn();
  const marked = sampleHighlight({ exact: 'light', start: 4, end: 9 });
  const tools: HighlightTools = {
    ...{ highlights: [marked], showBar: true, letterKeys: true, goTo: { id: marked.id, note: false }, openNote: null },
    ...{ add: async () => null, recolour: vi.fn(), writeNote: vi.fn(), fail: vi.fn(), remove },
  };
  const props = { body, tools, translate: (key: string) => key, scroller };
  await act(() => render(<HighlightRoot {...props} onState={() => undefined} />, host));
  const button = await vi.waitUntil(() =>
    Array.from(host.querySelectorAll('button')).find(({ textContent }) => textContent?.startsWith('highlightRemove')),
  );
  button.focus();
  expect(document.activeElement).toBe(button);
  await act(() => button.click());
  expect(remove).toHaveBeenCalledWith(marked);
  expect(host.querySelector('button')).toBeNull();
  expect(document.activeElement).toBe(scroller);
  act(() => render(null, host));
});
