// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { placeHighlights } from '../../../src/highlighting/place-highlights.ts';
import { mapText } from '../../../src/highlighting/text-map.ts';

const LINES = Array.from({ length: 40 }, (_, at) => `Boat ${at} left the harbour with lamps and mail for the islands.`);
const marked = (exact: string, start: number) => ({ exact, prefix: '', suffix: '', start, end: start + exact.length });

function textOf(lines: readonly string[]) {
  const body = document.createElement('div');
  body.append(...lines.flatMap((line) => [line, document.createElement('br')]));
  return mapText(body);
}

/** Each look at the clock is a slice later, so that every highlight has its own turn. */
function hurry() {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => {
    now += 100;
    return now;
  });
}

test('many highlights are placed in slices, and reported once', async () => {
  hurry();
  const onPlaced = vi.fn();
  placeHighlights(
    textOf(['A new line.', ...LINES]),
    LINES.map((line) => marked(line, 0)),
    onPlaced,
  );
  expect(onPlaced).not.toHaveBeenCalled();
  await vi.waitFor(() => expect(onPlaced).toHaveBeenCalled());
  vi.restoreAllMocks();
  expect(onPlaced).toHaveBeenCalledTimes(1);
  const [{ placed, lost }] = onPlaced.mock.lastCall ?? [];
  expect(lost).toEqual([]);
  expect(placed.map(({ range }: { range: Range }) => String(range))).toEqual(LINES);
});

test('a text that its page shortens between two turns loses its own highlight, and the others are placed', async () => {
  hurry();
  const onPlaced = vi.fn();
  const map = textOf(LINES);
  placeHighlights(
    map,
    LINES.map((line) => marked(line, 0)),
    onPlaced,
  );
  const node = map.pieces[30]?.node;
  if (node) node.data = 'Gone.';
  await vi.waitFor(() => expect(onPlaced).toHaveBeenCalled());
  vi.restoreAllMocks();
  const [{ placed, lost }] = onPlaced.mock.lastCall ?? [];
  expect(lost.map(({ exact }: { exact: string }) => exact)).toEqual([LINES[30]]);
  expect(placed).toHaveLength(LINES.length - 1);
});

test('placing ends when another text is shown', async () => {
  hurry();
  const [first, second] = [vi.fn(), vi.fn()];
  const map = textOf(LINES);
  placeHighlights(
    map,
    LINES.map((line) => marked(line, 0)),
    first,
  )();
  placeHighlights(
    map,
    LINES.map((line) => marked(line, 0)),
    second,
  );
  await vi.waitFor(() => expect(second).toHaveBeenCalled());
  vi.restoreAllMocks();
  expect(first).not.toHaveBeenCalled();
});

test('a highlight that was searched for in a text is not searched for again when it is read anew', () => {
  const map = textOf(LINES);
  const gone = [marked('A sentence about mountains and glaciers far away.', 9)];
  const search = vi.spyOn(String.prototype, 'indexOf');
  const looks = () => search.mock.contexts.filter((text) => String(text).length > 1000).length;
  placeHighlights(map, gone, () => undefined);
  const before = looks();
  expect(before).toBeGreaterThan(0);
  placeHighlights(map, structuredClone(gone), () => undefined);
  expect(looks()).toBe(before);
  vi.restoreAllMocks();
});

test('a highlight that had moved is at the same passage when it is read anew, and one that was lost is still lost', () => {
  const map = textOf(LINES);
  const onPlaced = vi.fn();
  const read = () => [marked(LINES[7] ?? '', 0), marked('A line about a lighthouse keeper and his goats.', 9)];
  for (const highlights of [read(), read()]) {
    placeHighlights(map, highlights, onPlaced);
    const [{ placed, lost }] = onPlaced.mock.lastCall ?? [];
    expect(placed.map(({ range }: { range: Range }) => String(range))).toEqual([LINES[7]]);
    expect(lost).toEqual([highlights[1]]);
  }
});
