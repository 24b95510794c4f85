// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, test, vi } from 'vitest';
import type { HiddenBlock, HidingChange } from '../../../../src/model/hidden-blocks.ts';
import type { SavedMetadata } from '../../../../src/model/saved-article.ts';
import { type UnkeptHiding, useHiddenBlocks } from '../../../../src/ui/reader/use-hidden-blocks.ts';
import type { HidingTools } from '../../../../src/ui/reader/use-hiding.tsx';

const block = (quote: string): HiddenBlock => ({ quote, nth: 0 });
const hide = (quote: string): HidingChange => ({ block: block(quote), isHidden: true });
const saved = (id: string, ...quotes: string[]) => savedAt(1, id, ...quotes);
/** The list as it was changed at that time. */
const savedAt = (at: number, id: string, ...quotes: string[]) =>
  ({ id, hidden: { at, blocks: quotes.map(block) } }) as SavedMetadata;

const keepHidden = vi.fn(async (_id: string, _changes: readonly HidingChange[]): Promise<number | null> => 2);
const onFail = vi.fn();
let unkept: UnkeptHiding;
let tools: HidingTools;

function Probe({ kept, address }: { kept: SavedMetadata | null; address: string }) {
  tools = useHiddenBlocks({ keepHidden }, kept, onFail, unkept, address);
  return null;
}
const draw = (kept: SavedMetadata | null, reading = 'first', address = '/a') =>
  render(<Probe key={reading} kept={kept} address={address} />, document.body);
const show = (...drawn: Parameters<typeof draw>) => act(() => draw(...drawn));
const press = (change: HidingChange) => act(() => tools.change(change));

beforeEach(() => {
  keepHidden.mockClear();
  onFail.mockClear();
  unkept = new Map();
  render(null, document.body);
});

test('each press sends itself alone, so that what another window has hidden stays', () => {
  show(saved('a', 'A'));
  press(hide('C'));
  press({ ...hide('A'), isHidden: false });
  expect(keepHidden.mock.calls).toEqual([
    ['a', [hide('C')]],
    ['a', [{ ...hide('A'), isHidden: false }]],
  ]);
  expect(tools.hidden).toEqual([block('C')]);
});

test('what is hidden before the article is kept outlasts another reading of the page, and is sent once it is kept', () => {
  show(null);
  press(hide('A'));
  show(null, 'second');
  press(hide('B'));
  expect(tools.hidden).toEqual([block('A'), block('B')]);
  expect(keepHidden).not.toHaveBeenCalled();
  show(saved('a'), 'second');
  expect(keepHidden.mock.calls).toEqual([['a', [hide('A'), hide('B')]]]);
  // Another window may take it back: it is not sent again.
  show(saved('a'), 'third');
  expect(keepHidden).toHaveBeenCalledOnce();
  expect(tools.hidden).toEqual([]);
});

test('another page is read with nothing hidden', () => {
  show(null);
  press(hide('A'));
  show(null, 'second', '/b');
  expect(tools.hidden).toEqual([]);
});

test('saved anew after Undo, the article keeps what is hidden', () => {
  show(saved('a'));
  press(hide('A'));
  show(null);
  show(saved('b'));
  expect(keepHidden.mock.calls.map(([id]) => id)).toEqual(['a', 'b']);
});

test('what could not be kept is shown again and told; what was kept before it stays hidden', async () => {
  show(saved('a'));
  press(hide('A'));
  keepHidden.mockRejectedValueOnce('full');
  await act(async () => tools.change(hide('B')));
  expect(onFail.mock.calls).toEqual([['full']]);
  expect(tools.hidden).toEqual([block('A')]);
});

test('what was hidden before the article was kept is shown again where it cannot be kept with it', async () => {
  show(null);
  press(hide('A'));
  keepHidden.mockRejectedValueOnce('full');
  show(saved('a'));
  await expect.poll(() => tools.hidden).toEqual([]);
  expect(onFail).toHaveBeenCalledOnce();
});

test('what could not be kept before the save was taken back stays hidden while the reader is open', async () => {
  show(saved('a'));
  let fail: (thrown: unknown) => void = () => undefined;
  keepHidden.mockReturnValueOnce(new Promise((_resolve, reject) => (fail = reject)));
  press(hide('A'));
  show(null);
  await act(async () => fail('gone'));
  expect(tools.hidden).toEqual([block('A')]);
});

test('what was hidden is sent as soon as the article is kept, before any effect has run: ahead of what is pressed next, and of closing', () => {
  show(null);
  press(hide('A'));
  draw(saved('a'));
  press({ ...hide('A'), isHidden: false });
  expect(keepHidden.mock.calls).toEqual([
    ['a', [hide('A')]],
    ['a', [{ ...hide('A'), isHidden: false }]],
  ]);

  show(null, 'second', '/b');
  press(hide('B'));
  draw(saved('b'), 'second', '/b');
  render(null, document.body);
  expect(keepHidden).toHaveBeenLastCalledWith('b', [hide('B')]);
});

test('what another window does with a block after it was hidden here counts', async () => {
  show(saved('a'));
  await act(async () => tools.change(hide('A')));
  show(savedAt(2, 'a', 'A'));
  show(savedAt(3, 'a'));
  expect(tools.hidden).toEqual([]);
});

test('the news of one change take nothing from the next, which is on its way', async () => {
  show(saved('a'));
  await act(async () => tools.change(hide('A')));
  keepHidden.mockReturnValueOnce(new Promise(() => undefined));
  press(hide('B'));
  show(savedAt(2, 'a', 'A'));
  expect(tools.hidden).toEqual([block('A'), block('B')]);
});

test('the news of one change take nothing from the next, which was kept after they were read', async () => {
  show(saved('a'));
  await act(async () => tools.change(hide('A')));
  keepHidden.mockResolvedValueOnce(3);
  await act(async () => tools.change(hide('B')));
  show(savedAt(2, 'a', 'A'));
  expect(tools.hidden).toEqual([block('A'), block('B')]);
  show(savedAt(4, 'a', 'A'));
  expect(tools.hidden).toEqual([block('A')]);
});

test('what one article has is sent to the one that is saved in its stead, and not left before that has it', async () => {
  show(saved('a'));
  await act(async () => tools.change(hide('A')));
  keepHidden.mockReturnValueOnce(new Promise(() => undefined));
  show(savedAt(2, 'b'));
  show(savedAt(3, 'b', 'C'));
  expect(keepHidden).toHaveBeenLastCalledWith('b', [hide('A')]);
  expect(tools.hidden).toEqual([block('C'), block('A')]);
});

test('what is hidden in a private window, where it is not kept, stays so when another window hides something else', async () => {
  show(saved('a'));
  keepHidden.mockResolvedValueOnce(null);
  await act(async () => tools.change(hide('A')));
  show(savedAt(2, 'a', 'C'));
  expect(tools.hidden).toEqual([block('C'), block('A')]);
});
