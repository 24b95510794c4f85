// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { copyFormulas } from '../../../../src/ui/reader/copy-formulas.ts';

function copied(html: string): string | undefined {
  document.body.innerHTML = `<article>${html}</article>`;
  const body = document.querySelector('article') as HTMLElement;
  document.getSelection()?.selectAllChildren(body);
  const setData = vi.fn<(type: string, text: string) => void>();
  const event = { clipboardData: { setData }, preventDefault: () => undefined };
  copyFormulas(event as unknown as ClipboardEvent, body);
  return setData.mock.calls[0]?.[1];
}

const FORMULA = '<math data-tex="x^2"><msup><mi>x</mi><mn>2</mn></msup></math>';

test('formulas are copied as TeX with the lines around them, without what is hidden', () => {
  expect(copied(`<p>First<br>second ${FORMULA}</p><p data-hidden>Hidden</p><p>Last</p>`)).toBe(
    'First\nsecond $x^2$\nLast',
  );
  expect(copied('<p>No formula</p>')).toBeUndefined();
});
