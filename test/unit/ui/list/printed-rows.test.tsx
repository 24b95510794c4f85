// @vitest-environment jsdom
import { type CSSProperties, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { createWords } from '../../../../src/model/words.ts';
import { VirtualRows } from '../../../../src/ui/list/rows/virtual-rows.tsx';
import { WordsProvider } from '../../../../src/ui/list/words-context.ts';

const words = createWords((key, ...values) => (key === 'localeTag' ? 'en' : [key, ...values].join(' ')), 'en');

afterEach(() => {
  render(null, document.body);
  vi.unstubAllGlobals();
});

/** A list of which so many rows are loaded; gives those that stand there, and what is said below them. */
function show(loaded: number, count: number, pinned = -1) {
  const items = Array.from({ length: loaded }, (_, at) => `Row ${at}`);
  const row = (name: string, at: number, style: CSSProperties) => (
    <li key={at} class="item" style={style}>
      {name}
    </li>
  );
  act(() =>
    render(
      <WordsProvider value={words}>
        <VirtualRows items={items} count={count} pinned={pinned} label="List" render={row} />
      </WordsProvider>,
      document.body,
    ),
  );
  return {
    rows: () => document.querySelectorAll<HTMLElement>('.item'),
    said: () => document.querySelector('p')?.textContent ?? null,
  };
}
const say = (name: string) => act(() => void dispatchEvent(new Event(name)));

test('all loaded rows are rendered for printing in their places, and removed afterwards', () => {
  const { rows, said } = show(300, 300);
  const onScreen = rows().length;
  expect(onScreen).toBeLessThan(100);
  const first = rows()[0];
  say('beforeprint');
  expect([rows().length, rows()[299]?.textContent, rows()[299]?.style.top, said()]).toEqual([300, 'Row 299', '', null]);
  // Whoever has the focus keeps it.
  expect(rows()[0]).toBe(first);
  say('afterprint');
  expect(rows()).toHaveLength(onScreen);
});

test('the rows for printing are there when the event ends, because Firefox copies the page then', () => {
  const { rows } = show(300, 300);
  dispatchEvent(new Event('beforeprint'));
  expect(rows()).toHaveLength(300);
  say('afterprint');
});

test.each([
  [40, 5000, 40, 'listPrinted 40 5,000'],
  [3000, 3000, 1000, 'listPrinted 1,000 3,000'],
])('of %i loaded rows of %i the print has %i, and says so', (loaded, count, printed, told) => {
  const { rows, said } = show(loaded, count);
  say('beforeprint');
  expect([rows().length, said()]).toEqual([printed, told]);
  say('afterprint');
  expect(said()).toBeNull();
});

test('a focused row beyond the printed ones is kept, but invisible', () => {
  const { rows } = show(3000, 3000, 2500);
  say('beforeprint');
  expect([rows().length, rows()[1000]?.textContent, rows()[1000]?.style.opacity]).toEqual([1001, 'Row 2500', '0']);
  expect(rows()[999]?.style.opacity).toBe('');
  say('afterprint');
});

test('after printing the page has its scroll position, although it was shorter in print', () => {
  show(3000, 3000);
  const page = document.documentElement;
  vi.stubGlobal('scrollY', 90_000);
  say('beforeprint');
  page.scrollTop = 50_000;
  vi.stubGlobal('scrollY', 50_000);
  // A browser may say so again for another size of paper.
  say('beforeprint');
  expect(page.scrollTop).toBe(50_000);
  say('afterprint');
  expect(page.scrollTop).toBe(90_000);
});
