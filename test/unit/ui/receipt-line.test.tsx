// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { type PictureReceipt, receiptOf } from '../../../src/model/pictures/picture.ts';
import { createWords } from '../../../src/model/words.ts';
import { ReceiptLine, useReceipt } from '../../../src/ui/receipt-line.tsx';
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

test('screen readers are told what was kept of the pictures, not each picture on the way', () => {
  const words = createWords((key) => (key === 'localeTag' ? 'en' : key), 'en');
  const line = (pending: number) => {
    const receipt = { ...receiptOf([]), total: 2, kept: 2 - pending, pending };
    act(() => render(<ReceiptLine {...{ receipt, words }} onKeepRest={() => undefined} />, document.body));
    const text = document.querySelector('.notice-text');
    return [text?.textContent, text?.querySelector('[aria-live=off]') !== null];
  };
  expect(line(1)).toEqual(['receiptKeeping', true]);
  expect(line(0)).toEqual([expect.not.stringContaining('receiptKeeping'), false]);
});

test('what was offered keeps its place when the rest of the pictures is offered, too', () => {
  const words = createWords((key) => (key === 'localeTag' ? 'en' : key), 'en');
  const undo = { label: 'undo', onPress: () => undefined };
  const refused = [{ url: 'https://a.example/1.png', problem: 'needs-access' as const }];
  const labels = (receipt: PictureReceipt) => {
    act(() => render(<ReceiptLine {...{ receipt, words }} onKeepRest={() => {}} actions={[undo]} />, document.body));
    return [...document.querySelectorAll('button')].map(({ textContent }) => textContent);
  };
  expect(labels({ ...receiptOf([]), total: 2, pending: 1 })).toEqual(['undo']);
  expect(labels({ ...receiptOf([]), total: 2, refused })).toEqual(['undo', expect.stringMatching(/^receiptKeepRest/)]);
});
