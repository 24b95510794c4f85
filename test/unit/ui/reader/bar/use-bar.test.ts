import { expect, test } from 'vitest';
import { BAR_SHOWN, type BarEvent, nextBarState } from '../../../../../src/ui/reader/bar/use-bar.ts';

const after = (...events: BarEvent[]): boolean => events.reduce(nextBarState, BAR_SHOWN).shown;
const scroll = (top: number, atEnd = false): BarEvent => ({ kind: 'scroll', top, atEnd });

test('the bar hides on scrolling down and comes back on scrolling up', () => {
  expect(after(scroll(100))).toBe(false);
  expect(after(scroll(100), scroll(80))).toBe(true);
});

test('scrolling by a few pixels changes nothing', () => {
  expect(after(scroll(100), scroll(97))).toBe(false);
  expect(after(scroll(4))).toBe(true);
});

test('it is shown at both ends of the article', () => {
  expect(after(scroll(900), scroll(0))).toBe(true);
  expect(after(scroll(900, true))).toBe(true);
});

test('the pointer near the top edge shows it, and focus inside keeps it', () => {
  expect(after(scroll(100), { kind: 'pointer', y: 20 })).toBe(true);
  expect(after(scroll(100), { kind: 'pointer', y: 300 })).toBe(false);
  expect(after({ kind: 'focus', inside: true }, scroll(100))).toBe(true);
  expect(after({ kind: 'focus', inside: true }, { kind: 'focus', inside: false }, scroll(100))).toBe(false);
});

test('it stays when the reader goes to the place where the article was left, and hides on scrolling further', () => {
  const place: BarEvent = { kind: 'place', top: 900 };
  expect(after(place, scroll(900))).toBe(true);
  expect(after(place, scroll(900), scroll(960))).toBe(false);
});
