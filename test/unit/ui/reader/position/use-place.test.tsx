// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ReadingPosition } from '../../../../../src/model/reading-position.ts';
import { usePlace } from '../../../../../src/ui/reader/position/use-place.ts';

const LINE = 100;
const at = (block: number): ReadingPosition => ({ block, offset: 0, quote: `${block}`, progress: 0.5, at: 1 });

let scroller: HTMLElement;
let body: HTMLElement;
let stand: (body: HTMLElement) => void;
const onPlace = vi.fn();

/** An article of ten blocks of 100 px each, in a window of 200 px that scrolls it. */
function layOut(): void {
  scroller = document.createElement('main');
  body = document.createElement('article');
  const box = (element: HTMLElement, top: () => number, height: number) => {
    element.getBoundingClientRect = () => ({ top: top(), bottom: top() + height, height }) as DOMRect;
  };
  box(scroller, () => 0, 200);
  Object.defineProperty(scroller, 'clientHeight', { value: 200 });
  box(body, () => -scroller.scrollTop, 10 * LINE);
  for (let index = 0; index < 10; index += 1) {
    const block = document.createElement('p');
    block.textContent = `${index}`;
    box(block, () => index * LINE - scroller.scrollTop, LINE);
    body.append(block);
  }
  scroller.append(body);
}

function Probe({ start, onPlace: report }: { start: ReadingPosition | null; onPlace: typeof onPlace }) {
  stand = usePlace({ scroller: () => scroller, covered: 30, start, onPlace: report });
  return null;
}
const show = (start: ReadingPosition | null, report = onPlace) =>
  act(() => render(<Probe start={start} onPlace={report} />, document.body));
const scrollTo = (top: number) => {
  scroller.scrollTop = top;
  scroller.dispatchEvent(new Event('scroll'));
};
const hide = () => document.dispatchEvent(new Event('visibilitychange'));

beforeEach(() => {
  vi.useFakeTimers();
  act(() => render(null, document.body));
  onPlace.mockClear();
  layOut();
});
afterEach(() => {
  vi.useRealTimers();
});

test('an article opens where it was left, below what a bar covers, whether that or the article is known first', () => {
  show(at(4));
  stand(body);
  expect(scroller.scrollTop).toBe(4 * LINE - 30);
  render(null, document.body);
  layOut();
  show(null);
  stand(body);
  show(at(6));
  expect(scroller.scrollTop).toBe(6 * LINE - 30);
});

test('whoever has scrolled already is not led back to a place that becomes known late', () => {
  show(null);
  stand(body);
  scrollTo(150);
  show(at(6));
  expect(scroller.scrollTop).toBe(150);
});

test('a place is reported once scrolling rests, and not before', () => {
  show(null);
  stand(body);
  scrollTo(150);
  vi.advanceTimersByTime(300);
  scrollTo(250);
  vi.advanceTimersByTime(300);
  expect(onPlace).not.toHaveBeenCalled();
  vi.advanceTimersByTime(200);
  expect(onPlace).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ block: 2, offset: 0.5, quote: '2' }));
});

test.each([
  ['the page is hidden', hide],
  ['the page is left', () => window.dispatchEvent(new Event('pagehide'))],
  ['the reader is closed', () => act(() => render(null, document.body))],
])('a place is reported at once, also before its scroll event, when %s', (_what, leave) => {
  show(at(4));
  stand(body);
  scroller.scrollTop = 7 * LINE;
  leave();
  expect(onPlace).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ block: 7 }));
});

test('an article that nobody has scrolled keeps the place where it was left, however far that scrolled', () => {
  show(at(4));
  stand(body);
  scroller.dispatchEvent(new Event('scroll'));
  vi.advanceTimersByTime(1000);
  hide();
  act(() => render(null, document.body));
  expect(onPlace).not.toHaveBeenCalled();
});

test('a place goes to who asks for it by then, and none comes after the reader was closed', () => {
  const later = vi.fn();
  show(null);
  stand(body);
  show(null, later);
  scrollTo(150);
  hide();
  expect([onPlace.mock.calls.length, later.mock.calls.length]).toEqual([0, 1]);
  act(() => render(null, document.body));
  later.mockClear();
  scrollTo(350);
  vi.advanceTimersByTime(1000);
  hide();
  expect(later).not.toHaveBeenCalled();
});
