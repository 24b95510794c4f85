// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import { measureText } from '../../../../src/extraction/choosing/text-measure.ts';
import { listTextUnits } from '../../../../src/extraction/choosing/text-units.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

test('loose text has the place of its first words, and is not read again for each box beside it', () => {
  const SENTENCE = 'The harbour was quiet, the boats were in, and nobody on the quay spoke of it. ';
  const box = document.createElement('div');
  for (let at = 0; at < 200; at += 1) {
    const word = document.createElement('div');
    word.textContent = 'Harbour';
    box.append(at === 0 ? ' ' : SENTENCE, word);
  }
  const measures = measureText(box);
  let looked = 0;
  const { trim } = String.prototype;
  vi.spyOn(String.prototype, 'trim').mockImplementation(function (this: string) {
    looked += this.length;
    return trim.call(this);
  });
  const units = listTextUnits(box, measures);
  vi.restoreAllMocks();
  expect(looked).toBeLessThan(3 * SENTENCE.length * 200);
  expect(units.length).toBe(201);
  expect(units.findIndex(({ loose }) => loose)).toBe(1);
});
