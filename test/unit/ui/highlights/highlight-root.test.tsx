// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { showText } from '../../../../src/highlighting/text-map.ts';
import type { Highlight as Marked } from '../../../../src/model/highlights/highlight.ts';
import type { HighlightRootProps } from '../../../../src/ui/highlights/highlight-root.tsx';
import type { HighlightTools } from '../../../../src/ui/highlights/highlight-tools.ts';
import { heldAnswers } from '../../fakes/held-answers.ts';

vi.mock('../../../../src/ui/highlights/place-bar.ts', async (load) => ({
  ...(await load<typeof import('../../../../src/ui/highlights/place-bar.ts')>()),
  standingBar: () => ({ above: 0, below: 0 }),
}));
const { HighlightRoot } = await import('../../../../src/ui/highlights/highlight-root.tsx');

beforeEach(() => {
  vi.stubGlobal('CSS', { highlights: new Map() });
  vi.stubGlobal('Highlight', class {});
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
});
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
  ...{ highlights: [MARKED], showBar: true, letterKeys: true, goTo: { id: 'h', note: true }, openNote: null },
  ...{
    add: async () => null,
    recolour: () => undefined,
    remove: () => undefined,
    writeNote: () => undefined,
    fail: () => undefined,
  },
};

/** A page with this article, and what the highlights are drawn into. */
function pageOf(html: string): [body: HTMLElement, host: HTMLElement] {
  const [body, host] = [document.createElement('article'), document.createElement('div')];
  body.innerHTML = html;
  host.id = 'host';
  document.body.replaceChildren(body, host);
  return [body, host];
}

/** Frames come when they are drawn by what this gives. */
function holdFrames() {
  const frames: (() => void)[] = [];
  vi.spyOn(window, 'requestAnimationFrame').mockImplementation((draw) => frames.push(() => draw(0)));
  const draw = () =>
    act(() => {
      for (const frame of frames.splice(0)) frame();
    });
  return { frames, draw };
}

test('the highlight in the address is reached also in a very long text, whose parts get their height late', async () => {
  const { draw } = holdFrames();
  const [body, host] = pageOf('<div class="part"><p>The light</p></div>');
  const scroller = document.documentElement;
  scroller.scrollTop = 0;
  let place = 5000;
  Range.prototype.getBoundingClientRect = () => new DOMRect(0, place - scroller.scrollTop, 10, 10);
  const props = { body, tools: TOOLS, translate: (key: string) => key, scroller };
  await act(() => render(<HighlightRoot {...props} onState={() => undefined} />, host));
  const third = window.innerHeight / 3;
  expect(scroller.scrollTop).toBeCloseTo(5000 - third, 0);
  place = 7000;
  await draw();
  expect(scroller.scrollTop).toBeCloseTo(7000 - third, 0);
});

test('a passage that the browser does not allow to copy is reported', async () => {
  vi.stubGlobal('navigator', { clipboard: { writeText: async () => Promise.reject(new Error('not allowed')) } });
  Range.prototype.getBoundingClientRect = () => new DOMRect(0, 0, 10, 10);
  const [body, host] = pageOf('<p>The light</p>');
  const fail = vi.fn();
  const tools = { ...TOOLS, fail };
  const props = {
    body,
    tools,
    translate: (key: string) => key,
    scroller: document.documentElement,
  };
  await act(() => render(<HighlightRoot {...props} onState={() => undefined} />, host));
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'highlightCopy')?.click();
  await vi.waitFor(() =>
    expect(fail).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code: 'copy-refused' })),
  );
});

test('the bar of a highlight stays beside it when the characters are converted', async () => {
  const [body, host] = pageOf('<p>The light</p>');
  const { frames, draw } = holdFrames();
  const text = document.querySelector('p')?.firstChild as Text;
  const measured: string[] = [];
  Range.prototype.getBoundingClientRect = function (this: Range) {
    measured.push(this.toString());
    return new DOMRect(0, 100, 10, 10);
  };
  const props = { body, tools: TOOLS, translate: (key: string) => key };
  const all = { ...props, scroller: document.documentElement, onState: () => undefined };
  await act(() => render(<HighlightRoot {...all} />, host));
  expect(measured.at(-1)).toBe('light');
  await act(async () => showText(text, 'The LIGHT'));
  await vi.waitFor(() => expect(frames.length).toBeGreaterThan(0));
  await draw();
  expect(measured.at(-1)).toBe('LIGHT');
});

