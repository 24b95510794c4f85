// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Jumps, useJumps } from '../../../../../src/ui/reader/navigation/use-jumps.ts';

const PAGE = '<p id="first">One <a href="#far" id="link">far</a></p><p id="second">Two</p><h2 id="far">Far</h2>';
let jumps: Jumps;
let body: HTMLElement;
/** Where the blocks begin in the text, in px; each is 100 px high, the text 1000. */
let tops: Record<string, number>;
let height: number;

function Probe({ stands }: { stands: { body: HTMLElement } }) {
  jumps = useJumps(stands, document.documentElement);
  return null;
}
const find = (id: string) => document.getElementById(id) as HTMLElement;
const draw = () => render(<Probe stands={{ body }} />, find('root'));

beforeEach(() => {
  [tops, height] = [{ first: 300, second: 500, far: 5000 }, 9000];
  const html = document.documentElement;
  vi.spyOn(html, 'scrollHeight', 'get').mockImplementation(() => height);
  vi.spyOn(html, 'clientHeight', 'get').mockReturnValue(800);
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(function (this: HTMLElement) {
    return new DOMRect(0, (tops[this.id] ?? 0) - html.scrollTop, 700, this === body ? height : 100);
  });
  document.body.innerHTML = `<div id="root"></div><div class="page-body">${PAGE}</div>`;
  body = document.querySelector('.page-body') as HTMLElement;
  act(draw);
});
afterEach(() => {
  act(() => render(null, find('root')));
  document.documentElement.scrollTop = 0;
  vi.restoreAllMocks();
});

test('the way back leads to the same line, with the focus on the link that was followed', () => {
  // Above the first block that is seen is a picture, in which the window begins.
  document.documentElement.scrollTop = 40;
  find('link').focus();
  act(() => jumps.go(find('far')));
  expect(document.activeElement).toBe(find('far'));
  act(() => jumps.back?.());
  expect(document.documentElement.scrollTop).toBe(40);
  expect(document.activeElement).toBe(find('link'));
});

test('after a jump from the contents the focus goes back to the first visible element', () => {
  document.documentElement.scrollTop = 450;
  act(() => jumps.go(find('far')));
  act(() => jumps.back?.());
  expect(document.activeElement).toBe(find('second'));
});

test('the way back leads to the paragraph when the text has changed its height meanwhile', () => {
  document.documentElement.scrollTop = 350;
  act(() => jumps.go(find('far')));
  [tops, height] = [{ first: 600, second: 1000, far: 10_000 }, 18_000];
  act(() => jumps.back?.());
  // The window began in the middle of it.
  expect(document.documentElement.scrollTop).toBe(650);
});

test('a jump right after the text is drawn, before effects have run, has a way back', () => {
  document.documentElement.scrollTop = 40;
  draw();
  act(() => jumps.go(find('far')));
  act(() => jumps.back?.());
  expect(document.documentElement.scrollTop).toBe(40);
});
