// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Highlight as Marked } from '../../../../src/model/highlights/highlight.ts';
import {
  highlightAt,
  type Painted,
  type PlacedHighlight,
  usePainted,
} from '../../../../src/ui/highlights/use-painted.ts';

beforeEach(() => {
  vi.stubGlobal('CSS', { highlights: new Map() });
  vi.stubGlobal('Highlight', class {});
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => queueMicrotask(draw));
  vi.stubGlobal('cancelAnimationFrame', () => undefined);
});
afterEach(async () => {
  const host = document.querySelector('div');
  if (host) await act(() => render(null, host));
  vi.unstubAllGlobals();
});

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

test('nothing of the highlights stays in the page when the reader closes, or when the last one is removed', async () => {
  document.body.innerHTML = '<article><p>The light</p></article><div></div>';
  const body = document.querySelector('article') as HTMLElement;
  const host = document.querySelector('div') as HTMLElement;
  const Probe = ({ marked }: { marked: readonly Marked[] }) => {
    usePainted(body, marked);
    return null;
  };
  const left = () => [CSS.highlights.size, document.adoptedStyleSheets.length];
  await act(() => render(<Probe marked={MARKED} />, host));
  expect(left()).toEqual([1, 1]);
  await act(() => render(<Probe marked={[]} />, host));
  expect(left()).toEqual([0, 0]);
  await act(() => render(<Probe marked={MARKED} />, host));
  expect(left()).toEqual([1, 1]);
  await act(() => render(null, host));
  expect(left()).toEqual([0, 0]);
});

test('of highlights at one point the one made last is meant', () => {
  const placed = (id: string, createdAt: number, box: DOMRect) =>
    ({ highlight: { id, createdAt }, range: { getClientRects: () => [box] } }) as unknown as PlacedHighlight;
  const all = [
    placed('first', 1, new DOMRect(0, 0, 20, 10)),
    placed('last', 3, new DOMRect(10, 0, 20, 10)),
    placed('between', 2, new DOMRect(10, 0, 20, 10)),
  ];
  const idAt = (x: number, y: number) => highlightAt(all, x, y)?.highlight.id ?? null;
  expect([idAt(5, 5), idAt(15, 5), idAt(30, 10)]).toEqual(['first', 'last', 'last']);
  expect([idAt(31, 5), idAt(5, 11), idAt(-1, 5), idAt(5, -1)]).toEqual([null, null, null, null]);
});
