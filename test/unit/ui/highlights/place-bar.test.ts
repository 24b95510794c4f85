import { expect, test } from 'vitest';
import { placeBar } from '../../../../src/ui/highlights/place-bar.ts';

const WINDOW = { width: 1280, height: 800 };
const NO_BAR = { above: 0, below: 0 };
const MOUSE = { byFinger: false, hasNote: false, ownBar: NO_BAR };
const FINGER = { ...MOUSE, byFinger: true };

/** Upper and lower side of a bar of this height. */
function sidesOf(place: ReturnType<typeof placeBar>, height: number, window = WINDOW): [number, number] {
  const top = 'top' in place ? place.top : window.height - place.bottom - height;
  return [top, top + height];
}

const PASSAGES: [string, { left: number; right: number; top: number; bottom: number }][] = [
  ['in the middle', { left: 500, right: 700, top: 400, bottom: 424 }],
  ['at the top edge', { left: 500, right: 700, top: 60, bottom: 84 }],
  ['at the bottom edge', { left: 500, right: 700, top: 770, bottom: 794 }],
  ['over many lines', { left: 300, right: 900, top: 120, bottom: 740 }],
];

test.each(PASSAGES)('the bar never covers a passage %s, with the mouse, with a note, by touch', (_what, passage) => {
  for (const [state, height] of [
    [MOUSE, 44],
    [FINGER, 44],
    [{ ...MOUSE, hasNote: true }, 90],
    [{ ...MOUSE, hasNote: true }, 200],
  ] as const) {
    // What fills the window leaves no room for a note's height; the bar without it has its place.
    if (passage.bottom - passage.top > 500 && height > 44) continue;
    const [top, bottom] = sidesOf(placeBar(passage, WINDOW, state), height);
    expect(bottom <= passage.top || top >= passage.bottom, JSON.stringify([state, top, bottom])).toBe(true);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(bottom).toBeLessThanOrEqual(WINDOW.height);
  }
});

test('by touch it leaves room for the selection handles below the passage', () => {
  const low = placeBar({ left: 500, right: 700, top: 690, bottom: 720 }, WINDOW, FINGER);
  expect(sidesOf(low, 44)[1]).toBeLessThan(690);
  const high = placeBar({ left: 500, right: 700, top: 200, bottom: 224 }, WINDOW, FINGER);
  expect(sidesOf(high, 44)[0]).toBeGreaterThan(224 + 32);
});

test("it does not cover the reader's bar and its notice, at the lower edge on a phone and at the upper elsewhere", () => {
  const passage = { left: 20, right: 200, top: 200, bottom: 224 };
  const phone = { width: 390, height: 780 };
  const low = placeBar(passage, phone, { ...FINGER, ownBar: { above: 0, below: 130 } });
  expect(sidesOf(low, 52, phone)[1]).toBeLessThanOrEqual(780 - 130);
  const high = placeBar({ ...passage, top: 130, bottom: 154 }, WINDOW, { ...MOUSE, ownBar: { above: 96, below: 0 } });
  expect(sidesOf(high, 44)[0]).toBeGreaterThanOrEqual(96);
});

test('it stays inside the window', () => {
  const passage = { left: 0, right: 20, top: 400, bottom: 424 };
  expect(placeBar(passage, WINDOW, MOUSE).left).toBeGreaterThanOrEqual(190);
  expect(placeBar({ ...passage, left: 1260, right: 1280 }, WINDOW, MOUSE).left).toBeLessThanOrEqual(1090);
  const whole = { left: 0, right: 1280, top: -400, bottom: 2000 };
  for (const state of [MOUSE, FINGER]) expect(sidesOf(placeBar(whole, WINDOW, state), 44)[1]).toBeLessThanOrEqual(800);
});
