// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { type PictureReceipt, receiptOf } from '../../../src/model/picture.ts';
import { useReceipt } from '../../../src/ui/receipt-line.tsx';
import { heldAnswers } from '../fakes/held-answers.ts';

const receipts = heldAnswers<[string], PictureReceipt>();
let shown: PictureReceipt | null;

function Probe({ id, load = receipts.call }: { id: string | null; load?: typeof receipts.call }) {
  shown = useReceipt(load, id);
  return null;
}
const draw = (id: string | null) => render(<Probe id={id} />, document.body);
afterEach(() => act(() => render(null, document.body)));

test('the receipt of one article is never drawn for the next', async () => {
  act(() => draw('a1'));
  await receipts.calls[0]?.answer(receiptOf([]));
  expect(shown).toEqual(receiptOf([]));
  draw('a2');
  expect(shown).toBeNull();
  draw(null);
  expect(shown).toBeNull();
});

test('a receipt that is told does not go because one question has no answer', async () => {
  const load = vi.fn(async (_id: string) => receiptOf([]));
  load.mockRejectedValueOnce(new Error('no answer'));
  await act(async () => {
    render(<Probe id="a1" load={load} />, document.body);
  });
  await vi.waitFor(() => expect(shown).toEqual(receiptOf([])));
});
