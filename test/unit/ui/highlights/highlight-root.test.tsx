// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { showText } from '../../../../src/highlighting/written-text.ts';
import type { Highlight as Marked } from '../../../../src/model/highlight.ts';
import type { HighlightTools } from '../../../../src/ui/highlights/highlight-tools.ts';

vi.mock('../../../../src/ui/highlights/standing-bar.ts', () => ({ standingBar: () => ({ above: 0, below: 0 }) }));
const { HighlightRoot } = await import('../../../../src/ui/highlights/highlight-root.tsx');

afterEach(() => {
  const host = document.querySelector('#host');
  if (host) act(() => render(null, host));
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const MARKED: Marked = {
  ...{ exact: 'light', prefix: '', suffix: '', start: 4, end: 9 },
  ...{ id: 'h', articleId: 'a', colour: 'yellow', note: '', createdAt: 0, changedAt: 0 },
};
const TOOLS: HighlightTools = {
  ...{ highlights: [MARKED], showBar: true, goTo: 'h', openNote: null },
  ...{
    add: async () => null,
    recolour: () => undefined,
    remove: () => undefined,
    writeNote: () => undefined,
    fail: () => undefined,
  },
};

test('in a very long text, whose parts take their height late, the highlight of the address is reached all the same', async () => {
  vi.stubGlobal('CSS', { highlights: new Map() });
  vi.stubGlobal('Highlight', class {});
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
  const frames: (() => void)[] = [];
  vi.spyOn(window, 'requestAnimationFrame').mockImplementation((draw) => frames.push(() => draw(0)));
  document.body.innerHTML = '<article><div class="part"><p>The light</p></div></article><div id="host"></div>';
  const [body, host] = [document.querySelector('article'), document.querySelector('#host')];
  const scroller = document.documentElement;
  scroller.scrollTop = 0;
  let place = 5000;
  Range.prototype.getBoundingClientRect = () => new DOMRect(0, place - scroller.scrollTop, 10, 10);
  const props = { body: body as HTMLElement, tools: TOOLS, translate: (key: string) => key, scroller };
  await act(() => render(<HighlightRoot {...props} onState={() => undefined} />, host as HTMLElement));
  const third = window.innerHeight / 3;
  expect(scroller.scrollTop).toBeCloseTo(5000 - third, 0);
  place = 7000;
  await act(() => {
    for (const draw of frames.splice(0)) draw();
  });
  expect(scroller.scrollTop).toBeCloseTo(7000 - third, 0);
});

test('a passage that the browser does not let be copied is told', async () => {
  vi.stubGlobal('CSS', { highlights: new Map() });
  vi.stubGlobal('Highlight', class {});
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
  vi.stubGlobal('navigator', { clipboard: { writeText: async () => Promise.reject(new Error('not allowed')) } });
  Range.prototype.getBoundingClientRect = () => new DOMRect(0, 0, 10, 10);
  document.body.innerHTML = '<article><p>The light</p></article><div id="host"></div>';
  const [body, host] = [document.querySelector('article'), document.querySelector('#host')];
  const fail = vi.fn();
  const tools = { ...TOOLS, fail };
  const props = {
    body: body as HTMLElement,
    tools,
    translate: (key: string) => key,
    scroller: document.documentElement,
  };
  await act(() => render(<HighlightRoot {...props} onState={() => undefined} />, host as HTMLElement));
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'highlightCopy')?.click();
  await vi.waitFor(() =>
    expect(fail).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code: 'copy-refused' })),
  );
});

test('the bar of a highlight stays beside it when other characters are shown', async () => {
  vi.stubGlobal('CSS', { highlights: new Map() });
  vi.stubGlobal('Highlight', class {});
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
  const frames: (() => void)[] = [];
  vi.spyOn(window, 'requestAnimationFrame').mockImplementation((draw) => frames.push(() => draw(0)));
  document.body.innerHTML = '<article><p>The light</p></article><div id="host"></div>';
  const [body, host] = [document.querySelector('article'), document.querySelector('#host')];
  const text = document.querySelector('p')?.firstChild as Text;
  const measured: string[] = [];
  Range.prototype.getBoundingClientRect = function (this: Range) {
    measured.push(this.toString());
    return new DOMRect(0, 100, 10, 10);
  };
  const props = { body: body as HTMLElement, tools: TOOLS, translate: (key: string) => key };
  const all = { ...props, scroller: document.documentElement, onState: () => undefined };
  await act(() => render(<HighlightRoot {...all} />, host as HTMLElement));
  expect(measured.at(-1)).toBe('light');
  await act(async () => showText(text, 'The LIGHT'));
  await vi.waitFor(() => expect(frames.length).toBeGreaterThan(0));
  await act(() => {
    for (const draw of frames.splice(0)) draw();
  });
  expect(measured.at(-1)).toBe('LIGHT');
});

test('the bar goes with its passage when that is scrolled away, and so do the keys of a highlight', async () => {
  vi.stubGlobal('CSS', { highlights: new Map() });
  vi.stubGlobal('Highlight', class {});
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
  const scroller = document.documentElement;
  vi.spyOn(scroller, 'clientHeight', 'get').mockReturnValue(800);
  scroller.scrollTop = 0;
  Range.prototype.getBoundingClientRect = () => new DOMRect(0, 300 - scroller.scrollTop, 10, 10);
  document.body.innerHTML = '<article><p>The light</p></article><div id="host"></div>';
  const [body, host] = [document.querySelector('article'), document.querySelector('#host')];
  const onState = vi.fn();
  const tools = { ...TOOLS, openNote: () => undefined };
  const props = { body: body as HTMLElement, tools, translate: (key: string) => key, scroller, onState };
  await act(() => render(<HighlightRoot {...props} />, host as HTMLElement));
  const offered = () => Object.keys(onState.mock.lastCall?.[0].actions);
  expect([document.querySelectorAll('[role=toolbar]').length, offered()]).toEqual([
    1,
    expect.arrayContaining(['remove-highlight']),
  ]);
  scroller.scrollTop = 900;
  await act(() => void document.dispatchEvent(new Event('scroll')));
  expect([document.querySelectorAll('[role=toolbar]').length, offered()]).toEqual([0, []]);
});
