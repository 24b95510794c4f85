// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, test, vi } from 'vitest';
import type { HighlightRootProps } from '../../../../src/ui/highlights/highlight-root.tsx';
import type { HighlightTools } from '../../../../src/ui/highlights/highlight-tools.ts';
import { type Highlights, useHighlightsPart } from '../../../../src/ui/highlights/use-highlights-part.tsx';
import type { LoadPart } from '../../../../src/ui/parts/load-part.ts';

const TOOLS: HighlightTools = {
  ...{ highlights: [], showBar: true, letterKeys: true, goTo: { id: 'h', note: true }, openNote: null },
  ...{
    add: async () => null,
    recolour: () => undefined,
    remove: () => undefined,
    writeNote: () => undefined,
    fail: () => undefined,
  },
};
const STATE = { actions: { 'remove-highlight': () => undefined }, lost: [] };
const part = {
  update: ({ onState }: HighlightRootProps) => onState(STATE),
  unmount: () => undefined,
};
const loadPart = (async () => () => part) as unknown as LoadPart;

let shown: Highlights;
function Probe({ tools, load = loadPart }: { tools: HighlightTools | null; load?: LoadPart }) {
  shown = useHighlightsPart(document.body, tools, { translate: String, scroller: document.body, loadPart: load });
  return shown.slot;
}

test('while an older text is shown keys do not change the highlights of the current one', async () => {
  const root = document.createElement('div');
  await act(() => render(<Probe tools={TOOLS} />, root));
  await vi.waitFor(() => expect(shown.actions).toBe(STATE.actions));
  await act(() => render(<Probe tools={null} />, root));
  expect(shown.actions).toEqual({});
  await act(() => render(null, root));
});

test('a failure to load the code of highlights is reported, since they would seem to be gone', async () => {
  const root = document.createElement('div');
  const fail = vi.fn();
  const thrown = new TypeError('Failed to fetch dynamically imported module');
  await act(() => render(<Probe tools={{ ...TOOLS, fail }} load={async () => Promise.reject(thrown)} />, root));
  await vi.waitFor(() => expect(fail).toHaveBeenCalledExactlyOnceWith(thrown));
  await act(() => render(null, root));
});
