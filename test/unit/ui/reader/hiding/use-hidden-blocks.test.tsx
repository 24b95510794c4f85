// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, test, vi } from 'vitest';
import type { HiddenBlock, HidingChange } from '../../../../../src/model/hidden-blocks.ts';
import type { SavedMetadata } from '../../../../../src/model/saved-article.ts';
import { type UnkeptHiding, useHiddenBlocks } from '../../../../../src/ui/reader/hiding/use-hidden-blocks.ts';
import type { HidingTools } from '../../../../../src/ui/reader/hiding/use-hiding.tsx';

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
  tools = useHiddenBlocks({ keepHidden }, kept, onFail, { all: unkept, address });
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

test('each press sends only its own change, so that blocks hidden by another window stay hidden', () => {
  show(saved('a', 'A'));
  press(hide('C'));
  press({ ...hide('A'), isHidden: false });
  expect(keepHidden.mock.calls).toEqual([
    ['a', [hide('C')]],
    ['a', [{ ...hide('A'), isHidden: false }]],
  ]);
  expect(tools.hidden).toEqual([block('C')]);
});

test('blocks hidden before the article is saved survive another reading of the page, and are sent once it is saved', () => {
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

test('another page begins with nothing hidden', () => {
  show(null);
  press(hide('A'));
  show(null, 'second', '/b');
  expect(tools.hidden).toEqual([]);
});

test('an article saved again after Undo keeps its hidden blocks', () => {
  show(saved('a'));
  press(hide('A'));
  show(null);
  show(saved('b'));
  expect(keepHidden.mock.calls.map(([id]) => id)).toEqual(['a', 'b']);
});

test('a block whose hiding could not be stored is shown again with an error, and earlier ones stay hidden', async () => {
  show(saved('a'));
  press(hide('A'));
  keepHidden.mockRejectedValueOnce('full');
  await act(async () => tools.change(hide('B')));
  expect(onFail.mock.calls).toEqual([['full']]);
  expect(tools.hidden).toEqual([block('A')]);
});

test('blocks hidden before the save are shown again if they cannot be stored with it', async () => {
  show(null);
  press(hide('A'));
  keepHidden.mockRejectedValueOnce('full');
  show(saved('a'));
  await expect.poll(() => tools.hidden).toEqual([]);
  expect(onFail).toHaveBeenCalledOnce();
});

test('blocks whose hiding could not be stored before the save was undone stay hidden while the reader is open', async () => {
  show(saved('a'));
  let fail: (thrown: unknown) => void = () => undefined;
  keepHidden.mockReturnValueOnce(new Promise((_resolve, reject) => (fail = reject)));
  press(hide('A'));
  show(null);
  await act(async () => fail('gone'));
  expect(tools.hidden).toEqual([block('A')]);
});

test('hidden blocks are sent as soon as the article is saved, before effects have run, and before the next press or closing', () => {
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

test('a later change of a block by another window counts', async () => {
  show(saved('a'));
  await act(async () => tools.change(hide('A')));
  show(savedAt(2, 'a', 'A'));
  show(savedAt(3, 'a'));
  expect(tools.hidden).toEqual([]);
});

test('a report of one change does not undo the next, which is being sent', async () => {
  show(saved('a'));
  await act(async () => tools.change(hide('A')));
  keepHidden.mockReturnValueOnce(new Promise(() => undefined));
  press(hide('B'));
  show(savedAt(2, 'a', 'A'));
  expect(tools.hidden).toEqual([block('A'), block('B')]);
});

test('a report of one change does not undo the next, which was stored after it was read', async () => {
  show(saved('a'));
  await act(async () => tools.change(hide('A')));
  keepHidden.mockResolvedValueOnce(3);
  await act(async () => tools.change(hide('B')));
  show(savedAt(2, 'a', 'A'));
  expect(tools.hidden).toEqual([block('A'), block('B')]);
  show(savedAt(4, 'a', 'A'));
  expect(tools.hidden).toEqual([block('A')]);
});

test('hidden blocks of an article are sent to the one saved in its place, and not dropped before that has them', async () => {
  show(saved('a'));
  await act(async () => tools.change(hide('A')));
  keepHidden.mockReturnValueOnce(new Promise(() => undefined));
  show(savedAt(2, 'b'));
  show(savedAt(3, 'b', 'C'));
  expect(keepHidden).toHaveBeenLastCalledWith('b', [hide('A')]);
  expect(tools.hidden).toEqual([block('C'), block('A')]);
});

test('blocks hidden in a private window, which are not stored, stay hidden when another window hides others', async () => {
  show(saved('a'));
  keepHidden.mockResolvedValueOnce(null);
  await act(async () => tools.change(hide('A')));
  show(savedAt(2, 'a', 'C'));
  expect(tools.hidden).toEqual([block('C'), block('A')]);
});

test('blocks hidden in a kept article stay hidden once that is deleted, in another reading, and in what is saved then', async () => {
  show(saved('a', 'A', 'B'));
  await act(async () => tools.change(hide('C')));
  await act(async () => tools.change({ ...hide('A'), isHidden: false }));
  show(savedAt(2, 'a', 'B', 'C'));
  show(null);
  expect(tools.hidden).toEqual([block('B'), block('C')]);
  show(null, 'second');
  press({ ...hide('B'), isHidden: false });
  expect(tools.hidden).toEqual([block('C')]);
  show(saved('b'), 'second');
  expect(tools.hidden).toEqual([block('C')]);
  expect(keepHidden).toHaveBeenLastCalledWith('b', [hide('B'), hide('C'), { ...hide('B'), isHidden: false }]);
});

test('what an article had when it was deleted is not sent again where it is restored: another window may have shown it since', async () => {
  show(saved('a', 'A'));
  await act(async () => tools.change(hide('B')));
  keepHidden.mockResolvedValueOnce(null);
  await act(async () => tools.change(hide('C')));
  show(null);
  expect(tools.hidden).toEqual([block('A'), block('B'), block('C')]);
  keepHidden.mockClear();
  show(savedAt(3, 'a'));
  // In a private window it is not stored, and stays while the reader is open.
  expect(keepHidden.mock.calls).toEqual([['a', [hide('C')]]]);
  expect(tools.hidden).toEqual([block('C')]);
});
