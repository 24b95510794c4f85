// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { type PictureReceipt, receiptOf } from '../../../src/model/picture.ts';
import { useReceipt } from '../../../src/ui/receipt-line.tsx';
import { heldAnswers } from '../fakes/held-answers.ts';

const receipts = heldAnswers<[string], PictureReceipt>();
let shown: PictureReceipt | null;

function Probe({ id }: { id: string | null }) {
  shown = useReceipt(receipts.call, id);
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
