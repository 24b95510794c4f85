import { expect, test, vi } from 'vitest';
import { readAtMost } from '../../../src/background/read-at-most.ts';

/** An answer of this many pieces of four bytes; without a number it has no end. */
function answerOf(pieces = Number.POSITIVE_INFINITY) {
  let sent = 0;
  const cancel = vi.fn();
  const pull = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
    sent += 1;
    if (sent > pieces) controller.close();
    else controller.enqueue(new Uint8Array(4).fill(sent));
  };
  return { response: new Response(new ReadableStream({ pull, cancel })), cancel };
}

test('an answer of exactly the allowed size is read as a whole', async () => {
  const parts = await readAtMost(answerOf(3).response, 12);
  expect(parts?.flatMap((part) => [...part])).toEqual([1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3]);
});

test('an answer that is one byte too large is refused, and an endless one is not read on', async () => {
  expect(await readAtMost(answerOf(3).response, 11)).toBeNull();
  const { response, cancel } = answerOf();
  expect(await readAtMost(response, 1000)).toBeNull();
  expect(cancel).toHaveBeenCalledOnce();
});

test('an answer without a body gives no chunks', async () => {
  expect(await readAtMost(new Response(null), 10)).toEqual([]);
});
