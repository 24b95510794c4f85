import { expect, test } from 'vitest';
import { placeBar } from '../../../src/ui/highlights/place-bar.ts';

const WINDOW = { width: 1280, height: 800 };
const HEIGHT = 44;

test.each([
  ['in the middle', { left: 500, right: 700, top: 400, bottom: 424 }],
  ['at the top edge', { left: 500, right: 700, top: 60, bottom: 84 }],
  ['over many lines', { left: 300, right: 900, top: 300, bottom: 700 }],
])('the bar never stands over a passage %s', (_what, passage) => {
  const { top } = placeBar(passage, WINDOW);
  expect(top + HEIGHT <= passage.top || top >= passage.bottom).toBe(true);
});

test('it stays inside the window', () => {
  const passage = { left: 0, right: 20, top: 400, bottom: 424 };
  expect(placeBar(passage, WINDOW).left).toBeGreaterThanOrEqual(190);
  expect(placeBar({ left: 1260, right: 1280, top: 400, bottom: 424 }, WINDOW).left).toBeLessThanOrEqual(1090);
  expect(placeBar({ left: 0, right: 1280, top: -400, bottom: 2000 }, WINDOW).top).toBeLessThanOrEqual(756);
});
