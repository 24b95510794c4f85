// @vitest-environment jsdom
import { render } from 'preact';
import { useRef } from 'preact/hooks';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { EarlyOpening } from '../../../src/reader/open-early.ts';
import { memoryLibrary } from '../ui/list/memory-library.ts';

const getURL = (path: string) => `${location.origin}/${path}`;
vi.mock('../../../src/platform/browser.ts', () => ({ browser: { runtime: { getURL } } }));
const openings = vi.hoisted(() => ({ openEarly: (_library: unknown, _address: string): unknown => null }));
vi.mock('../../../src/reader/reader-in-place.ts', () => ({
  readerInPlace: { ReaderPage: () => null, openEarly: (...asked: [unknown, string]) => openings.openEarly(...asked) },
}));
const { useReading } = await import('../../../src/library/use-reading.ts');

const library = memoryLibrary([]);
const reader = (id: string) => `/src/reader/reader.html#${id}`;
let shown: ReturnType<typeof useReading>;
/** Articles that were asked for and are not there yet, by address. */
let pending: Map<string, { come(): void; isOutdated: ReturnType<typeof vi.fn> }>;
let start: string;
/** The articles that are listed. */
let rows: string[];
/** The part of the library that lists them. */
let part: 'list-view' | 'highlights';

function Library() {
  const root = useRef<HTMLDivElement>(null);
  shown = useReading(library, root);
  return (
    <div ref={root} hidden={shown !== null}>
      <section class={part} tabIndex={-1}>
        {rows.map((id) => (
          <a key={id} id={id} class={part === 'list-view' ? 'row-title' : ''} href={reader(id)}>
            {id}
          </a>
        ))}
      </section>
      <dialog open>Keys</dialog>
    </div>
  );
}

// What jsdom lacks. It stays to the end: Preact ends effects after a frame.
vi.stubGlobal('requestIdleCallback', (run: () => void) => setTimeout(run));
vi.stubGlobal('cancelIdleCallback', clearTimeout);
vi.stubGlobal('scrollTo', vi.fn());
vi.stubGlobal('scrollBy', vi.fn());
HTMLDialogElement.prototype.close = function close() {
  this.removeAttribute('open');
};

const root = document.body.appendChild(document.createElement('div'));
beforeEach(async () => {
  start = location.href;
  rows = ['a', 'b'];
  part = 'list-view';
  pending = new Map();
  openings.openEarly = (_library, address) =>
    new Promise<EarlyOpening>((resolve) => {
      const isOutdated = vi.fn(() => false);
      const early = { isOutdated, site: null } as unknown as EarlyOpening;
      pending.set(new URL(address).hash, { isOutdated, come: () => resolve(early) });
    });
  performance.clearMarks();
  render(<Library />, root);
  await vi.waitFor(() => expect(performance.getEntriesByName('reader-in-place')).toHaveLength(1));
});
afterEach(() => {
  render(null, root);
  history.replaceState(null, '', start);
  vi.restoreAllMocks();
});

const press = (id: string, init: MouseEventInit = {}) =>
  root.querySelector(`#${id}`)?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...init }));
const arrive = async (id: string) => {
  pending.get(`#${id}`)?.come();
  await vi.waitFor(() => expect(shown?.address).toContain(`#${id}`));
};

test('an article gets its address once it is shown, and no dialog of the list stays over it', async () => {
  expect(press('a')).toBe(false);
  expect(location.href).toBe(start);
  await arrive('a');
  expect(location.hash).toBe('#a');
  expect(root.querySelector('dialog[open]')).toBeNull();
});

test('pressing a second article while the first opens shows the second, and is one step in the history', async () => {
  const steps = history.length;
  press('a');
  press('b');
  await arrive('b');
  pending.get('#a')?.come();
  await vi.waitFor(() => expect(pending.get('#a')?.isOutdated).toHaveBeenCalled());
  expect(shown?.address).toContain('#b');
  expect(history.length).toBe(steps + 1);
});

test('an article that is ready after the user went elsewhere is not shown', async () => {
  press('a');
  dispatchEvent(new PopStateEvent('popstate'));
  pending.get('#a')?.come();
  await vi.waitFor(() => expect(pending.get('#a')?.isOutdated).toHaveBeenCalled());
  expect(shown).toBeNull();
  expect(location.href).toBe(start);
});

test('leaving twice goes back one step only', async () => {
  press('a');
  await arrive('a');
  const back = vi.spyOn(history, 'back').mockImplementation(() => undefined);
  await shown?.leave();
  await shown?.leave();
  expect(back).toHaveBeenCalledTimes(1);
});

test('a press for another tab is left to the browser', () => {
  root.addEventListener('click', (event) => event.preventDefault(), { once: true });
  press('a', { ctrlKey: true });
  expect(pending.size).toBe(0);
});

test.each([
  { of: 'list-view', left: ['a'], to: () => root.querySelector('#a') },
  { of: 'list-view', left: [], to: () => root.querySelector('.list-view') },
  { of: 'highlights', left: ['a'], to: () => root.querySelector('#a') },
  { of: 'highlights', left: [], to: () => root.querySelector('.highlights') },
] as const)(
  'back from the last article, which has left the $of, the focus is on what is there: $left',
  async ({ of, left, to }) => {
    part = of;
    render(<Library />, root);
    // The rows are below each other.
    const top = vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect');
    top.mockImplementation(function at(this: HTMLElement) {
      return { top: 100 * rows.indexOf(this.id) } as DOMRect;
    });
    root.querySelector<HTMLElement>('#b')?.focus();
    press('b');
    await arrive('b');
    rows = [...left];
    history.replaceState(null, '', start);
    dispatchEvent(new PopStateEvent('popstate'));
    await vi.waitFor(() => expect([shown, document.activeElement]).toEqual([null, to()]));
  },
);
