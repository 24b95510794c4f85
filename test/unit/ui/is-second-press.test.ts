import { expect, test } from 'vitest';
import { isSecondPress } from '../../../src/ui/is-second-press.ts';

/** Which presses of a row are taken, each so many milliseconds after the one before; `from` is when the row begins. */
const takenOf = (from: number, ...waits: number[]) => {
  let timeStamp = from;
  return [0, ...waits].map((wait, index) => {
    timeStamp += wait;
    return !isSecondPress({ detail: index + 1, timeStamp });
  });
};

test('of presses in a nervous row the first is taken alone, however many there are', () => {
  expect(takenOf(1_000, 120)).toEqual([true, false]);
  expect(takenOf(5_000, 120, 120, 180, 240)).toEqual([true, false, false, false, false]);
});

test('of presses on purpose, at the speed at which what comes can be seen, only the second is taken for a double click', () => {
  expect(takenOf(10_000, 400, 400, 260)).toEqual([true, false, true, true]);
});

test('single clicks and keys are taken, as fast as they come', () => {
  const presses = [1, 1, 0, 0].map((detail, index) => ({ detail, timeStamp: 20_000 + index }));
  expect(presses.map(isSecondPress)).toEqual([false, false, false, false]);
});
