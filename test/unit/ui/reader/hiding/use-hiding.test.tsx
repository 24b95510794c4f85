// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { HiddenBlock, HidingChange } from '../../../../../src/model/hidden-blocks.ts';
import { type Hiding, useHiding } from '../../../../../src/ui/reader/hiding/use-hiding.tsx';
import type { ReaderSurfaceParts } from '../../../../../src/ui/reader/reader-surface.ts';
import { heldAnswers } from '../../../fakes/held-answers.ts';

const choosing = { next: vi.fn(), previous: vi.fn(), press: vi.fn(), show: vi.fn(), stop: vi.fn() };
const chooseBlocks = vi.fn(() => choosing);
const tools = { hidden: [] as HiddenBlock[], change: vi.fn(), fail: vi.fn() };
let parts: ReaderSurfaceParts;
let loads: ReturnType<typeof heldAnswers<unknown[], typeof chooseBlocks>>;
let hiding: Hiding;

function Probe({ stands }: { stands: { body: HTMLElement } }) {
  hiding = useHiding(stands, tools, parts);
  return null;
}
const show = () => act(() => render(<Probe stands={{ body: document.createElement('div') }} />, document.body));

beforeEach(async () => {
  chooseBlocks.mockClear();
  choosing.stop.mockClear();
  tools.hidden = [];
  loads = heldAnswers();
  parts = { scroller: document.documentElement, loadPart: loads.call } as unknown as ReaderSurfaceParts;
  await show();
});
afterEach(() => render(null, document.body));

test('a double press before the code is loaded begins choosing once', async () => {
  act(() => hiding.start?.());
  act(() => hiding.start?.());
  await loads.calls[0]?.answer(chooseBlocks);
  await loads.calls[1]?.answer(chooseBlocks);
  expect(chooseBlocks).toHaveBeenCalledOnce();
  expect(hiding.isOn).toBe(true);
});

test('choosing that was requested in a text that is gone meanwhile does not begin', async () => {
  act(() => hiding.start?.());
  await show();
  await loads.calls[0]?.answer(chooseBlocks);
  expect(chooseBlocks).not.toHaveBeenCalled();
  expect(hiding.isOn).toBe(false);
});

test('choosing begun right after the text is drawn, before effects have run, goes on until another text is shown', async () => {
  render(null, document.body);
  render(<Probe stands={{ body: document.createElement('div') }} />, document.body);
  hiding.start?.();
  await loads.calls[0]?.answer(chooseBlocks);
  // Whatever was still to run has run then.
  await act(() => undefined);
  expect(hiding.isOn).toBe(true);
  await show();
  expect(hiding.isOn).toBe(false);
});

test('blocks are hidden before the first paint of the text', () => {
  const body = document.createElement('div');
  body.innerHTML = '<p>Subscribe to our newsletter.</p><p>The ferry left at nine.</p>';
  tools.hidden = [{ quote: 'Subscribe to our newsletter.', nth: 0 }];
  render(null, document.body);
  render(<Probe stands={{ body }} />, document.body);
  expect(Array.from(body.children, (block) => block.hasAttribute('data-hidden'))).toEqual([true, false]);
});

test('after its end no click chooses a block, also before effects have run', async () => {
  act(() => hiding.start?.());
  await loads.calls[0]?.answer(chooseBlocks);
  hiding.stop();
  await Promise.resolve();
  expect(hiding.isOn).toBe(false);
  expect(choosing.stop).toHaveBeenCalledOnce();
});

test('at its end the focus goes to the text, also where what scrolls is the document, which cannot have it', async () => {
  const page = document.createElement('main');
  page.tabIndex = -1;
  const body = page.appendChild(document.createElement('div'));
  document.documentElement.append(page);
  await act(() => render(<Probe stands={{ body }} />, document.body));
  act(() => hiding.start?.());
  await loads.calls[0]?.answer(chooseBlocks);
  act(() => hiding.stop());
  expect(document.activeElement).toBe(page);
  page.remove();
});

test('while blocks are chosen, Undo takes back press after press, the last first', async () => {
  const body = document.createElement('div');
  body.innerHTML = '<p>Subscribe to our newsletter.</p><p>The ferry left at nine.</p>';
  document.body.append(body);
  const draw = () => act(() => render(<Probe stands={stands} />, page));
  const page = document.createElement('main');
  const stands = { body };
  // As a surface does: what is pressed is marked.
  tools.change = vi.fn(({ block, isHidden }: HidingChange) => {
    tools.hidden = isHidden ? [...tools.hidden, block] : tools.hidden.filter(({ quote }) => quote !== block.quote);
  });
  await draw();
  act(() => hiding.start?.());
  await loads.calls[0]?.answer(chooseBlocks);
  const [{ onPress }] = chooseBlocks.mock.lastCall as unknown as [{ onPress: (index: number) => void }];
  const hidden = () => Array.from(body.children, (block) => block.hasAttribute('data-hidden'));
  for (const index of [0, 1]) {
    act(() => onPress(index));
    await draw();
  }
  expect(hidden()).toEqual([true, true]);
  for (const left of [
    [true, false],
    [false, false],
    [false, false],
  ]) {
    act(() => hiding.actions?.undo?.());
    await draw();
    expect(hidden()).toEqual(left);
  }
  render(null, page);
  body.remove();
});
