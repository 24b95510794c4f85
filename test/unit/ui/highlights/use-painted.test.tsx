// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Highlight as Marked } from '../../../../src/model/highlight.ts';
import { type Painted, usePainted } from '../../../../src/ui/highlights/use-painted.ts';

beforeEach(() => {
  vi.stubGlobal('CSS', { highlights: new Map() });
  vi.stubGlobal('Highlight', class {});
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => queueMicrotask(draw));
  vi.stubGlobal('cancelAnimationFrame', () => undefined);
});
afterEach(() => vi.unstubAllGlobals());

const MARKED: readonly Marked[] = [
  {
    ...{ exact: 'light', prefix: '', suffix: '', start: 4, end: 9 },
    ...{ id: 'h', articleId: 'a', colour: 'yellow', note: '', createdAt: 0, changedAt: 0 },
  },
];

test('highlights are painted again when the text of a node is replaced', async () => {
  document.body.innerHTML = '<article><p>The light</p></article><div></div>';
  const body = document.querySelector('article') as HTMLElement;
  let painted: Painted | null = null;
  const Probe = () => {
    painted = usePainted(body, MARKED);
    return null;
  };
  const shown = () => painted?.placed.map(({ range }) => String(range));
  await act(() => render(<Probe />, document.querySelector('div') as HTMLElement));
  expect(shown()).toEqual(['light']);
  await act(async () => {
    (body.querySelector('p')?.firstChild as Text).data = 'The light';
    await new Promise((resolve) => setTimeout(resolve));
  });
  expect(shown()).toEqual(['light']);
});