test('the bar and the keys of a highlight are gone when it is scrolled away', async () => {
  const scroller = document.documentElement;
  vi.spyOn(scroller, 'clientHeight', 'get').mockReturnValue(800);
  scroller.scrollTop = 0;
  Range.prototype.getBoundingClientRect = () => new DOMRect(0, 300 - scroller.scrollTop, 10, 10);
  const [body, host] = pageOf('<p>The light</p>');
  const onState = vi.fn();
  const tools = { ...TOOLS, goTo: { id: 'h', note: false } };
  const props = { body, tools, translate: (key: string) => key, scroller, onState };
  await act(() => render(<HighlightRoot {...props} />, host));
  const offered = () => Object.keys(onState.mock.lastCall?.[0].actions);
  expect([document.querySelectorAll('.highlight-bar').length, offered()]).toEqual([
    1,
    expect.arrayContaining(['remove-highlight']),
  ]);
  scroller.scrollTop = 900;
  await act(() => void document.dispatchEvent(new Event('scroll')));
  // That key leads to it again.
  expect([document.querySelectorAll('.highlight-bar').length, offered()]).toEqual([0, ['highlight']]);
});

test('a note is written with its text before typing, whatever another window has changed since', async () => {
  Range.prototype.getBoundingClientRect = () => new DOMRect(0, 0, 10, 10);
  const [body, host] = pageOf('<p>The light</p>');
  const writeNote = vi.fn();
  const props = { body, translate: (key: string) => key, scroller: document.documentElement, onState: () => undefined };
  const draw = (note: string) =>
    act(() =>
      render(<HighlightRoot {...props} tools={{ ...TOOLS, highlights: [{ ...MARKED, note }], writeNote }} />, host),
    );
  await draw('mine');
  const field = document.querySelector('textarea');
  if (!field) throw new Error('no field');
  const type = (text: string) => {
    field.value = text;
    act(() => void field.dispatchEvent(new Event('input', { bubbles: true })));
  };
  const leave = () => act(() => void field.dispatchEvent(new Event('blur')));
  type('mine, still');
  await draw('theirs');
  leave();
  type('mine, still so');
  leave();
  expect(writeNote.mock.calls.map(([, ...texts]) => texts)).toEqual([
    ['mine, still', 'mine'],
    ['mine, still so', 'mine, still'],
  ]);
});

/** What can be pressed beside the text, and whether that lets go of a highlight. */
test.each([
  ['the text', 'p', false],
  ['the margin beside it', 'main', false],
  ['the page itself', 'html', false],
  ['a control over it', 'button', true],
])('a click on %s keeps or releases the active highlight', async (_what, selector, stays) => {
  vi.stubGlobal('PointerEvent', MouseEvent);
  Range.prototype.getBoundingClientRect = () => new DOMRect(0, 0, 10, 10);
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
  const [body, host] = pageOf('<p>The light</p>');
  const page = document.createElement('main');
  page.append(body, document.createElement('button'));
  document.body.prepend(page);
  const props = { body, tools: TOOLS, translate: (key: string) => key, scroller: document.documentElement };
  await act(() => render(<HighlightRoot {...props} onState={() => undefined} />, host));
  expect(document.querySelector('.highlight-bar')).not.toBeNull();
  const pressed = document.querySelector(selector);
  await act(() => void pressed?.dispatchEvent(new MouseEvent('pointerup', { bubbles: true })));
  expect(document.querySelector('.highlight-bar') !== null).toBe(stays);
});

test('without letter shortcuts the bar names none', async () => {
  Range.prototype.getBoundingClientRect = () => new DOMRect(0, 0, 10, 10);
  const [body, host] = pageOf('<p>The light</p>');
  const props = { body, translate: (key: string) => key, scroller: document.documentElement, onState: () => undefined };
  const tips = async (letterKeys: boolean) => {
    await act(() => render(<HighlightRoot {...props} tools={{ ...TOOLS, letterKeys }} />, host));
    return [...document.querySelectorAll<HTMLElement>('.button')].map(({ title }) => title);
  };
  expect(await tips(true)).toEqual(['highlightNote (N)', '', 'highlightRemove (D)']);
  expect(await tips(false)).toEqual(['', '', '']);
});

