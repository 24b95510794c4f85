// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Lightbox, useLightbox } from '../../../../../src/ui/reader/lightbox/use-lightbox.ts';

let lightbox: Lightbox;
let body: HTMLElement;
/** By alternative text: how wide the picture is as far as its file has come, in px. */
let come: Record<string, number>;

function Probe({ stands }: { stands: { body: HTMLElement } }) {
  lightbox = useLightbox(stands);
  return null;
}
const show = () => render(<Probe stands={{ body }} />, document.querySelector('#root') as HTMLElement);

beforeEach(() => {
  come = { Harbour: 640, Oven: 640 };
  document.body.innerHTML = `<div id="root"></div><div class="page-body">
    <img alt="Harbour" src="harbour.png"><img alt="Oven" src="oven.png"><img alt="Gone"></div>`;
  body = document.querySelector('.page-body') as HTMLElement;
  const pictures = HTMLImageElement.prototype;
  vi.spyOn(pictures, 'naturalWidth', 'get').mockImplementation(function (this: HTMLImageElement) {
    return come[this.alt] ?? 0;
  });
  vi.spyOn(pictures, 'complete', 'get').mockImplementation(function (this: HTMLImageElement) {
    return !this.hasAttribute('src') || this.naturalWidth > 0;
  });
  vi.spyOn(pictures, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 640, 360));
});
afterEach(() => {
  act(() => render(null, document.querySelector('#root') as HTMLElement));
  vi.restoreAllMocks();
});

test('a picture that is opened right after the text is drawn, before effects have run, stays open', async () => {
  show();
  lightbox.open();
  await vi.waitFor(() => expect(lightbox.picture?.alt).toBe('Harbour'));
  // Whatever was still to run has run then.
  await act(() => undefined);
  expect(lightbox.picture?.alt).toBe('Harbour');
});

test('another text closes the enlarged picture', () => {
  act(show);
  act(() => lightbox.open());
  expect(lightbox.picture?.alt).toBe('Harbour');
  act(show);
  expect(lightbox.picture).toBeNull();
});

test('pictures that are still loading are included, and failed ones are not', () => {
  come = { Oven: 640 };
  act(show);
  act(() => lightbox.open());
  expect([lightbox.picture?.alt, lightbox.count]).toEqual(['Harbour', 2]);
});

test('a click on a picture opens it before effects have run', async () => {
  show();
  body.querySelector('img')?.click();
  await act(() => undefined);
  expect(lightbox.picture?.alt).toBe('Harbour');
});