test('a selection made while a highlight is being stored is kept', async () => {
  Range.prototype.getBoundingClientRect = () => new DOMRect(0, 0, 10, 10);
  const [body, host] = pageOf('<p>The light</p><p>The harbour</p>');
  const adds = heldAnswers<unknown[], Marked>();
  const tools = { ...TOOLS, highlights: [], goTo: null, add: adds.call };
  const props = { body, tools, translate: (key: string) => key, scroller: document.documentElement };
  const onState = vi.fn<HighlightRootProps['onState']>();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const select = (paragraph: number) =>
    act(() => {
      getSelection()?.selectAllChildren(body.children[paragraph] as Element);
      document.dispatchEvent(new Event('selectionchange'));
      vi.runAllTimers();
    });
  await act(() => render(<HighlightRoot {...props} onState={onState} />, host));
  await select(0);
  await act(() => onState.mock.lastCall?.[0].actions.highlight?.());
  await select(1);
  await adds.calls[0]?.answer(MARKED);
  expect(String(getSelection())).toBe('The harbour');
  // One that is still selected gives way to its highlight.
  await act(() => onState.mock.lastCall?.[0].actions.highlight?.());
  await select(1);
  await adds.calls[1]?.answer(MARKED);
  expect(String(getSelection())).toBe('');
  vi.useRealTimers();
});

test('a removed highlight that is made anew has the bar, and its key changes it', async () => {
  Range.prototype.getBoundingClientRect = () => new DOMRect(0, 0, 10, 10);
  const [body, host] = pageOf('<p>The light</p>');
  const onState = vi.fn<HighlightRootProps['onState']>();
  const [adds, recolour] = [heldAnswers<unknown[], Marked>(), vi.fn()];
  const props = { body, translate: (key: string) => key, scroller: document.documentElement, onState };
  const draw = (highlights: Marked[]) =>
    act(() => render(<HighlightRoot {...props} tools={{ ...TOOLS, highlights, add: adds.call, recolour }} />, host));
  const press = () => act(async () => onState.mock.lastCall?.[0].actions.highlight?.());
  await draw([MARKED]);
  await draw([]);
  expect(document.querySelector('.highlight-bar')).toBeNull();
  await press();
  await draw([{ ...MARKED, id: 'new' }]);
  await adds.calls[0]?.answer({ ...MARKED, id: 'new' });
  expect(document.querySelector('.highlight-bar')).not.toBeNull();
  await press();
  expect([adds.calls.length, recolour.mock.lastCall?.[1]]).toEqual([1, 'green']);
});

test('Esc closes the bar of a highlight that was clicked', async () => {
  Range.prototype.getBoundingClientRect = () => new DOMRect(0, 0, 10, 10);
  const [body, host] = pageOf('<p>The light</p>');
  const onState = vi.fn();
  const tools = { ...TOOLS, openNote: () => undefined };
  const props = { body, tools, translate: (key: string) => key, scroller: document.documentElement, onState };
  await act(() => render(<HighlightRoot {...props} />, host));
  expect(document.querySelectorAll('.highlight-bar')).toHaveLength(1);
  await act(() => onState.mock.lastCall?.[0].actions.close());
  expect(document.querySelectorAll('.highlight-bar')).toHaveLength(0);
});

test.each([
  ['Tab', false, 'after'],
  ['Tab', true, 'before'],
  ['Escape', false, 'article'],
])(
  'from the bar with a note, which stands behind the page, %s (with Shift: %s) leads to the passage: %s',
  async (key, shiftKey, to) => {
    Range.prototype.getBoundingClientRect = () => new DOMRect(0, 0, 10, 10);
    const [body, host] = pageOf('The light <a href="#b" id="after">goes</a> out');
    body.insertAdjacentHTML('afterbegin', '<a href="#a" id="before"></a><a href="#c" class="unseen"></a>');
    body.insertAdjacentHTML('beforeend', '<a href="#d" id="last"></a>');
    body.querySelector('#after')?.insertAdjacentHTML('beforebegin', '<a href="#e" class="unseen"></a>');
    // As browsers have it for what was hidden by hand.
    for (const unseen of body.querySelectorAll<HTMLElement>('.unseen')) unseen.focus = () => undefined;
    const scroller = document.createElement('main');
    scroller.id = 'article';
    scroller.tabIndex = -1;
    body.before(scroller);
    scroller.append(body);
    const props = { body, tools: TOOLS, translate: (name: string) => name, scroller, onState: () => undefined };
    await act(() => render(<HighlightRoot {...props} />, host));
    const stops = [...document.querySelectorAll<HTMLElement>('.highlight-bar :is(button, textarea)')];
    const stop = stops.at(shiftKey ? 0 : -1);
    stop?.focus();
    const press = new KeyboardEvent('keydown', { key, shiftKey, bubbles: true, cancelable: true });
    await act(() => void stop?.dispatchEvent(press));
    expect([press.defaultPrevented, document.activeElement?.id]).toEqual([true, to]);
    expect(document.querySelectorAll('.highlight-bar')).toHaveLength(0);
  },
);
